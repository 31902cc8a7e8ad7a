package org.weimin.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.weimin.kernel.Forbidden;
import org.weimin.kernel.Ids;
import org.weimin.kernel.NotFound;
import org.weimin.kernel.Refused;
import org.weimin.shell.AccessRefused;
import org.weimin.shell.Page;
import org.weimin.shell.Texts;

/** The four kinds of errors, and nothing else; an unknown one is a bug with a number, never a stack trace. */
@ControllerAdvice
class ErrorPages {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);
    private final ApplicationEventPublisher events;

    ErrorPages(ApplicationEventPublisher events) {
        this.events = events;
    }

    @ExceptionHandler
    Page refused(Refused refused) {
        return page(409, Texts.t("shell.error.refused"), Texts.t(refused));
    }

    @ExceptionHandler
    Page notFound(NotFound ignored) {
        return page(404, Texts.t("shell.error.not-found"), Texts.t("shell.error.not-found.text"));
    }

    @ExceptionHandler
    Page forbidden(Forbidden forbidden, HttpServletRequest request) {
        events.publishEvent(new AccessRefused(forbidden.permission(), request.getRequestURI()));
        return page(403, Texts.t("shell.error.forbidden"), Texts.t("shell.error.forbidden.text"));
    }

    @ExceptionHandler
    Page changedMeanwhile(OptimisticLockingFailureException ignored) {
        return page(409, Texts.t("shell.error.changed"), Texts.t("shell.error.changed.text"));
    }

    /** The database is restarting: nothing was written, and in a moment it works again. */
    @ExceptionHandler({CannotCreateTransactionException.class, DataAccessResourceFailureException.class})
    Page momentarilyClosed(Exception ignored) {
        return page(503, Texts.t("shell.error.closed"), Texts.t("shell.error.closed.text"));
    }

    @ExceptionHandler
    Page tooLarge(MultipartException ignored) {
        return page(413, Texts.t("shell.error.upload"), Texts.t("shell.error.upload.text"));
    }

    @ExceptionHandler
    Page unreadable(TypeMismatchException ignored) {
        return page(400, Texts.t("shell.error.bad-request"), Texts.t("shell.error.bad-request.text"));
    }

    @ExceptionHandler
    Page other(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse answer) {
            int status = answer.getStatusCode().value();
            return status == 404
                    ? notFound(new NotFound("path"))
                    : page(status, Texts.t("shell.error.bad-request"), Texts.t("shell.error.bad-request.text"));
        }
        String number = Ids.secret().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        LOG.error("Error {} at {} {}", number, request.getMethod(), request.getRequestURI(), failure);
        return Page.withStatus(
                500,
                "shell/error",
                new ErrorView(500, Texts.t("shell.error.bug"), Texts.t("shell.error.bug.text"), number));
    }

    private static Page page(int status, String title, String text) {
        return Page.withStatus(status, "shell/error", new ErrorView(status, title, text, ""));
    }
}
