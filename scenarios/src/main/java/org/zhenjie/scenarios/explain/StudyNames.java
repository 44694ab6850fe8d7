package org.zhenjie.scenarios.explain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zhenjie.scenarios.study.Study;

/** Names of what the optimiser knows by position or id. */
final class StudyNames {
    private final Study study;
    private final Locale locale;
    private final Map<String, String> byId = new HashMap<>();

    StudyNames(Study study, ExplainTexts texts) {
        this.study = study;
        this.locale = texts.locale();
        Map<String, String> departments = new HashMap<>();
        study.departments().forEach(one -> departments.put(one.id(), one.name().in(locale)));
        study.blocks()
                .forEach(one -> byId.put(
                        one.id(), texts.get("name.block", one.id(), one.size(), departments.get(one.department()))));
        byId.putAll(departments);
        study.pools().forEach(one -> byId.put(one.id(), one.name().in(locale)));
        study.counties().forEach(one -> byId.put(one.code(), one.name().in(locale)));
        study.towns().forEach(one -> byId.put(one.code(), one.name().in(locale)));
        study.quotaTypes().forEach(one -> byId.put(one.id(), one.name().in(locale)));
        study.platforms().forEach(one -> byId.put(one.id(), one.name().in(locale)));
    }

    String town(int position) {
        return study.towns().get(position).name().in(locale);
    }

    String platform(int position) {
        return study.platforms().get(position).name().in(locale);
    }

    String quotaType(int position) {
        return study.quotaTypes().get(position).name().in(locale);
    }

    /** The name of a pool, department, block, platform, quota type, county or town; the id itself where it has none. */
    String of(String id) {
        return byId.getOrDefault(id, id);
    }
}
