package org.zhenjie.scenarios.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code zhenjie sample}: writes the sample study to a folder. */
@Command(name = "sample", sortOptions = false)
final class SampleCommand implements Callable<Integer> {
    private final Call call;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "sampleDir")
    private Path folder;

    SampleCommand(Call call) {
        this.call = call;
    }

    @Override
    public Integer call() {
        new SampleFolder(call).make(folder);
        call.print(call.texts().get("file.written", folder));
        return ExitCode.DONE;
    }
}
