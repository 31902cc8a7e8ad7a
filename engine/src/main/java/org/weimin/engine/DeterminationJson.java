package org.weimin.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.util.List;
import java.util.function.Function;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads determinations as JSON: lossless, and the same text for the same answer for ever. */
public final class DeterminationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new Writer<>(Money::plain))
                    .addDeserializer(Money.class, new Reader<>(Money::yuan))
                    .addSerializer(MatterId.class, new Writer<>(MatterId::value))
                    .addDeserializer(MatterId.class, new Reader<>(MatterId::new))
                    .addSerializer(DivisionCode.class, new Writer<>(DivisionCode::value))
                    .addDeserializer(DivisionCode.class, new Reader<>(DivisionCode::new)))
            .build();

    private DeterminationJson() {}

    public static String write(Determination determination) {
        return MAPPER.writeValueAsString(determination);
    }

    public static String writeGrants(List<Grant> grants) {
        return MAPPER.writeValueAsString(grants.toArray(Grant[]::new));
    }

    public static List<Grant> readGrants(String json) {
        return List.of(MAPPER.readValue(json, Grant[].class));
    }

    static String text(Object found) {
        return MAPPER.writeValueAsString(found);
    }

    public static Determination read(String json) {
        return MAPPER.readValue(json, Determination.class);
    }

    private static final class Writer<T> extends ValueSerializer<T> {
        private final Function<T, String> text;

        Writer(Function<T, String> text) {
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(text.apply(value));
        }
    }

    private static final class Reader<T> extends ValueDeserializer<T> {
        private final Function<String, T> value;

        Reader(Function<String, T> value) {
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            return value.apply(in.getString());
        }
    }
}
