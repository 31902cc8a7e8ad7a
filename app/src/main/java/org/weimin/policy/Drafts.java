package org.weimin.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.weimin.audit.Audit;
import org.weimin.engine.Packs;
import org.weimin.kernel.Acting;
import org.weimin.kernel.Actor;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.DraftId;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Refused;
import org.weimin.policy.Draft.Content;
import org.weimin.policy.internal.DraftStore;
import org.weimin.policy.internal.PackShelf;
import org.weimin.policy.internal.Publishing;

/** 政策草案: the desk where the law is changed: drafted by one person, checked by its examples, published by another. */
@Service
@Transactional
public class Drafts {
    private final DraftStore store;
    private final Publishing publishing;
    private final PackShelf shelf;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Audit audit;

    Drafts(
            DraftStore store,
            Publishing publishing,
            PackShelf shelf,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Audit audit) {
        this.store = store;
        this.publishing = publishing;
        this.shelf = shelf;
        this.events = events;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Draft get(DraftId id) {
        return store.get(id);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Draft> list() {
        return store.list();
    }

    public DraftId begin(MatterId matter, LocalDate from, Draft.Purpose purpose) {
        Actor.Staff staff = Acting.staff();
        shelf.packs().get(matter).editionOn(from);
        var author = new Draft.Author(staff.id(), staff.name(), staff.area().county());
        Draft draft = Draft.begin(matter, from, purpose, author);
        store.add(draft);
        record("policy.draft.begun", draft);
        return draft.id();
    }

    /** 决策表: the whole DMN file; what cannot be read is refused with its place and leaves the draft as it was. */
    public void setRules(DraftId id, String dmn) {
        change(id, before -> new Content(Optional.of(dmn), before.cases(), before.values()));
    }

    /** 样例: worked examples that speak about the days from the draft on. */
    public void setCases(DraftId id, String yaml) {
        change(id, before -> new Content(before.rules(), Optional.of(yaml), before.values()));
    }

    /** 新的取值: one line more; for the own area, or for a higher one whose document it then is. */
    public void addValue(DraftId id, NewValue value) {
        DivisionCode own = Acting.staff().area();
        if (!own.contains(value.place()) && !value.place().contains(own)) {
            throw new Refused("policy.value.elsewhere", value.place().value(), own.value());
        }
        change(
                id,
                before -> new Content(
                        before.rules(),
                        before.cases(),
                        Stream.concat(before.values().stream(), Stream.of(value))
                                .toList()));
    }

    public void dropValue(DraftId id, String parameter, DivisionCode place, LocalDate from) {
        change(
                id,
                before -> new Content(
                        before.rules(),
                        before.cases(),
                        before.values().stream()
                                .filter(each -> !each.isAt(parameter, place, from))
                                .toList()));
    }

    public void dropRules(DraftId id) {
        change(id, before -> new Content(Optional.empty(), before.cases(), before.values()));
    }

    public void dropCases(DraftId id) {
        change(id, before -> new Content(before.rules(), Optional.empty(), before.values()));
    }

    /** 运行样例: the draft is checked when every worked example of every matter that it touches comes out right. */
    public Draft check(DraftId id) {
        Draft draft = own(id);
        Draft checked = draft.checked(publishing.golden(draft));
        store.save(checked);
        return checked;
    }

    public void submit(DraftId id) {
        Draft submitted = own(id).submitted();
        store.save(submitted);
        record("policy.draft.submitted", submitted);
        events.publishEvent(new DraftSubmitted(id, submitted.matter()));
    }

    public void withdraw(DraftId id) {
        Draft withdrawn = own(id).withdrawn();
        store.save(withdrawn);
        record("policy.draft.withdrawn", withdrawn);
    }

    public void refuse(DraftId id, String words) {
        Draft refused = store.get(id).refused(review(words));
        store.save(refused);
        record("policy.draft.refused", refused);
    }

    /** 发布: by another person than the author. The old law stays stored; the new one answers with the commit. */
    public void publish(DraftId id, String words) {
        Draft published = store.get(id).published(review(words));
        publishing.publish(published, clock.today(), clock.now());
        record("policy.published", published);
        events.publishEvent(new PolicyPublished(id, published.matter(), published.from()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                shelf.reload();
            }
        });
    }

    /** The law as it would be under the draft; an open one is laid over the law of this moment. */
    @Transactional(readOnly = true)
    public Packs supposing(Draft draft) {
        return publishing.supposing(draft);
    }

    /** What the draft changes, line by line and row by row. */
    @Transactional(readOnly = true)
    public Changes changes(Draft draft) {
        return draft.status() == Draft.Status.PUBLISHED
                ? store.changes(draft.id())
                : Changes.between(shelf.packs(), publishing.supposing(draft), draft);
    }

    private void change(DraftId id, UnaryOperator<Content> change) {
        Draft draft = own(id);
        Draft changed = draft.with(change.apply(draft.content()));
        publishing.supposing(changed);
        store.save(changed);
    }

    /** Only the author works on a draft. */
    private Draft own(DraftId id) {
        Draft draft = store.get(id);
        if (!draft.author().id().equals(Acting.staff().id())) {
            throw new Refused("policy.draft.not-author", draft.author().name());
        }
        return draft;
    }

    private Draft.Review review(String words) {
        Actor.Staff staff = Acting.staff();
        return new Draft.Review(staff.id(), staff.name(), clock.today(), words.strip());
    }

    private void record(String what, Draft draft) {
        audit.changed(
                what,
                draft.id().value(),
                draft.author().area().value(),
                Map.of("matter", draft.matter().value(), "from", draft.from().toString()));
    }
}
