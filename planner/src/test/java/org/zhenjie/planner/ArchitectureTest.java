package org.zhenjie.planner;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the planner, and who may enter. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhenjie.planner");

    @Test
    void the_search_library_is_named_where_there_is_a_search() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..planner.solve..",
                        "..planner.consolidation.solve..",
                        "..planner.assignment.solve..",
                        "..planner.grouping.solve..",
                        "..planner.teams.solve..",
                        "..planner.search..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.optaplanner..")
                .check(CLASSES);
    }

    @Test
    void the_exact_solver_stands_behind_its_seam() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..planner.exact..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.google..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..planner.exact..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("CpSat")
                .check(CLASSES);
    }

    @Test
    void the_problem_stands_by_itself() {
        classes()
                .that()
                .resideInAPackage("..planner.allocation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..planner.allocation..", "java.lang..", "java.util..", "java.math..", "java.time..")
                .check(CLASSES);
    }

    @Test
    void a_consolidation_and_its_bound_stand_by_themselves() {
        classes()
                .that()
                .resideInAPackage("..planner.consolidation")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("..planner.consolidation", "java.lang..", "java.util..", "java.math..")
                .check(CLASSES);
    }

    @Test
    void the_yardstick_knows_only_the_problem() {
        classes()
                .that()
                .resideInAPackage("..planner.yardstick..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..planner.yardstick..", "..planner.allocation..", "java.lang..", "java.util..", "java.math..")
                .check(CLASSES);
    }

    @Test
    void a_proof_knows_only_the_problem_and_the_exact_solver() {
        classes()
                .that()
                .resideInAPackage("..planner.proof..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "..planner.proof..",
                        "..planner.exact..",
                        "..planner.allocation..",
                        "java.lang..",
                        "java.util..",
                        "java.time..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("..planner.exact..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..planner.proof..", "..planner.allocation..")
                .check(CLASSES);
    }

    @Test
    void no_files_no_screens_no_geometry() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.nio.file..",
                        "java.awt..",
                        "javax.swing..",
                        "org.locationtech..",
                        "org.geotools..")
                .check(CLASSES);
    }

    @Test
    void nothing_goes_round_in_circles() {
        slices().matching("org.zhenjie.planner.(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
