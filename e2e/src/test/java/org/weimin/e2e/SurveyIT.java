package org.weimin.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two officers visit a home where there is no network: one fills the survey on a phone, the other confirms it. */
@ExtendWith(Chromium.class)
class SurveyIT {
    private static final String PIN = "268413";
    private static final String SEEN = "一家三口，房屋自有，女儿在家待业。";
    /** Everything that lies in the draft's database, as text: names would show. */
    private static final String KEPT = """
        async () => {
          const open = indexedDB.open('weimin-survey');
          const db = await new Promise(done => open.onsuccess = () => done(open.result));
          const all = db.transaction('draft').objectStore('draft').getAll();
          await new Promise(done => all.onsuccess = done);
          return all.result.map(each => each.id + new TextDecoder().decode(each.sealed)).join();
        }
        """;

    private static Browser browser;
    private static String home;

    @TempDir
    Path folder;

    @BeforeAll
    static void open_the_county() {
        home = DemoCounty.running().address();
        browser = Chromium.start();
    }

    @AfterAll
    static void nothing_broke_on_the_way() {
        assertThat(Person.faults()).as("errors in the browser").isEmpty();
        assertThat(Person.inaccessible()).as("barriers").isEmpty();
    }

    @Test
    void a_survey_filled_without_network_is_sent_when_it_is_back_and_counts_when_the_second_officer_confirms()
            throws IOException {
        String file = fileAndAssess();
        fillWithoutNetwork(file);
        confirm(file);
    }

    private static String fileAndAssess() {
        var clerk = Person.signedInAs("俞晓峰", browser, home);
        var window = new Window(clerk);
        var filed = window.apply("欧阳 茸惠路88弄", "欧阳𠅤");
        window.assess(filed.casePath(), "材料齐全，入户核实。");
        clerk.leave();
        return filed.casePath();
    }

    private void fillWithoutNetwork(String file) throws IOException {
        var phone = Person.signedInOnPhone("俞晓峰", browser, home);
        phone.open(file).follow("入户调查").see("没有网络也能填");
        phone.look("survey");
        phone.page().setViewportSize(390, 844);
        phone.fill("口令", PIN).press("允许离线填写").see("草稿已加密保存");
        phone.page().waitForCondition(() -> phone.count("(await caches.keys()).length") == 1);
        phone.page().context().setOffline(true);
        phone.page().reload();
        phone.see("现在没有网络");
        assertThat(phone.text()).doesNotContain("茸惠路");
        phone.fill("口令", "000000").press("打开草稿").see("口令不对");
        phone.fill("口令", PIN).press("打开草稿").see("草稿已加密保存");
        answer(phone);
        phone.page().waitForTimeout(1_500);
        assertThat(phone.page().evaluate(KEPT)).asString().contains("/survey").doesNotContain("女儿", "茸惠路", "欧阳");
        phone.shot("survey-offline-phone");
        phone.page().context().setOffline(false);
        phone.follow("网络恢复了，去提交").see("这台手机上有这次入户的草稿");
        phone.fill("口令", PIN).press("打开草稿").see("草稿已加密保存");
        assertThat(phone.page().getByLabel("调查情况").inputValue()).isEqualTo(SEEN);
        phone.press("提交，请同行人员确认").see("入户调查表已提交");
        assertThat(phone.count("(await import('/static/survey-drafts.js')).count()"))
                .isZero();
        assertThat(phone.count("(await navigator.serviceWorker.getRegistrations()).length"))
                .isZero();
        phone.leave();
    }

    private void answer(Person phone) throws IOException {
        phone.page().getByLabel("同行的工作人员").selectOption(new SelectOption().setLabel("金凤英"));
        phone.fill("实际居住人口", "3").fill("未申报的贵重物品", "无").fill("调查情况", SEEN);
        phone.answerTheRest();
        Path photo = folder.resolve("door.jpg");
        ImageIO.write(new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB), "jpeg", photo.toFile());
        phone.upload("照片", photo).see("door.jpg");
        var pad = phone.page().locator("canvas").boundingBox();
        phone.page().mouse().move(pad.x + 20, pad.y + 20);
        phone.page().mouse().down();
        phone.page().mouse().move(pad.x + 120, pad.y + 60);
        phone.page().mouse().up();
    }

    private static void confirm(String file) {
        var second = Person.signedInAs("金凤英", browser, home);
        second.open("/desk").see("待我确认的调查");
        second.open(file).follow("确认入户调查").see(SEEN).see("自有");
        second.look("survey-confirm");
        String picture = second.page().locator(".pictures img").first().getAttribute("src");
        byte[] kept = second.page().context().request().get(home + picture).body();
        assertThat(kept).startsWith(0xFF, 0xD8, 0xFF);
        second.press("我在场，情况属实，确认").see("入户调查已确认");
        second.open(file).see(SEEN).look("case-visited");
        second.leave();
    }
}
