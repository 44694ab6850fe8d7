package org.zhenjie.planner.exact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Minimise a linear sum of whole variables under linear rows.
 *
 * @param variables the variables, in the order in which rows and answers refer to them
 * @param rows what has to hold
 * @param objective what is to be least
 */
public record IntegerProgram(List<Variable> variables, List<Row> rows, List<Term> objective) {

    public IntegerProgram {
        variables = List.copyOf(variables);
        rows = List.copyOf(rows);
        objective = List.copyOf(objective);
    }

    /** A whole variable between two bounds, both included. */
    public record Variable(String name, long least, long most) {
        public Variable {
            if (least > most) {
                throw new IllegalArgumentException("bounds of " + name + ": " + least + " > " + most);
            }
        }
    }

    /** A variable, by its position, times a factor. */
    public record Term(int variable, long factor) {}

    /** A sum that lies between two bounds, both included. */
    public record Row(List<Term> sum, long least, long most) {
        public Row {
            sum = List.copyOf(sum);
        }
    }

    /** The objective of given values of the variables; whether they keep bounds and rows is not asked. */
    public long value(List<Long> values) {
        return sum(objective, values);
    }

    /** Whether given values keep every bound and every row. */
    public boolean allows(List<Long> values) {
        for (int i = 0; i < variables.size(); i++) {
            if (values.get(i) < variables.get(i).least()
                    || values.get(i) > variables.get(i).most()) {
                return false;
            }
        }
        return rows.stream().allMatch(row -> {
            long sum = sum(row.sum(), values);
            return sum >= row.least() && sum <= row.most();
        });
    }

    private static long sum(List<Term> terms, List<Long> values) {
        return terms.stream()
                .mapToLong(term -> Math.multiplyExact(term.factor(), values.get(term.variable())))
                .reduce(0, Math::addExact);
    }

    /** Makes a program step by step. */
    public static final class Builder {
        private final List<Variable> variables = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<Term> objective = new ArrayList<>();

        /** A new variable; returns its position. */
        public int variable(String name, long least, long most) {
            variables.add(new Variable(name, least, most));
            return variables.size() - 1;
        }

        /** A new variable that is 0 or 1; returns its position. */
        public int choice(String name) {
            return variable(name, 0, 1);
        }

        /** A row with both bounds; {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE} stand for none. */
        public Builder row(List<Term> sum, long least, long most) {
            rows.add(new Row(sum, least, most));
            return this;
        }

        /** Adds a factor of a variable to the objective. */
        public Builder cost(int variable, long factor) {
            objective.add(new Term(variable, factor));
            return this;
        }

        /**
         * Adds a cost that depends on a sum in any way: one 0-1 step for each whole number from the least to the most that the sum may
         * be, each after the one below it. Where the costs are convex, the relaxation loses nothing by it.
         *
         * @param least the least that the sum may be
         * @param costs cost of the least, of one more, and so on; the sum is held within them
         * @return the constant that is left out of the objective: the cost of the least
         */
        public long cost(String name, List<Term> sum, long least, long[] costs) {
            List<Term> steps = new ArrayList<>(sum);
            int before = -1;
            for (int i = 1; i < costs.length; i++) {
                int step = choice(name + " above " + (least + i - 1));
                steps.add(new Term(step, -1));
                cost(step, Math.subtractExact(costs[i], costs[i - 1]));
                if (before >= 0) {
                    row(List.of(new Term(before, 1), new Term(step, -1)), 0, 1);
                }
                before = step;
            }
            row(steps, least, least);
            return costs[0];
        }

        /** The program so far. */
        public IntegerProgram build() {
            return new IntegerProgram(variables, rows, Collections.unmodifiableList(objective));
        }
    }
}
