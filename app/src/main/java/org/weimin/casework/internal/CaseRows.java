package org.weimin.casework.internal;

import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.weimin.casework.CaseFile;
import org.weimin.kernel.CaseFileId;
import org.weimin.people.RowWords;
import org.weimin.people.RowWords.Words;
import org.weimin.policy.Policy;
import org.weimin.shell.Texts;

/** What a case is called where the rows that hang on a person are listed. */
@Configuration(proxyBeanMethods = false)
class CaseRows {
    @Bean
    static RowWords caseRows(CaseFileStore files, Policy policy) {
        return new RowWords(
                "casework.case_file",
                keys -> keys.stream()
                        .flatMap(key -> files.find(new CaseFileId(key)).stream())
                        .collect(Collectors.toMap(file -> file.id().value(), file -> words(file, policy))));
    }

    private static Words words(CaseFile file, Policy policy) {
        var title = policy.pack(file.claim().matter()).title();
        return new Words(
                file.claim().number() + " " + Texts.either(title.zh(), title.en()),
                Texts.t("casework.status." + file.status()),
                "/cases/" + file.id());
    }
}
