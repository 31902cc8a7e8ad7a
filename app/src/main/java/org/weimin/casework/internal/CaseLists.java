package org.weimin.casework.internal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.divisions.PlaceList;
import org.weimin.kernel.MatterId;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** Cases and what is to be done in them by number, place by place. */
@Configuration(proxyBeanMethods = false)
class CaseLists {
    @Bean
    static PlaceList casesOfAPlace(Policy policy) {
        return new PlaceList(
                "casework.case_file",
                "casework.view",
                "SELECT id, number AS label, pack AS detail FROM casework.case_file WHERE area = :place",
                "/cases/",
                pack -> {
                    var title = policy.pack(new MatterId(pack)).title();
                    return Texts.either(title.zh(), title.en());
                });
    }

    @Bean
    static PlaceList tasksOfAPlace() {
        return new PlaceList(
                "casework.task", "casework.view", """
                    SELECT f.id, f.number AS label, t.state AS detail
                      FROM casework.task t JOIN casework.case_file f ON f.id = t.case_file_id WHERE t.area = :place
                    """, "/cases/", state -> Texts.t("casework.status." + state));
    }
}
