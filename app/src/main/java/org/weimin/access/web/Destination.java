package org.weimin.access.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where somebody wanted to go before signing in: an address of this house, never another site's. */
record Destination(String path) {
    private static final String DESK = "/desk";

    static Destination of(String asked) {
        boolean ours = asked.matches("/[\\p{Alnum}_~!$&'()*+,=:@%/?.-]*")
                && !asked.startsWith("//")
                && !asked.startsWith("/sign-");
        return new Destination(ours ? asked : DESK);
    }

    String after(String stagePage) {
        return path.equals(DESK) ? stagePage : stagePage + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
