package org.weimin.engine;

import java.util.List;

/** 申请表: what an applicant is asked, in the order of the form; each field is a fact of the dictionary. */
public record Form(List<Section> sections, List<Material> materials, List<Statement> statements) {
    public static final Form EMPTY = new Form(List.of(), List.of(), List.of());

    /** Fields asked once for the household, or once for each member. */
    public record Section(String id, Text title, boolean perMember, List<Field> fields) {}

    public record Field(FactKind fact, boolean required) {}

    /** A paper of the material catalogue; {@code shared} ones are fetched and never asked of the resident. */
    public record Material(String id, Text title, boolean required, boolean shared) {}

    /** What the applicant declares or consents to by signing. */
    public record Statement(String id, Text text, boolean required) {}

    static Form read(Yaml yaml, FactsDictionary dictionary) {
        return new Form(
                yaml.children("sections").stream()
                        .map(section -> section(section, dictionary))
                        .toList(),
                yaml.children("materials").stream()
                        .map(paper -> new Material(
                                paper.text("id"),
                                paper.bilingual("title"),
                                paper.isTrue("required"),
                                paper.isTrue("shared")))
                        .toList(),
                yaml.children("statements").stream()
                        .map(statement -> new Statement(
                                statement.text("id"), statement.bilingual("text"), statement.isTrue("required")))
                        .toList());
    }

    private static Section section(Yaml yaml, FactsDictionary dictionary) {
        return new Section(
                yaml.text("id"),
                yaml.bilingual("title"),
                yaml.text("per", "household").equals("person"),
                yaml.children("fields").stream()
                        .map(field -> new Field(
                                dictionary
                                        .find(field.text("fact"))
                                        .orElseThrow(() -> Faults.unknownName(field.where(), field.text("fact"))),
                                field.isTrue("required")))
                        .toList());
    }
}
