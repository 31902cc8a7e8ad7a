package org.weimin.shell.internal;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private static final List<String> MAIN = List.of(
            "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
            "/usr/share/fonts-droid-fallback/truetype/DroidSansFallbackFull.ttf",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc");
    private static final List<String> RARE = List.of(
            "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf", "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");

    private final Path cache;
    private final List<byte[]> loaded = new ArrayList<>();

    public LetterFonts(Path cache) {
        this.cache = cache;
    }

    /** Gives the fonts to the printer, the one for rare characters last. */
    synchronized void addTo(PdfRendererBuilder printer) {
        if (loaded.isEmpty()) {
            Path main = mainFont().orElseThrow(() -> new Refused("shell.letter.no-font"));
            loaded.add(withoutRadicals(main));
            RARE.stream().map(Path::of).filter(Files::isReadable).forEach(font -> loaded.add(read(font)));
        }
        int number = 0;
        for (byte[] font : loaded) {
            printer.useFont(() -> new ByteArrayInputStream(font), "letter" + number++);
        }
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

    private static byte[] withoutRadicals(Path font) {
        var made = new ArrayList<byte[]>();
        try {
            if (font.toString().endsWith(".ttc")) {
                try (var fonts = new TrueTypeCollection(font.toFile())) {
                    fonts.processAllFonts(each -> addFirst(made, each));
                }
            } else {
                try (TrueTypeFont only = new TTFParser().parse(new RandomAccessReadBufferedFile(font.toFile()))) {
                    addFirst(made, only);
                }
            }
            return made.getFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void addFirst(List<byte[]> made, TrueTypeFont font) {
        if (made.isEmpty()) {
            made.add(CharacterMap.withoutRadicals(font));
        }
    }

    private static byte[] read(Path font) {
        try {
            return Files.readAllBytes(font);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
