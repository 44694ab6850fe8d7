package org.zhenjie.scenarios.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhenjie.scenarios.reform.Scenario;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.StudyFolder;
import org.zhenjie.scenarios.study.TownTerms;

/** What was read from a study folder, in figures that its author can check. */
final class StudyText {
    private final Call call;
    private final CliTexts texts;
    private final Locale locale;
    private final Figures figures;

    StudyText(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.locale = call.locale();
        this.figures = new Figures(locale);
    }

    void print(StudyFolder folder, List<Scenario> scenarios) {
        Study study = folder.study();
        call.print(texts.get("study.title", study.name().in(locale), study.crs()));
        String note = study.note().in(locale);
        if (!note.isBlank()) {
            call.print(note);
        }
        call.print("");
        TextTable table = new TextTable(List.of(texts.get("study.what"), texts.get("study.count")));
        Stream.concat(figures(study).stream(), further(study).stream().filter(line -> line.count() > 0))
                .forEach(line -> table.row(line.what(), figures.whole(line.count())));
        table.lines().forEach(call::print);
        call.print("");
        details(study);
        call.print("");
        for (Scenario scenario : scenarios) {
            call.print(texts.get(
                    "study.scenario",
                    scenario.name(),
                    scenario.title().in(locale),
                    scenario.reforms().size()));
        }
        call.print("");
    }

    private record Line(String what, long count) {}

    private List<Line> figures(Study study) {
        Norms norms = new Norms(study);
        return List.of(
                line("study.counties", study.counties().size()),
                line("study.towns", study.towns().size()),
                line(
                        "study.residents",
                        study.towns().stream().mapToLong(Study.Town::people).sum()),
                line("study.zones", study.zones().size()),
                line("study.servicePoints", study.servicePoints().size()),
                line("study.need", study.towns().stream().mapToLong(norms::need).sum()),
                line(
                        "study.held",
                        study.held().stream().mapToLong(Study.Held::posts).sum()),
                line(
                        "study.heldPeople",
                        study.held().stream().mapToLong(Study.Held::people).sum()),
                line("study.pools", study.pools().size()),
                line(
                        "study.poolPosts",
                        study.pools().stream().mapToLong(Study.Pool::size).sum()),
                line("study.departments", study.departments().size()),
                line(
                        "study.headCount",
                        study.departments().stream()
                                .mapToLong(Study.Department::headCount)
                                .sum()),
                line("study.blocks", study.blocks().size()),
                line(
                        "study.blockPeople",
                        study.blocks().stream()
                                .mapToLong(Study.StaffBlock::size)
                                .sum()));
    }

    /** What only some studies have. */
    private List<Line> further(Study study) {
        return List.of(
                line("study.institutions", study.institutions().size()),
                line(
                        "study.institutionPosts",
                        study.institutions().stream()
                                .mapToLong(Study.Institution::posts)
                                .sum()),
                line("study.powers", study.terms().powers().size()),
                line("study.duties", study.terms().duties().all().size()),
                line(
                        "study.outside",
                        study.terms().outside().stream()
                                .mapToLong(TownTerms.Outside::people)
                                .sum()));
    }

    private Line line(String key, long count) {
        return new Line(texts.get(key), count);
    }

    private void details(Study study) {
        call.print(texts.get(
                "study.platforms",
                study.platforms().stream().map(one -> one.name().in(locale)).collect(joining())));
        call.print(texts.get(
                "study.quotaTypes",
                study.quotaTypes().stream().map(one -> one.name().in(locale)).collect(joining())));
        call.print(texts.get(
                "study.serviceKinds",
                study.serviceKinds().stream().map(one -> one.name().in(locale)).collect(joining())));
        call.print(texts.get(
                "study.weights",
                study.policy().weights().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .map(entry -> entry.getKey() + " " + figures.whole(entry.getValue()))
                        .collect(joining())));
    }

    private java.util.stream.Collector<CharSequence, ?, String> joining() {
        return Collectors.joining(texts.get("list.separator"));
    }
}
