package org.weimin.shell.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.weimin.shell.OpenToAll;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;

/** Errors that the server found before any controller did. */
@Controller
class ContainerErrors implements ErrorController {
    @RequestMapping("/error")
    @OpenToAll
    Page error(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String kind = switch (status) {
            case 401, 403 -> "forbidden";
            case 404 -> "not-found";
            case 413 -> "upload";
            default -> status >= 500 ? "bug" : "bad-request";
        };
        return Page.withStatus(
                status,
                "shell/error",
                new ErrorView(status, Texts.t("shell.error." + kind), Texts.t("shell.error." + kind + ".text"), ""));
    }
}
