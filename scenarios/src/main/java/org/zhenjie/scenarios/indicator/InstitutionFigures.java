package org.zhenjie.scenarios.indicator;

import java.util.List;
import java.util.OptionalDouble;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Institution;

/** What can be measured of a station, institution or body, with all that merged into it and its branches; empty = no value. */
record InstitutionFigures(Study study, Institution unit, List<Institution> parts) {

    static InstitutionFigures of(Study study, Institution unit) {
        return new InstitutionFigures(study, unit, study.partsOf(unit.id()).toList());
    }

    OptionalDouble posts() {
        return OptionalDouble.of(sumOfPosts());
    }

    /** Empty where one of the parts does not say. */
    OptionalDouble leaders() {
        return parts.stream().allMatch(part -> part.leaders().isPresent())
                ? OptionalDouble.of(parts.stream()
                        .mapToLong(part -> part.leaders().getAsInt())
                        .sum())
                : OptionalDouble.empty();
    }

    OptionalDouble postsPerLeader() {
        return ratio(sumOfPosts(), leaders().orElse(0));
    }

    OptionalDouble load() {
        return OptionalDouble.of(sumOfLoads());
    }

    OptionalDouble loadPerPost() {
        return ratio(sumOfLoads(), sumOfPosts());
    }

    OptionalDouble capacityUse() {
        return ratio(sumOfLoads(), unit.capacity().orElse(0));
    }

    /** Empty where it holds none: other work of units is not known. */
    OptionalDouble dutyHours() {
        double hours = study.terms().duties().hours(unit.id()).doubleValue();
        return hours == 0 ? OptionalDouble.empty() : OptionalDouble.of(hours);
    }

    OptionalDouble saturation() {
        return study.saturation(unit.id());
    }

    private long sumOfPosts() {
        return parts.stream().mapToLong(Institution::posts).sum();
    }

    private long sumOfLoads() {
        return parts.stream().mapToLong(Institution::load).sum();
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
    }
}
