package org.zhenjie.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhenjie.ui");

    @Test
    void the_desktop_knows_the_scenarios_and_nothing_behind_them() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.zhenjie.gis..",
                        "org.zhenjie.planner..",
                        "org.optaplanner..",
                        "org.geotools..",
                        "org.dhatim..",
                        "com.fasterxml..",
                        "java.sql..")
                .check(CLASSES);
    }

    @Test
    void the_workspace_draws_nothing() {
        classes()
                .that()
                .resideInAPackage("..ui.workspace..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.nio.file..",
                        "java.time..",
                        "org.zhenjie..",
                        "java.awt",
                        "javax.swing")
                .andShould()
                .onlyAccessClassesThat(com.tngtech.archunit.base.DescribedPredicate.not(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(java.awt.Component.class)))
                .check(CLASSES);
    }

    @Test
    void parts_of_the_window_do_not_know_the_window() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..ui.shell..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..ui.shell..")
                .check(CLASSES);
    }

    @Test
    void no_part_leans_on_another_that_leans_on_it() {
        SlicesRuleDefinition.slices()
                .matching("org.zhenjie.ui.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}
