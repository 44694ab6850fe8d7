package org.zhenjie.ui.table;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.zhenjie.scenarios.session.TownFigures;
import org.zhenjie.ui.text.Texts;

/** The columns of the town table, in order. Text columns give a {@link String}, the others a {@link Double} or nothing. */
enum Column {
    TOWN(Kind.TEXT, Group.TOWN, 142),
    COUNTY(Kind.TEXT, Group.TOWN, 112),
    KIND(Kind.TEXT, Group.TOWN, 72),
    A_NEED(Kind.WHOLE, Group.A, 68),
    A_HELD(Kind.WHOLE, Group.A, 68),
    A_AFTER(Kind.WHOLE, Group.A, 72),
    A_RATIO(Kind.SHARE, Group.A, 86),
    A_SHORT(Kind.WHOLE, Group.A, 68),
    B_NEED(Kind.WHOLE, Group.B, 68),
    B_HELD(Kind.WHOLE, Group.B, 68),
    B_AFTER(Kind.WHOLE, Group.B, 72),
    B_RATIO(Kind.SHARE, Group.B, 86),
    B_SHORT(Kind.WHOLE, Group.B, 68),
    DIFF_AFTER(Kind.SIGNED, Group.DIFFERENCE, 84),
    DIFF_RATIO(Kind.SIGNED_SHARE, Group.DIFFERENCE, 96);

    /** How a column is written. */
    enum Kind {
        TEXT,
        WHOLE,
        SHARE,
        SIGNED,
        SIGNED_SHARE
    }

    /** What a column speaks of. */
    enum Group {
        TOWN,
        A,
        B,
        DIFFERENCE
    }

    private final Kind kind;
    private final Group group;
    private final int width;

    Column(Kind kind, Group group, int width) {
        this.kind = kind;
        this.group = group;
        this.width = width;
    }

    Kind kind() {
        return kind;
    }

    Group group() {
        return group;
    }

    int width() {
        return width;
    }

    String title(Texts texts) {
        return texts.get("column." + name());
    }

    /** The cell's value: a text, a figure, or {@code null} where there is none, as Swing's sorter wants it. */
    Object value(TownRow row, Texts texts) {
        return switch (this) {
            case TOWN -> texts.name(row.any().name());
            case COUNTY -> texts.name(row.any().county());
            case KIND -> texts.get("kind." + row.b().or(row::a).orElseThrow().kind());
            case A_NEED -> whole(row.a(), TownFigures::need);
            case A_HELD -> whole(row.a(), TownFigures::held);
            case A_AFTER -> whole(row.a(), TownFigures::after);
            case A_RATIO -> boxed(ratio(row.a()));
            case A_SHORT -> whole(row.a(), TownFigures::shortfall);
            case B_NEED -> whole(row.b(), TownFigures::need);
            case B_HELD -> whole(row.b(), TownFigures::held);
            case B_AFTER -> whole(row.b(), TownFigures::after);
            case B_RATIO -> boxed(ratio(row.b()));
            case B_SHORT -> whole(row.b(), TownFigures::shortfall);
            case DIFF_AFTER ->
                row.a().isPresent() && row.b().isPresent()
                        ? Double.valueOf(row.b().get().after() - row.a().get().after())
                        : null;
            case DIFF_RATIO ->
                ratio(row.a()).isPresent() && ratio(row.b()).isPresent()
                        ? Double.valueOf(
                                ratio(row.b()).getAsDouble() - ratio(row.a()).getAsDouble())
                        : null;
        };
    }

    private static Double whole(Optional<TownFigures> town, Function<TownFigures, Integer> figure) {
        return town.map(figure).map(Integer::doubleValue).orElse(null);
    }

    private static OptionalDouble ratio(Optional<TownFigures> town) {
        return town.map(TownFigures::ratio).orElse(OptionalDouble.empty());
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
