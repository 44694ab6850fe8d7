package org.zhenjie.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

@AnalyzeClasses(packages = "org.zhenjie.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule the_desktop_knows_the_scenarios_and_nothing_behind_them = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.zhenjie.gis..",
                    "org.zhenjie.planner..",
                    "org.optaplanner..",
                    "org.geotools..",
                    "org.dhatim..",
                    "com.fasterxml..",
                    "java.sql..");

    @ArchTest
    static final ArchRule the_workspace_draws_nothing = classes()
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
                    com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(java.awt.Component.class)));

    @ArchTest
    static final ArchRule parts_of_the_window_do_not_know_the_window = noClasses()
            .that()
            .resideOutsideOfPackage("..ui.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..ui.shell..");

    @ArchTest
    static final ArchRule no_part_leans_on_another_that_leans_on_it = SlicesRuleDefinition.slices()
            .matching("org.zhenjie.ui.(*)..")
            .should()
            .beFreeOfCycles();
}
