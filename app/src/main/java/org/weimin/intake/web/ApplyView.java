package org.weimin.intake.web;

import java.util.List;

/** What the pages of an application print; which rule applies was decided before. */
public final class ApplyView {
    private ApplyView() {}

    /**
     * Which matters may be asked for, and for whom; {@code parameter} names the party in addresses. What the registers
     * rule out stands last, with the reason, and may still be asked for.
     */
    public record Choose(
            String parameter,
            String party,
            String name,
            String back,
            Search search,
            List<Offer> likely,
            List<Shelf> shelves,
            List<Offer> unlikely) {
        public boolean isEmpty() {
            return likely.isEmpty() && shelves.isEmpty() && unlikely.isEmpty();
        }
    }

    /** What was looked for. */
    public record Search(String words, String event, List<org.weimin.shell.Option> events) {
        public boolean isActive() {
            return !words.isEmpty() || !event.isEmpty();
        }
    }

    /** A shelf of the catalogue; of what was looked for there is one without a title. */
    public record Shelf(String title, List<Offer> offers) {
        public String names() {
            return String.join("　", offers.stream().map(Offer::title).toList());
        }
    }

    /** One matter with everybody for whom it may be asked. */
    public record Offer(String title, List<Choice> choices) {}

    /** Before anything is typed: who asks, what will be asked, what need not be brought. */
    public record Start(
            String parameter,
            String party,
            List<String> asks,
            String matterTitle,
            Who who,
            List<MemberRow> members,
            List<String> bring,
            List<String> shared) {}

    public record Who(String name, String address, String back) {}

    public record MemberRow(String name, String relation, String birth, String identity, String notCounted) {}

    /** The task list: each part with its state and its address. */
    public record Tasks(String draft, String matterTitle, String head, List<Task> tasks, boolean ready) {}

    public record Task(String href, String title, String state) {}

    public record Applicant(String draft, List<Choice> people, String agent, String authorisation, String error) {}

    public record Choice(String value, String label, String hint, boolean chosen) {}

    public record Section(String draft, String id, String title, List<Block> blocks, boolean faulty) {}

    public record Block(String who, List<Field> fields) {}

    /** {@code kind}: text, money, number, date, choice. */
    public record Field(
            String key,
            String label,
            String hint,
            String kind,
            List<org.weimin.shell.Option> options,
            String value,
            String source,
            boolean required,
            String error) {}

    public record Consent(
            String draft,
            List<String> statements,
            List<Choice> adults,
            String signedOn,
            String evidence,
            String error) {}

    /** What one adult signs on the own phone; the others with whether they have. */
    public record OwnConsent(String draft, List<String> statements, List<Choice> others, String error) {}

    public record Papers(String draft, List<org.weimin.shell.Option> wanted, List<Picture> kept, String error) {}

    public record Picture(String href, String title) {}

    public record Check(String draft, String matterTitle, List<Answers> parts, List<String> missing) {}

    public record Answers(String title, String href, List<Answer> answers) {}

    public record Answer(String label, String value, String source) {}

    public record Home(List<DraftRow> drafts) {}

    public record DraftRow(String href, String head, String address, String matterTitle, String startedOn) {}
}
