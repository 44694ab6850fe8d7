package org.zhenjie.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of the house. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhenjie");

    @Test
    void gis_knows_nothing_of_the_planner_and_of_studies() {
        noClasses()
                .that()
                .resideInAPackage("org.zhenjie.gis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.zhenjie.planner..", "org.zhenjie.scenarios..", "org.zhenjie.ui..", "org.optaplanner..")
                .check(CLASSES);
    }

    @Test
    void the_planner_knows_no_geography_no_files_and_no_studies() {
        noClasses()
                .that()
                .resideInAPackage("org.zhenjie.planner..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.zhenjie.gis..",
                        "org.zhenjie.scenarios..",
                        "org.zhenjie.ui..",
                        "org.locationtech.jts..",
                        "org.geotools..",
                        "java.nio.file..")
                .check(CLASSES);
    }

    @Test
    void scenarios_have_no_windows() {
        noClasses()
                .that()
                .resideInAPackage("org.zhenjie.scenarios..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..", "java.awt.event..", "com.formdev..", "org.zhenjie.ui..")
                .check(CLASSES);
    }

    @Test
    void only_the_solver_knows_the_search_library() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.zhenjie.planner..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .check(CLASSES);
    }

    @Test
    void only_the_plan_package_starts_a_solve() {
        noClasses()
                .that()
                .resideInAPackage("org.zhenjie.scenarios..")
                .and()
                .resideOutsideOfPackage("org.zhenjie.scenarios.plan..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.zhenjie.planner.solve..")
                .check(CLASSES);
    }

    @Test
    void only_the_stations_start_a_consolidation() {
        noClasses()
                .that()
                .resideInAPackage("org.zhenjie.scenarios..")
                .and()
                .resideOutsideOfPackage("org.zhenjie.scenarios.stations..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.zhenjie.planner.consolidation.solve..")
                .check(CLASSES);
    }

    @Test
    void the_domain_reads_layers_only_through_gis() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.zhenjie.scenarios.reform..",
                        "org.zhenjie.scenarios.plan..",
                        "org.zhenjie.scenarios.indicator..",
                        "org.zhenjie.scenarios.compare..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.geotools..", "org.zhenjie.gis.layer..", "org.zhenjie.gis.table..")
                .check(CLASSES);
    }

    @Test
    void no_room_of_the_scenarios_leads_back_to_itself() {
        slices().matching("org.zhenjie.scenarios.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void no_room_of_gis_leads_back_to_itself() {
        slices().matching("org.zhenjie.gis.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void no_room_of_the_planner_leads_back_to_itself() {
        slices().matching("org.zhenjie.planner.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
