package org.weimin.screening.web;

import java.util.List;
import org.weimin.shell.Option;

/** The scenarios of the county with what they would cost, and the form for the next one. */
public record WhatIfView(String place, List<Row> scenarios, Matters matters, List<Form> forms) {
    /** One scenario as a line; a figure that is still an estimate says so. */
    public record Row(
            String id,
            String name,
            String matter,
            String from,
            String status,
            String badge,
            String difference,
            String newly,
            String noLonger) {}

    /** Which matter the form is about. */
    public record Matters(List<Option> options, String chosen) {}

    /** What may be supposed of the chosen matter; on a page without one there is no form. */
    public record Form(
            String matter,
            String error,
            When when,
            List<Field> first,
            List<Field> others,
            List<Option> drafts,
            List<Option> towns,
            Unify unify) {}

    /** 城乡统一: whether there is anything to unify. */
    public enum Unify {
        NONE,
        OFFERED,
        DONE_ALREADY
    }

    /** From when and where. */
    public record When(String name, String from, String at, List<Option> places) {}

    /** One value with the one in force and its source; empty leaves it as it is. */
    public record Field(String name, String title, String now, String typed) {}
}
