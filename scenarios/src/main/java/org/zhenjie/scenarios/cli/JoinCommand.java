package org.zhenjie.scenarios.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.zhenjie.gis.problem.InputException;
import org.zhenjie.gis.problem.Problem;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.export.JoinExport;
import org.zhenjie.scenarios.join.UnitJoin;
import org.zhenjie.scenarios.study.StudyJoin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhenjie join}: joins the tables of the departments by unit code and says what they disagree on. */
@Command(name = "join", sortOptions = false)
final class JoinCommand implements Callable<Integer> {
    private static final String WINS = "--wins";

    private final Call call;

    @Parameters(index = "0", paramLabel = "STUDY", descriptionKey = "study")
    private Path study;

    @Option(names = WINS, paramLabel = "FIELD=TABLE", descriptionKey = "wins", order = 10)
    private Map<String, String> wins = new LinkedHashMap<>();

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "joinTo", order = 11)
    private Path to;

    JoinCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        if (to != null && !JoinExport.canWrite(to)) {
            throw new InputException(Problem.error(CliTexts.BUNDLE, "join.ending", Where.file(to.toString())));
        }
        StudyJoin tables = StudyJoin.read(study);
        for (Map.Entry<String, String> win : wins.entrySet()) {
            tables = chosen(tables, win.getKey(), win.getValue());
        }
        UnitJoin join = UnitJoin.of(tables);
        new JoinText(call).print(tables, join);
        write(join);
        return ExitCode.DONE;
    }

    private static StudyJoin chosen(StudyJoin tables, String field, String table) {
        List<String> having = tables.having(field);
        if (!having.contains(table)) {
            throw new InputException(Problem.error(
                    CliTexts.BUNDLE,
                    having.isEmpty() ? "join.noField" : "join.notHaving",
                    Where.nowhere().field(WINS).value(field + "=" + table),
                    field,
                    having));
        }
        return tables.withWinner(field, table);
    }

    private void write(UnitJoin join) {
        if (to == null) {
            return;
        }
        new InputGuard(study).check(to);
        Targets.check(to);
        try {
            JoinExport.write(join, to, call.locale());
        } catch (IOException e) {
            throw Plans.unwritable(to, e);
        }
        call.print(call.texts().get("file.written", to));
    }
}
