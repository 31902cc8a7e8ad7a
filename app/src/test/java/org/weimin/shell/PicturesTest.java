package org.weimin.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.weimin.kernel.Refused;

class PicturesTest {
    private static final String SECRET_PLACE = "GPS 31.0322N 121.2277E";

    @Test
    void a_photo_loses_its_place_and_stands_upright() throws IOException {
        byte[] taken = fromCamera(picture("jpeg", 400, 200, Color.WHITE), 6);
        assertThat(text(taken)).contains(SECRET_PLACE);
        byte[] kept = Pictures.pixelsOnly(taken);
        assertThat(text(kept)).doesNotContain("Exif", "GPS");
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(kept));
        assertThat(seen.getWidth()).isEqualTo(200);
        assertThat(seen.getHeight()).isEqualTo(400);
        assertThat(isRed(seen, 190, 10))
                .as("the upper left corner went to the upper right")
                .isTrue();
        assertThat(isRed(seen, 10, 390)).isFalse();
    }

    @Test
    void a_large_photo_becomes_one_for_a_screen() throws IOException {
        BufferedImage seen =
                ImageIO.read(new ByteArrayInputStream(Pictures.pixelsOnly(picture("jpeg", 4000, 3000, Color.GRAY))));
        assertThat(seen.getWidth()).isEqualTo(1600);
        assertThat(seen.getHeight()).isEqualTo(1200);
    }

    @Test
    void the_clear_ground_of_a_signature_is_paper() throws IOException {
        byte[] kept = Pictures.pixelsOnly(picture("png", 300, 100, new Color(0, true)));
        assertThat(new Color(ImageIO.read(new ByteArrayInputStream(kept)).getRGB(290, 90)))
                .isEqualTo(Color.WHITE);
    }

    @Test
    void what_hides_behind_a_picture_is_gone() throws IOException {
        var two = new ByteArrayOutputStream();
        two.writeBytes(picture("png", 50, 50, Color.WHITE));
        two.writeBytes("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(text(Pictures.pixelsOnly(two.toByteArray()))).doesNotContain("script");
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() throws IOException {
        byte[] page = "<svg onload='x'/>".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Pictures.pixelsOnly(page))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("kind");
        byte[] half = java.util.Arrays.copyOf(picture("png", 50, 50, Color.WHITE), 30);
        assertThatThrownBy(() -> Pictures.pixelsOnly(half))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("broken");
    }

    @Test
    void a_small_file_that_unfolds_into_a_huge_picture_is_refused_before_it_is_unfolded() throws IOException {
        byte[] bomb = picture("png", 10, 10, Color.WHITE);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        assertThatThrownBy(() -> Pictures.pixelsOnly(bomb))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("pixels");
    }

    /** A red corner shows which way is up. */
    private static byte[] picture(String format, int width, int height, Color ground) throws IOException {
        boolean clear = ground.getAlpha() == 0;
        var picture =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(ground);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 8, height / 4);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }

    /** The same picture with what a camera writes into it: how it was held, and where. */
    private static byte[] fromCamera(byte[] jpeg, int orientation) {
        byte[] place = SECRET_PLACE.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putInt(orientation);
        exif.putInt(0).put(place);
        var whole = ByteBuffer.allocate(jpeg.length + 4 + exif.capacity());
        whole.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (exif.capacity() + 2));
        return whole.put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > 180 && colour.getGreen() < 90;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
