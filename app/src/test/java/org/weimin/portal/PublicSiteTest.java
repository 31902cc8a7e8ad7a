package org.weimin.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.weimin.engine.Pack;
import org.weimin.kernel.BusinessClock;
import org.weimin.kernel.DivisionCode;
import org.weimin.kernel.MatterId;
import org.weimin.kernel.Money;
import org.weimin.policy.Catalogue;
import org.weimin.policy.Policy;
import org.weimin.testing.Browser;
import org.weimin.testing.RoomTest;

/** What anybody may see and ask without saying who it is: catalogue, events of life, guides, self-check. */
@RoomTest
class PublicSiteTest {
    private static final DivisionCode COUNTY = new DivisionCode("310117");
    private static final Pattern EVENT = Pattern.compile("href=\"(/what-has-happened/[A-Z_]+)\"");

    @Autowired
    Policy policy;

    @Autowired
    Catalogue catalogue;

    @Autowired
    BusinessClock clock;

    @LocalServerPort
    int port;

    private Browser anybody;

    @BeforeEach
    void come_in() {
        anybody = new Browser(port, "lang=zh");
    }

    @Test
    void every_matter_stands_on_a_shelf_and_is_found_by_its_name() {
        String shelves = anybody.get("/services");
        for (Pack pack : catalogue.matters(clock.today())) {
            assertThat(shelves).contains("/public/matters/" + pack.id() + "\"");
            assertThat(catalogue
                            .search(pack.title().zh(), clock.today())
                            .getFirst()
                            .pack()
                            .id())
                    .isEqualTo(pack.id());
        }
    }

    @Test
    void a_search_without_an_answer_says_what_to_do() {
        assertThat(anybody.get("/services?q=xyzzyplugh")).contains("没有找到", "12345", "/what-has-happened");
        assertThat(anybody.get("/services?q=%E4%BD%8E%E5%AE%9D")).contains("/public/matters/dibao");
    }

    @Test
    void whatever_has_happened_leads_to_help() {
        var events = EVENT.matcher(anybody.get("/what-has-happened")).results().toList();
        assertThat(events).hasSizeGreaterThan(15);
        events.forEach(event -> assertThat(anybody.get(event.group(1))).contains("/public/matters/", "可能帮得上您"));
    }

    @Test
    void every_guide_has_its_fixed_elements_and_its_form_on_paper() {
        for (Pack pack : catalogue.matters(clock.today())) {
            String guide = anybody.get("/public/matters/" + pack.id());
            assertThat(guide).as(pack.id().value()).contains("谁可以申请", "能得到什么", "到哪里申请", "依据", "不同意怎么办", "12345");
            if (!Catalogue.comesByItself(pack)) {
                assertThat(guide).as(pack.id().value()).contains("要多久", "收费吗", "怎么办、分几步");
            }
            if (guide.contains("form.pdf")) {
                anybody.pdf("/public/matters/" + pack.id() + "/form.pdf");
            }
        }
    }

    @Test
    void a_self_check_gives_the_amount_that_the_rules_give() {
        String result = anybody.ask("/self-check", poorCouple(), 200);
        var standard = new BigDecimal(policy.value(new MatterId("dibao"), "standard", COUNTY, clock.today())
                .value());
        var expected = Money.yuan(standard.subtract(new BigDecimal("600"))
                .multiply(BigDecimal.TWO)
                .toPlainString());
        assertThat(result).contains("可能可以享受", "这不是决定", "大约每月 " + expected.grouped() + " 元");
    }

    @Test
    void whoever_earns_more_is_told_softly_and_what_is_not_known_is_named() {
        var rich = poorCouple();
        rich.put("p1.wageIncome", "20000");
        assertThat(anybody.ask("/self-check", rich, 200)).contains("可能还不符合", "家庭人均月收入未低于标准");
        var alone = poorCouple();
        alone.put("p1.supporters", "NONE");
        alone.put("p2.supporters", "NONE");
        assertThat(anybody.ask("/self-check", alone, 200)).contains("可能可以享受");
    }

    @Test
    void what_was_typed_wrong_comes_back_with_what_is_wrong() {
        var wrong = poorCouple();
        wrong.put("h.financialAssets", "1e999999999");
        wrong.put("p2.relation", "COUSIN");
        wrong.remove("p1.birthDate");
        assertThat(anybody.ask("/self-check", wrong, 422)).contains("请填数字", "请从列出的里面选", "这一项还没有填", "1e999999999");
    }

    private static Map<String, String> poorCouple() {
        var typed = new HashMap<>(Map.of("event", "HARDSHIP", "people", "2", "street", ""));
        typed.putAll(Map.of("p1.birthDate", "1975-03-01", "p2.birthDate", "1977-05-01", "p2.relation", "SPOUSE"));
        for (String person : new String[] {"p1.", "p2."}) {
            typed.putAll(Map.of(person + "wageIncome", "600", person + "transferIncome", "0"));
            typed.put(person + "businessIncome", "0");
        }
        typed.putAll(Map.of("h.financialAssets", "5000", "h.dwellings", "1", "h.dwellingArea", "50", "h.cars", "0"));
        return typed;
    }
}
