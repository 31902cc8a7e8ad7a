package org.weimin.offices.web;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.weimin.access.Staffing;
import org.weimin.kernel.Acting;
import org.weimin.kernel.DivisionCode;
import org.weimin.offices.Balancing;
import org.weimin.offices.Member;
import org.weimin.offices.Offices;
import org.weimin.offices.Proposal;
import org.weimin.offices.Proposal.Move;
import org.weimin.shell.Page;
import org.weimin.shell.Requires;
import org.weimin.shell.Texts;

/** 调整方案: what was proposed, and the second official's yes. */
@Controller
class ProposalsPage {
    private final Balancing balancing;
    private final Offices offices;
    private final Staffing staffing;
    private final Names names;
    private final Where where;

    ProposalsPage(Balancing balancing, Offices offices, Staffing staffing, Names names, Where where) {
        this.balancing = balancing;
        this.offices = offices;
        this.staffing = staffing;
        this.names = names;
        this.where = where;
    }

    @GetMapping("/offices/what-if/proposals")
    @Requires("offices.lead")
    Page list() {
        return Page.of(
                "offices/proposals",
                new WhatIfView.Proposals(balancing.list().stream()
                        .map(each -> new WhatIfView.Proposed(
                                "/offices/what-if/proposals/" + each.id(),
                                each.title(),
                                Texts.t("offices.proposal.kind." + each.kind()),
                                each.madeOn().toString(),
                                Texts.t("offices.proposal.state."
                                        + each.confirmedOn().isPresent()),
                                each.confirmedOn().isPresent() ? "ok" : "warn"))
                        .toList()));
    }

    @GetMapping("/offices/what-if/proposals/{id}")
    @Requires("offices.lead")
    Page show(@PathVariable UUID id) {
        Proposal proposal = balancing.get(id);
        Map<UUID, Member> people = offices.list(proposal.place(), where.today()).stream()
                .flatMap(office -> office.members().stream())
                .collect(Collectors.toMap(Member::id, Function.identity()));
        return Page.of(
                "offices/proposal",
                new WhatIfView.Shown(
                        id.toString(),
                        proposal.title(),
                        proposal.spread(),
                        proposal.madeOn().toString(),
                        staffing.name(proposal.madeBy()),
                        proposal.confirmedOn().map(Texts::date).orElse(""),
                        proposal.moves().stream()
                                .map(move -> line(move, people))
                                .toList(),
                        proposal.confirmedOn().isEmpty()
                                && Acting.current().may("offices.confirm")
                                && !proposal.madeBy().equals(Acting.staff().id())));
    }

    private OfficeView.Line line(Move move, Map<UUID, Member> people) {
        DivisionCode area = move.area();
        return new OfficeView.Line(
                names.place(area),
                switch (move) {
                    case Move.VillageTo village ->
                        Optional.ofNullable(people.get(village.member()))
                                .map(member -> member.who().name())
                                .orElse("");
                    case Move.PostsOf office -> Texts.t("offices.proposal.posts", office.posts());
                });
    }

    @PostMapping("/offices/what-if/proposals/{id}/confirm")
    @Requires("offices.confirm")
    Page confirm(@PathVariable UUID id) {
        balancing.confirm(id);
        return Page.redirect("/offices/what-if/proposals/" + id, "offices.proposal.done");
    }
}
