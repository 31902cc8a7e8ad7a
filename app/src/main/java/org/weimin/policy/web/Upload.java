package org.weimin.policy.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.web.multipart.MultipartFile;
import org.weimin.kernel.Refused;

/** The door for files: what is too large, of another kind or no text is turned away before anybody reads it. */
final class Upload {
    private static final int MOST_BYTES = 2 << 20;

    private Upload() {}

    static String rules(MultipartFile file) {
        String text = text(file, List.of(".dmn", ".xml"));
        if (!text.strip().startsWith("<")) {
            throw new Refused("policy.upload.not-dmn");
        }
        return text;
    }

    static String cases(MultipartFile file) {
        return text(file, List.of(".yaml", ".yml"));
    }

    private static String text(MultipartFile file, List<String> suffixes) {
        String name = String.valueOf(file.getOriginalFilename()).toLowerCase(Locale.ROOT);
        if (file.isEmpty() || suffixes.stream().noneMatch(name::endsWith)) {
            throw new Refused("policy.upload.kind", String.join(" ", suffixes));
        }
        if (file.getSize() > MOST_BYTES) {
            throw new Refused("policy.upload.too-large", MOST_BYTES >> 20);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file.getBytes()))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException other) {
            throw new Refused("policy.upload.not-utf8");
        } catch (IOException broken) {
            throw new Refused("policy.upload.kind", String.join(" ", suffixes));
        }
    }
}
