package org.weimin.casework.internal;

import java.util.stream.Collectors;
import org.weimin.casework.Outcomes;
import org.weimin.engine.Determination.Outcome;
import org.weimin.engine.Grant;
import org.weimin.kernel.Money;

/** 准予内容: what a letter says that a decision gives; letters are written in Chinese, which binds. */
final class GrantWords {
    private GrantWords() {}

    static String of(Outcome decided) {
        return decided instanceof Outcome.Entitled(var grants)
                ? grants.stream().map(GrantWords::of).collect(Collectors.joining("；"))
                : "";
    }

    /** The same for the page that explains the letter. */
    static String inEnglish(Outcome decided) {
        return decided instanceof Outcome.Entitled(var grants)
                ? grants.stream().map(GrantWords::inEnglish).collect(Collectors.joining("; "))
                : "";
    }

    private static String inEnglish(Grant grant) {
        return switch (grant) {
            case Grant.Monthly monthly -> "CNY " + monthly.amount().grouped() + " a month";
            case Grant.OneOff once -> "CNY " + once.amount().grouped() + ", once";
            case Grant.Identity identity ->
                identity.title().en()
                        + (identity.validMonths() == 0 ? "" : ", for " + identity.validMonths() + " months");
            case Grant.Service service ->
                service.title().en()
                        + (service.monthly().isPositive()
                                ? ", CNY " + service.monthly().grouped() + " a month"
                                : "");
            case Grant.Document document -> document.title().en();
        };
    }

    /** Which sentence tells the outcome on a page. */
    static String key(Outcome outcome) {
        String word = Outcomes.word(outcome);
        if (!word.equals("entitled") || Outcomes.monthly(outcome).isPositive()) {
            return word;
        }
        return word + (Outcomes.once(outcome).isPositive() ? ".once" : ".other");
    }

    /** The figure in that sentence. */
    static String figure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.NotEntitled(var reason) -> reason;
            case Outcome.CannotTell(var missing) -> String.join("、", missing);
            case Outcome.Entitled ignored ->
                Outcomes.monthly(outcome).isPositive()
                        ? Outcomes.monthly(outcome).grouped()
                        : Outcomes.once(outcome).grouped();
        };
    }

    private static String of(Grant grant) {
        return switch (grant) {
            case Grant.Monthly monthly -> "每月" + amount(monthly.amount());
            case Grant.OneOff once -> "一次性" + amount(once.amount());
            case Grant.Identity identity ->
                identity.title().zh() + (identity.validMonths() == 0 ? "" : "，有效期" + identity.validMonths() + "个月");
            case Grant.Service service ->
                service.title().zh() + (service.monthly().isPositive() ? "，每月" + amount(service.monthly()) : "");
            case Grant.Document document -> document.title().zh();
        };
    }

    private static String amount(Money amount) {
        return amount.grouped() + "元（大写：" + amount.inWords() + "）";
    }
}
