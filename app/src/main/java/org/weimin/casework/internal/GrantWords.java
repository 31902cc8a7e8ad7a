package org.weimin.casework.internal;

import java.util.stream.Collectors;
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
