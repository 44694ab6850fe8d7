package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reforms of a scenario while people edit it, with what they took back. Immutable. A reform gives a study and never
 * changes one, so what is undone leaves exactly the study that was there before.
 *
 * @param done the reforms in order
 * @param undone what was taken back, the latest first
 */
public record History(List<Reform> done, List<Reform> undone) {

    public History {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
    }

    /** Reforms with nothing taken back. */
    public static History of(List<Reform> reforms) {
        return new History(reforms, List.of());
    }

    /** With a reform more; what was taken back before is gone. */
    public History with(Reform reform) {
        return new History(append(done, reform), List.of());
    }

    /** Without the last reform; empty if there is none. */
    public Optional<History> undo() {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        List<Reform> back = new ArrayList<>(List.of(done.get(done.size() - 1)));
        back.addAll(undone);
        return Optional.of(new History(done.subList(0, done.size() - 1), back));
    }

    /** With the reform again that was taken back last; empty if there is none. */
    public Optional<History> redo() {
        return undone.isEmpty()
                ? Optional.empty()
                : Optional.of(new History(append(done, undone.get(0)), undone.subList(1, undone.size())));
    }

    private static List<Reform> append(List<Reform> reforms, Reform reform) {
        List<Reform> more = new ArrayList<>(reforms);
        more.add(reform);
        return more;
    }
}
