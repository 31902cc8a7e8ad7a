package org.weimin.people.web;

import static org.weimin.shell.Texts.t;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.weimin.kernel.CreditCode;
import org.weimin.people.Organisation;
import org.weimin.shell.Option;
import org.weimin.shell.PageOf;

/** What the pages of organisations print. */
public final class OrganisationView {
    private OrganisationView() {}

    public record Found(String query, PageOf<Line> lines, boolean mayEdit) {
        public String url() {
            return "/people/organisations?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        }
    }

    /** One organisation, as lists and its own page print it. */
    public record Line(String id, String name, String code, String kind, String place, String address, String phone) {
        static Line of(Organisation body, String place) {
            return new Line(
                    body.id().toString(),
                    body.name(),
                    body.creditCode().map(CreditCode::value).orElse(""),
                    t("people.organisation.kind." + body.kind()),
                    place,
                    body.address(),
                    body.phone());
        }
    }

    public record Whole(
            Line body,
            String representative,
            String representativeName,
            boolean mayApply,
            List<HouseholdView.Panel> panels) {}

    public record Form(OrganisationPage.Typed typed, List<Option> places, String error) {
        public List<Option> kinds() {
            return Arrays.stream(Organisation.Kind.values())
                    .map(kind -> new Option(kind.name(), t("people.organisation.kind." + kind)))
                    .toList();
        }
    }
}
