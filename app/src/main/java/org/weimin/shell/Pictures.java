package org.weimin.shell;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.weimin.kernel.Refused;
import org.weimin.shell.internal.Orientation;

/**
 * 照片: what comes in as a picture leaves as its pixels alone, upright and of a size for a screen: no place, no time, no
 * camera, and nothing that hides behind a picture. What a file is, its bytes say and not its name.
 */
public final class Pictures {
    private static final int LONGEST_SIDE = 1600;
    private static final long MOST_PIXELS = 60_000_000;

    private Pictures() {}

    /** A JPEG of the pixels; refused where the upload is no JPEG and no PNG, or more than a camera takes. */
    public static byte[] pixelsOnly(byte[] upload) {
        String format = formatOf(upload);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            reader.setInput(in, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                throw new Refused("shell.picture.pixels", MOST_PIXELS / 1_000_000);
            }
            var coarse = reader.getDefaultReadParam();
            int step = Math.max(1, longest / (2 * LONGEST_SIDE));
            coarse.setSourceSubsampling(step, step, 0, 0);
            return jpeg(upright(reader.read(0, coarse), Orientation.of(upload)));
        } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw new Refused("shell.picture.broken");
        } catch (IOException broken) {
            throw new Refused("shell.picture.broken");
        } finally {
            reader.dispose();
        }
    }

    private static String formatOf(byte[] upload) {
        if (begins(upload, 0xFF, 0xD8, 0xFF)) {
            return "jpeg";
        }
        if (begins(upload, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "png";
        }
        throw new Refused("shell.picture.kind");
    }

    private static boolean begins(byte[] upload, int... signature) {
        if (upload.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((upload[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Drawn on white, so that the clear ground of a signature stays paper. */
    private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        var upright = new BufferedImage(
                orientation.isSideways() ? height : width,
                orientation.isSideways() ? width : height,
                BufferedImage.TYPE_INT_RGB);
        var pen = upright.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, upright.getWidth(), upright.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turned = orientation.upright(width, height);
            turned.scale((double) width / picture.getWidth(), (double) height / picture.getHeight());
            pen.drawImage(picture, turned, null);
        } finally {
            pen.dispose();
        }
        return upright;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(0.82f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
