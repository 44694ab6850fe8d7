package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhenjie.planner.allocation.SolveOptions;
import org.zhenjie.scenarios.plan.RunRecord;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long to search: the options that every solving command has. */
final class SearchLimits {
    /** Steps where the call gives no limit: the same plan on any machine that takes them within {@link #CAP}. */
    static final long STEPS = 2_000;
    /** Time after which a search without limits of its own ends, so that no machine searches for ever. */
    static final Duration CAP = Duration.ofSeconds(60);

    @Option(names = "--time", paramLabel = "TIME", descriptionKey = "time", converter = Time.class, order = 20)
    private Duration time;

    @Option(names = "--steps", paramLabel = "N", descriptionKey = "steps", converter = Count.class, order = 21)
    private Long steps;

    @Option(names = "--seed", paramLabel = "S", descriptionKey = "seed", defaultValue = "0", order = 22)
    private long seed;

    private final Call call;

    SearchLimits(Call call) {
        this.call = call;
    }

    /** The limits of a solve that begins now, in a call whose time counts the reading before it too. */
    SolveOptions optionsFromNow(long usualSteps) {
        SolveOptions all = options(usualSteps);
        Duration read = call.elapsed();
        return new SolveOptions(
                all.seed(),
                all.steps(),
                all.time().map(most -> most.compareTo(read) > 0 ? most.minus(read) : Duration.ofMillis(1)));
    }

    /** The limits as the solver takes them. */
    SolveOptions options() {
        return options(STEPS);
    }

    /** The same with another number of steps where the call gives no limit. */
    SolveOptions options(long usualSteps) {
        if (time == null && steps == null) {
            return new SolveOptions(seed, OptionalLong.of(usualSteps), Optional.of(CAP));
        }
        return new SolveOptions(
                seed, steps == null ? OptionalLong.empty() : OptionalLong.of(steps), Optional.ofNullable(time));
    }

    /** The limits of a search that leaves half of the time to a proof. */
    SolveOptions optionsBeforeProof() {
        SolveOptions all = options();
        return new SolveOptions(all.seed(), all.steps(), all.time().map(most -> most.dividedBy(2)));
    }

    /** What the search leaves to the proof. */
    Duration timeOfProof(Optional<RunRecord> search) {
        Duration all = options().time().orElse(CAP);
        Duration left = all.minusMillis(search.map(RunRecord::millis).orElse(0L));
        // steps alone bound no time: then the proof has half of the usual one
        Duration least = all.dividedBy(2);
        return left.compareTo(least) < 0 ? least : left;
    }

    /** Whether the call says how long, so that no default does. */
    boolean isGivenTime() {
        return time != null;
    }

    /** A time such as {@code 10s}, {@code 500ms}, {@code 2.5m}, {@code 1h}; a bare number counts seconds; at least 1 ms. */
    static final class Time implements ITypeConverter<Duration> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|)");

        @Override
        public Duration convert(String text) {
            Matcher form = FORM.matcher(text.strip());
            if (!form.matches()) {
                throw new TypeConversionException(text);
            }
            Duration unit = switch (form.group(2)) {
                case "ms" -> Duration.ofMillis(1);
                case "m" -> Duration.ofMinutes(1);
                case "h" -> Duration.ofHours(1);
                default -> Duration.ofSeconds(1);
            };
            Duration time = Duration.ofMillis(new BigDecimal(form.group(1))
                    .multiply(BigDecimal.valueOf(unit.toMillis()))
                    .longValue());
            if (time.isZero()) {
                throw new TypeConversionException(text);
            }
            return time;
        }
    }

    /** A whole number from 0 to what the search can count. */
    static final class Count implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            try {
                int number = Integer.parseInt(text.strip());
                if (number >= 0) {
                    return (long) number;
                }
            } catch (NumberFormatException e) {
                throw new TypeConversionException(text);
            }
            throw new TypeConversionException(text);
        }
    }
}
