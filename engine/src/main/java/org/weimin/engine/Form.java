package org.weimin.engine;

import java.util.List;

/** 申请表: what an applicant is asked, in the order of the form; each field is a fact of the dictionary. */
public record Form(List<Section> sections, List<Material> materials, List<Statement> statements) {
    public static final Form EMPTY = new Form(List.of(), List.of(), List.of());

    /** Fields asked once for the household, or once for each member. */
    public record Section(String id, Text title, boolean perMember, List<Field> fields) {}

    public record Field(FactKind fact, boolean required) {}

    /** A paper of the material catalogue. */
    public record Material(String id, Text title, boolean required, Mode mode) {
        /** How the office gets it; what is shared is fetched and never demanded, what is internal it writes itself. */
        public enum Mode {
            SHARE,
            PAPER,
            DECLARE,
            INTERNAL
        }

        public boolean shared() {
            return mode == Mode.SHARE;
        }
    }

    /** What the applicant declares or consents to by signing. */
    public record Statement(String id, Text text, boolean required) {}

    static Form read(Yaml yaml, FactsDictionary dictionary, Materials materials) {
        return new Form(
                yaml.children("sections").stream()
                        .map(section -> section(section, dictionary))
                        .toList(),
                yaml.children("materials").stream().map(materials::read).toList(),
                yaml.children("statements").stream()
                        .map(statement -> new Statement(
                                statement.text("id"), statement.bilingual("text"), statement.isTrue("required")))
                        .toList());
    }

    private static Section section(Yaml yaml, FactsDictionary dictionary) {
        boolean perMember = yaml.text("per", "household").equals("person");
        return new Section(
                yaml.text("id"),
                yaml.bilingual("title"),
                perMember,
                yaml.children("fields").stream()
                        .map(field -> field(field, perMember, dictionary))
                        .toList());
    }

    private static Field field(Yaml yaml, boolean perMember, FactsDictionary dictionary) {
        FactKind fact = dictionary
                .find(yaml.text("fact"))
                .orElseThrow(() -> Faults.unknownName(yaml.where(), yaml.text("fact")));
        if (fact.ofMember() != perMember) {
            throw Faults.type(
                    yaml.where(), fact.name() + (perMember ? " is no fact of a person" : " needs per: person"));
        }
        return new Field(fact, yaml.isTrue("required"));
    }
}
