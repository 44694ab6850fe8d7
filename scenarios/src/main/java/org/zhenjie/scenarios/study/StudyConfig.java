package org.zhenjie.scenarios.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.scenarios.study.Study.Ceiling;
import org.zhenjie.scenarios.study.Study.Floor;
import org.zhenjie.scenarios.study.Study.Norm;
import org.zhenjie.scenarios.study.Study.Platform;
import org.zhenjie.scenarios.study.Study.Policy;
import org.zhenjie.scenarios.study.Study.QuotaType;
import org.zhenjie.scenarios.study.Study.ServiceKind;

/** What the study file says, apart from the data that it names; see {@code docs/study-format.md}. */
record StudyConfig(
        Name name,
        Name note,
        Optional<Located<String>> crs,
        Map<String, Source> sources,
        List<Platform> platforms,
        List<QuotaType> quotaTypes,
        List<ServiceKind> serviceKinds,
        Map<String, Located<AttributeRule>> attributeRules,
        Travel travel,
        List<Located<Norm>> norms,
        List<Floor> floors,
        List<Ceiling> ceilings,
        List<TownTerms.Field> fields,
        List<TownTerms.StandIn> standIns,
        List<TownTerms.Batch> batches,
        Workload workload,
        Policy policy,
        List<IndicatorSet> indicatorSets,
        List<SituationMap.Further> layers) {

    /**
     * How work is counted.
     *
     * @param hoursPerPost a year; 0 where the file says none
     * @param indicator of the hours of towns' other work
     */
    record Workload(int hoursPerPost, Optional<Located<String>> indicator) {}

    /**
     * How roads are travelled.
     *
     * @param farthestToRoad a place farther from every road has no way over them, metres
     * @param speedKmh of roads that give none
     */
    record Travel(double farthestToRoad, double speedKmh) {}
}
