package org.zhenjie.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the planner, and who may enter. */
@AnalyzeClasses(packages = "org.zhenjie.planner", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_search_library_is_named_where_there_is_a_search = noClasses()
            .that()
            .resideOutsideOfPackages("..planner.solve..", "..planner.consolidation.solve..", "..planner.search..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.optaplanner..");

    @ArchTest
    static final ArchRule the_problem_stands_by_itself = classes()
            .that()
            .resideInAPackage("..planner.allocation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..planner.allocation..", "java.lang..", "java.util..", "java.math..", "java.time..");

    @ArchTest
    static final ArchRule a_consolidation_and_its_bound_stand_by_themselves = classes()
            .that()
            .resideInAPackage("..planner.consolidation")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..planner.consolidation", "java.lang..", "java.util..", "java.math..");

    @ArchTest
    static final ArchRule the_yardstick_knows_only_the_problem = classes()
            .that()
            .resideInAPackage("..planner.yardstick..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..planner.yardstick..", "..planner.allocation..", "java.lang..", "java.util..", "java.math..");

    @ArchTest
    static final ArchRule no_files_no_screens_no_geometry = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.awt..",
                    "javax.swing..",
                    "org.locationtech..",
                    "org.geotools..");

    @ArchTest
    static final ArchRule nothing_goes_round_in_circles =
            slices().matching("org.zhenjie.planner.(*)..").should().beFreeOfCycles();
}
