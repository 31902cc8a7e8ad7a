package org.weimin.engine;

import java.util.List;
import java.util.Optional;

/**
 * 办理结果: what the office hands over when it decides yes. One with a register gets a numbered entry there; the fields
 * are printed on it and kept with the entry.
 */
public record Output(
        Kind kind, Text title, Optional<Entry> register, List<String> fields, int validMonths, String letter) {

    private static final int MOST_SENSITIVE = 3;

    /** What it is. */
    public enum Kind {
        ROSTER,
        CERTIFICATE,
        REGISTER,
        IDENTITY,
        LETTER,
        RECEIPT,
        SLIP,
        ORDER,
        REPORT,
        FILE;

        /** A line of the roster and a letter are kept elsewhere; everything else is entered and numbered. */
        boolean isEntered() {
            return this != ROSTER && this != LETTER;
        }
    }

    /** 登记簿: the register, and the letters that its numbers begin with after the division. */
    public record Entry(String name, String code) {}

    /** The template that prints it, a file of the edition or a shared one. */
    public String template() {
        return "letters/" + letter + ".html";
    }

    public boolean expires() {
        return validMonths > 0;
    }

    static List<Output> list(Yaml matter) {
        return matter.has("output")
                ? matter.children("output").stream().map(Output::read).toList()
                : matter.children("outputs").stream().map(Output::read).toList();
    }

    private static Output read(Yaml yaml) {
        Kind kind = yaml.choice("kind", Kind.class);
        if (kind.isEntered() || yaml.has("register")) {
            String register = yaml.text("register");
            String code = yaml.text("code");
            if (!register.matches("[a-z][a-z-]*") || !code.matches("[A-Z]{2,4}")) {
                throw Faults.syntax(yaml.where(), register + ", " + code);
            }
        }
        return new Output(
                kind,
                yaml.bilingual("title"),
                yaml.find("register").map(name -> new Entry(name, yaml.text("code"))),
                yaml.texts("fields"),
                yaml.has("valid") ? yaml.child("valid").count("months") : 0,
                yaml.text("letter", "output"));
    }

    /** What is printed has to be a fact of the subject, and none of class 3: whoever holds the paper sees it. */
    void check(String where, Pack.Unit unit, FactsDictionary dictionary) {
        for (String field : fields) {
            FactKind fact = dictionary.find(field).orElseThrow(() -> Faults.unknownName(where, field));
            boolean ofSubject = unit == Pack.Unit.PERSON || !fact.ofMember();
            if (!ofSubject || fact.sensitivity() >= MOST_SENSITIVE) {
                throw Faults.type(where, field + (ofSubject ? " is of class 3" : " is a fact of a person"));
            }
        }
    }
}
