package org.zhenjie.scenarios.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.zhenjie.gis.crs.Crs;
import org.zhenjie.gis.crs.GeometryTransform;
import org.zhenjie.scenarios.study.Name;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Policy;
import org.zhenjie.scenarios.study.Study.Town;
import org.zhenjie.scenarios.study.Study.Zone;
import org.zhenjie.scenarios.study.TownTerms;

/** Need by town and platform under the sample's norms, by the same rules that a study is read with. */
final class Needs {
    private Needs() {}

    /** Posts that the norms ask for: a row for each town, a column for each platform. */
    static int[][] of(Template template, List<Indicators> towns, List<Zone> zones) {
        GeometryTransform metres = Crs.between(Crs.decode(StudyWriter.CRS), Crs.decode(template.crs()));
        List<Town> list = towns.stream().map(town -> town(town, metres)).toList();
        Norms norms = new Norms(study(template, list, zones));
        return list.stream()
                .map(town -> template.platforms().stream()
                        .mapToInt(platform -> norms.need(town, platform.id()))
                        .toArray())
                .toArray(int[][]::new);
    }

    private static Town town(Indicators town, GeometryTransform metres) {
        Geometry boundary = metres.apply(town.area().boundary());
        return new Town(
                town.area().fact().code(),
                town.area().fact().name(),
                town.area().fact().kind(),
                town.area().fact().county(),
                boundary,
                boundary.getInteriorPoint(),
                town.people(),
                Map.of(
                        "coast_km", BigDecimal.valueOf(town.area().coastKm()),
                        "service_matters_k", BigDecimal.valueOf(town.serviceMattersK()),
                        "enforcement_cases", BigDecimal.valueOf(town.enforcementCases()),
                        "hazard_sites", BigDecimal.valueOf(town.hazardSites())));
    }

    private static Study study(Template template, List<Town> towns, List<Zone> zones) {
        Name none = new Name("-", "-");
        return new Study(
                none,
                none,
                template.crs(),
                template.platforms(),
                List.of(),
                List.of(),
                List.of(),
                towns,
                zones,
                List.of(),
                Study.Ground.BARE,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                template.norms(),
                List.of(),
                List.of(),
                new Policy(Map.of(), Set.of()),
                List.of(),
                List.of(),
                TownTerms.NONE,
                Map.of());
    }
}
