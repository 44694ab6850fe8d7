package org.zhenjie.scenarios.explain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.zhenjie.planner.allocation.Rule;
import org.zhenjie.scenarios.study.Study;

/** Names of what the optimiser knows by position or id. */
final class StudyNames {
    private final Study study;
    private final Locale locale;
    private final ExplainTexts texts;
    private final Map<String, String> byId = new HashMap<>();
    private final Map<String, String> powers = new HashMap<>();
    private final Map<String, String> fields = new HashMap<>();

    StudyNames(Study study, ExplainTexts texts) {
        this.study = study;
        this.locale = texts.locale();
        this.texts = texts;
        Map<String, String> departments = new HashMap<>();
        study.departments().forEach(one -> departments.put(one.id(), one.name().in(locale)));
        study.blocks()
                .forEach(one -> byId.put(
                        one.id(), texts.get("name.block", one.id(), one.size(), departments.get(one.department()))));
        byId.putAll(departments);
        study.pools().forEach(one -> byId.put(one.id(), one.name().in(locale)));
        byId.put(Study.Pool.CITY, study.name().in(locale));
        study.counties().forEach(one -> byId.put(one.code(), one.name().in(locale)));
        study.towns().forEach(one -> byId.put(one.code(), one.name().in(locale)));
        study.quotaTypes().forEach(one -> byId.put(one.id(), one.name().in(locale)));
        study.platforms().forEach(one -> byId.put(one.id(), one.name().in(locale)));
        study.terms().powers().forEach(one -> powers.put(one.id(), one.name().in(locale)));
        study.terms().fields().forEach(one -> fields.put(one.id(), one.name().in(locale)));
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

    /** The name of what a rule charges: ids of powers and fields may be those of other things too. */
    String of(Rule rule, String id) {
        int slash = id.indexOf('/');
        return switch (rule) {
            case H5, S7 -> powers.getOrDefault(id, id);
            case H10 ->
                texts.get("place", fields.getOrDefault(id.substring(0, slash), id), of(id.substring(slash + 1)));
            case H12 -> texts.get("place", of(id.substring(0, slash)), of(id.substring(slash + 1)));
            default -> of(id);
        };
    }
}
