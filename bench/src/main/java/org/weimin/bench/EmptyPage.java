package org.weimin.bench;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.weimin.shell.OpenToAll;

/** The limit that pages are measured against: the same server, the same doors, and nothing to do. */
@Controller
class EmptyPage {
    @GetMapping("/bench/empty")
    @OpenToAll
    @ResponseBody
    String empty() {
        return "";
    }
}
