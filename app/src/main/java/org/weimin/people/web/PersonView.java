package org.weimin.people.web;

/** What the page of one resident prints; empty text where there is nothing. */
public record PersonView(
        PersonLine person,
        String birth,
        String diedOn,
        String account,
        String household,
        String error,
        String today,
        boolean mayEdit,
        boolean mayReveal) {}
