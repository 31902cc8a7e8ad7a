package org.weimin.shell;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/** 二维码: a QR code as SVG, without script or style, so that the security policy of pages needs no exception. */
public final class QrCode {
    private QrCode() {}

    /** One path for all dark squares; the title is read out. */
    public static String svg(String text, String title) {
        BitMatrix squares = encode(text);
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x, y));
                }
            }
        }
        return """
            <svg class="qr" role="img" viewBox="0 0 %d %d" shape-rendering="crispEdges"><title>%s</title>\
            <rect width="100%%" height="100%%" fill="#fff"/><path fill="#000" d="%s"/></svg>\
            """.formatted(
                        squares.getWidth(),
                        squares.getHeight(),
                        title.replace("&", "&amp;").replace("<", "&lt;"),
                        path);
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, 4));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Too long for a QR code", tooLong);
        }
    }
}
