package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.export.ReformTexts;
import org.zhenjie.scenarios.reform.Consolidated;
import org.zhenjie.scenarios.reform.Consolidated.Choice;
import org.zhenjie.scenarios.reform.Reformed;
import org.zhenjie.scenarios.reform.Reforms;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.reform.ScenarioFile;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.tables.Scale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zhenjie sites}: what a scenario's consolidations choose, and what other numbers of units would come to. */
@Command(name = "sites", sortOptions = false)
final class SitesCommand implements Callable<Integer> {
    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    @Mixin
    private ScenarioChoice choice;

    @Option(
            names = "--keep",
            paramLabel = "A..B",
            descriptionKey = "sitesKeep",
            converter = StationsCommand.Range.class,
            order = 20)
    private NumberRange keep;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "sitesOut", order = 30)
    private Path out;

    SitesCommand(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    /** A line of the frontier, with the consolidation that it belongs to. */
    private record Line(int number, Consolidated consolidated, Choice choice) {
        boolean isChosen() {
            return consolidated.choice().keep() == choice.keep();
        }

        boolean isFeasible() {
            return choice.result().account().isFeasible();
        }
    }

    @Override
    public Integer call() {
        StudyFolder folder = Plans.open(call, choice.study());
        if (out != null) {
            new InputGuard(folder).check(out);
            Targets.check(out);
        }
        Scenario scenario = ScenarioFile.read(folder, choice.scenario());
        call.cancellation().worthless(true);
        Reformed reformed = Reforms.apply(scenario, folder.study());
        call.report(reformed.warnings());
        List<Consolidated> all = reformed.consolidations();
        if (all.isEmpty()) {
            throw new InputException(
                    Problem.error(CliTexts.BUNDLE, "sites.none", Where.nowhere().value(scenario.name())));
        }
        List<Line> frontier = new ArrayList<>();
        for (Consolidated one : all) {
            print(folder.study(), one);
            List<Choice> choices = keep == null ? one.frontier() : one.frontier(keep);
            List<Line> lines = choices.stream()
                    .map(choice -> new Line(all.indexOf(one) + 1, one, choice))
                    .toList();
            if (keep != null || lines.size() > 1) {
                printFrontier(lines);
            }
            frontier.addAll(lines);
        }
        call.cancellation().worthless(false);
        call.cancellation().check();
        if (out != null) {
            write(frontier);
        }
        return ExitCode.DONE;
    }

    private void print(Study study, Consolidated one) {
        String reform = new ReformTexts(study, call.locale()).of(one.reform());
        call.print(one.area()
                .map(area -> texts.get("sites.inArea", reform, area(study, area)))
                .orElse(reform));
        Choice choice = one.choice();
        call.print("  "
                + texts.get(
                        "sites.chosen",
                        choice.keep(),
                        one.units().size(),
                        Scale.plain(one.cost(choice.result().account().cost())),
                        Scale.plain(one.cost(choice.result().bound())),
                        texts.get("sites.unit." + one.reform().by()),
                        choice.freed(),
                        choice.leadersCut()));
        TextTable table = new TextTable(List.of(
                texts.get("sites.merged"),
                texts.get("sites.distance." + one.reform().by()),
                texts.get("sites.load"),
                texts.get("sites.cost")));
        List<Integer> hosts = one.plan().hosts();
        for (int site = 0; site < hosts.size(); site++) {
            int host = hosts.get(site);
            if (host != site) {
                long metres = one.problem().distances()[site][host];
                table.row(
                        texts.get(
                                "sites.into",
                                name(one.units().get(site)),
                                name(one.units().get(host))),
                        one.cost(metres).toPlainString(),
                        figures.whole(one.problem().load(site)),
                        one.cost(metres * one.problem().weight(site)).toPlainString());
            }
        }
        if (choice.keep() < hosts.size()) {
            table.lines().forEach(line -> call.print("  " + line));
        }
    }

    private void printFrontier(List<Line> lines) {
        TextTable table = new TextTable(List.of(
                texts.get("frontier.keep"),
                texts.get("sites.cost"),
                texts.get("frontier.bound"),
                texts.get("frontier.gap"),
                texts.get("sites.freed"),
                texts.get("sites.leadersCut"),
                texts.get("sites.net"),
                ""));
        for (Line line : lines) {
            Consolidated one = line.consolidated();
            Choice choice = line.choice();
            boolean feasible = line.isFeasible();
            table.row(
                    String.valueOf(choice.keep()),
                    feasible ? one.cost(choice.result().account().cost()).toPlainString() : Figures.none(),
                    choice.result().impossible()
                            ? Figures.none()
                            : one.cost(choice.result().bound()).toPlainString(),
                    feasible ? figures.share(choice.result().gap()) : Figures.none(),
                    feasible ? figures.whole(choice.freed()) : Figures.none(),
                    feasible ? figures.whole(choice.leadersCut()) : Figures.none(),
                    feasible ? one.net(choice).toPlainString() : Figures.none(),
                    line.isChosen() ? texts.get("sites.taken") : "");
        }
        call.print("");
        table.lines().forEach(line -> call.print("  " + line));
    }

    private void write(List<Line> frontier) {
        try {
            CsvFile.write(
                    out,
                    List.of(
                            "consolidation",
                            "area",
                            "keep",
                            "cost",
                            "bound",
                            "freed_posts",
                            "leaders_cut",
                            "net",
                            "taken"),
                    frontier.stream().map(SitesCommand::row).toList());
        } catch (IOException e) {
            throw Plans.unwritable(out, e);
        }
        call.print(texts.get("file.written", out));
    }

    private static List<Object> row(Line line) {
        Consolidated one = line.consolidated();
        Choice choice = line.choice();
        return List.of(
                line.number(),
                one.area().orElse(""),
                choice.keep(),
                line.isFeasible()
                        ? Scale.plain(one.cost(choice.result().account().cost()))
                        : "",
                choice.result().impossible()
                        ? ""
                        : Scale.plain(one.cost(choice.result().bound())),
                line.isFeasible() ? choice.freed() : "",
                line.isFeasible() ? choice.leadersCut() : "",
                line.isFeasible() ? Scale.plain(one.net(choice)) : "",
                line.isChosen());
    }

    private String area(Study study, String code) {
        return study.town(code)
                .map(Study.Town::name)
                .or(() -> study.county(code).map(Study.County::name))
                .map(name -> name.in(call.locale()))
                .orElse(code);
    }

    private String name(Institution unit) {
        return texts.get("sites.name", unit.name().in(call.locale()), unit.id());
    }
}
