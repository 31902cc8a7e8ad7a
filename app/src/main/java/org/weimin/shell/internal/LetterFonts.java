package org.weimin.shell.internal;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.weimin.kernel.Refused;

/**
 * The fonts of letters: a system font with outlines that a PDF can carry, else one in the home's cache. Compatibility
 * radicals leave its character map, so that 民 is copied out of a letter as 民 and not as the radical that looks alike.
 */
public final class LetterFonts {
    private static final int FIRST_CHINESE = 0x2E80;
    private static final List<String> MAIN = List.of(
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts-droid-fallback/truetype/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    private static final List<String> RARE = List.of(
            "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf", "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");

    private final Path cache;
    private final List<byte[]> loaded = new ArrayList<>();
    private final BitSet drawn = new BitSet();

    public LetterFonts(Path cache) {
        this.cache = cache;
    }

    /** Gives the fonts to the printer, the one for rare characters last. */
    void addTo(PdfRendererBuilder printer) {
        int number = 0;
        for (byte[] font : fonts()) {
            printer.useFont(() -> new ByteArrayInputStream(font), "letter" + number++);
        }
    }

    /** A name that would print as a placeholder is not printed: the refusal shows it and says what to install. */
    void demandAllOf(String text) {
        fonts();
        String missing = text.codePoints()
                .filter(character -> character >= FIRST_CHINESE && !drawn.get(character))
                .distinct()
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (!missing.isEmpty()) {
            throw new Refused("shell.letter.no-glyph", missing);
        }
    }

    private synchronized List<byte[]> fonts() {
        if (loaded.isEmpty()) {
            Path main = mainFont().orElseThrow(() -> new Refused("shell.letter.no-font"));
            load(main);
            RARE.stream().map(Path::of).filter(Files::isReadable).forEach(this::load);
        }
        return loaded;
    }

    /** The names of the font families, in the order in which characters are looked for. */
    static String families() {
        return "letter0, letter1, letter2";
    }

    private Optional<Path> mainFont() {
        return Stream.concat(MAIN.stream().map(Path::of), cached())
                .filter(Files::isReadable)
                .findFirst();
    }

    private Stream<Path> cached() {
        File[] found = cache.resolve("fonts").toFile().listFiles((folder, name) -> name.endsWith(".ttf"));
        return found == null ? Stream.empty() : Stream.of(found).map(File::toPath);
    }

    private void load(Path font) {
        var first = new AtomicBoolean(true);
        try {
            if (font.toString().endsWith(".ttc")) {
                try (var fonts = new TrueTypeCollection(font.toFile())) {
                    fonts.processAllFonts(each -> {
                        if (first.getAndSet(false)) {
                            add(each);
                        }
                    });
                }
            } else {
                try (TrueTypeFont only = new TTFParser().parse(new RandomAccessReadBufferedFile(font.toFile()))) {
                    add(only);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(TrueTypeFont font) {
        loaded.add(CharacterMap.withoutRadicals(font));
        drawn.or(CharacterMap.charactersOf(font));
    }
}
