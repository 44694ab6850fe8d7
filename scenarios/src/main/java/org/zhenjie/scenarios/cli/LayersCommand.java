package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhenjie.scenarios.study.SituationMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhenjie layers}: lists the layers of the situation map with what each holds. */
@Command(name = "layers", sortOptions = false)
final class LayersCommand implements Callable<Integer> {
    private final Call call;
    private final CliTexts texts;
    private final Figures figures;

    @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "study")
    private Path study;

    LayersCommand(Call call) {
        this.call = call;
        this.texts = call.texts();
        this.figures = new Figures(call.locale());
    }

    @Override
    public Integer call() {
        SituationMap map = SituationMap.of(Plans.open(call, study));
        layers(map.layers());
        call.print("");
        map.layers()
                .forEach(layer -> call.print(texts.get(
                        "layers.fields", layer.id(), String.join(texts.get("list.separator"), layer.fields()))));
        call.print("");
        indicators(map.indicators());
        return ExitCode.DONE;
    }

    private void layers(List<SituationMap.Layer> layers) {
        TextTable table = new TextTable(List.of(
                texts.get("layers.layer"),
                texts.get("layers.title"),
                texts.get("layers.kind"),
                texts.get("layers.features"),
                texts.get("layers.towns"),
                texts.get("layers.file")));
        layers.forEach(layer -> table.row(
                layer.id(),
                layer.name()
                        .map(name -> name.in(call.locale()))
                        .orElseGet(() -> texts.get("layers.title." + layer.id())),
                texts.get("layers.kind." + layer.kind()),
                figures.whole(layer.features()),
                figures.whole(layer.towns()),
                layer.file()));
        table.lines().forEach(call::print);
    }

    private void indicators(List<SituationMap.TownIndicator> indicators) {
        TextTable table = new TextTable(List.of(
                texts.get("layers.indicator"),
                texts.get("layers.known"),
                texts.get("layers.least"),
                texts.get("layers.most"),
                texts.get("layers.sum")));
        indicators.forEach(one -> table.row(
                one.id(),
                figures.whole(one.known()),
                figures.number(one.least()),
                figures.number(one.most()),
                figures.number(one.sum())));
        table.lines().forEach(call::print);
    }
}
