package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.MoveDuty;
import org.zhenjie.scenarios.study.Duties;
import org.zhenjie.scenarios.study.Duties.Duty;
import org.zhenjie.scenarios.study.Duties.Holding;
import org.zhenjie.scenarios.study.Study.County;
import org.zhenjie.scenarios.study.Study.Department;
import org.zhenjie.scenarios.study.Study.Institution;
import org.zhenjie.scenarios.study.Study.Pool;
import org.zhenjie.scenarios.study.Study.Town;

/** Duties that go from one body to others, with their workload; what a department has to keep follows it. */
final class DutyReforms {
    private static final int MOST_EXAMPLES = 12;

    private final StudyEdit edit;
    private final Problems problems;
    private final Where where;

    DutyReforms(StudyEdit edit, Problems problems, Where where) {
        this.edit = edit;
        this.problems = problems;
        this.where = where;
    }

    void move(MoveDuty reform) {
        int before = problems.errors();
        check(reform);
        if (problems.errors() > before) {
            return;
        }
        Duties duties = edit.terms.duties();
        BigDecimal held = duties.share(reform.duty(), reform.from());
        BigDecimal share = reform.share().orElse(held);
        if (held.signum() == 0 || share.compareTo(held) > 0) {
            problems.error(
                    "reform.dutyShare",
                    where.field("share").value(share.toPlainString()),
                    reform.from(),
                    held.toPlainString(),
                    reform.duty());
            return;
        }
        List<Holding> now = new ArrayList<>(duties.holdings());
        now.add(new Holding(reform.duty(), reform.from(), share.negate()));
        List<BigDecimal> parts = LargestRemainder.divide(share, Duties.SHARE_DIGITS, weights(reform));
        for (int i = 0; i < parts.size(); i++) {
            now.add(new Holding(reform.duty(), reform.to().get(i), parts.get(i)));
        }
        Duties after = duties.heldBy(now);
        edit.terms = edit.terms.withDuties(after);
        edit.departments.replaceAll(department -> follow(department, duties, after));
    }

    private double[] weights(MoveDuty reform) {
        double[] people = reform.to().stream()
                .mapToDouble(code -> edit.town(code).map(Town::people).orElse(0L))
                .toArray();
        boolean byPeople =
                reform.split() == MoveDuty.Split.PEOPLE && Arrays.stream(people).sum() > 0;
        return byPeople ? people : reform.to().stream().mapToDouble(code -> 1).toArray();
    }

    /** The posts that a workload asks for are fewer or more to keep, but never below 0. */
    private static Department follow(Department one, Duties before, Duties after) {
        int change = after.posts(after.hours(one.id())) - before.posts(before.hours(one.id()));
        return change == 0
                ? one
                : new Department(
                        one.id(), one.name(), one.county(), one.headCount(), Math.max(0, one.floor() + change));
    }

    private void check(MoveDuty reform) {
        Duties duties = edit.terms.duties();
        if (duties.duty(reform.duty()).isEmpty()) {
            problems.error(
                    "reform.unknownDuty",
                    where.field("duty").value(reform.duty()),
                    duties.all().stream().map(Duty::id).limit(MOST_EXAMPLES).toList());
        }
        known("from", reform.from());
        reform.to().forEach(holder -> known("to", holder));
        if (reform.to().isEmpty()) {
            problems.error("yaml.emptyList", where.field("to"));
        }
        if (new LinkedHashSet<>(reform.to()).size() < reform.to().size()) {
            problems.error("reform.holderTwice", where.field("to"));
        }
        if (reform.split() == MoveDuty.Split.PEOPLE) {
            reform.to().stream()
                    .filter(holder -> edit.town(holder).isEmpty() && holders().contains(holder))
                    .forEach(holder -> problems.error(
                            "reform.splitPeople", where.field("to").value(holder)));
        }
    }

    private void known(String field, String holder) {
        if (!holders().contains(holder)) {
            problems.error(
                    "ref.holder",
                    where.field(field).value(holder),
                    holders().stream().limit(MOST_EXAMPLES).toList());
        }
    }

    private Set<String> holders() {
        Set<String> all = new LinkedHashSet<>();
        edit.departments.forEach(one -> all.add(one.id()));
        edit.institutions.stream()
                .filter(Institution::stands)
                .map(Institution::id)
                .forEach(all::add);
        edit.towns.forEach(one -> all.add(one.code()));
        edit.study().counties().stream().map(County::code).forEach(all::add);
        all.add(Pool.CITY);
        return all;
    }

    /** Reports units that end while they hold a duty. */
    void requireNone(List<Institution> ending) {
        for (Institution unit : ending) {
            Optional<Holding> held = edit.terms.duties().holdings().stream()
                    .filter(one -> one.holder().equals(unit.id()))
                    .findFirst();
            held.ifPresent(one -> problems.error(
                    "reform.dutyHeld",
                    where.value(unit.id()),
                    one.share().stripTrailingZeros().toPlainString(),
                    one.duty()));
        }
    }
}
