package org.zhenjie.planner.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/**
 * One move: new values of one variable for some entities, all at once.
 *
 * @param <S> the planning solution
 * @param <E> the planning entity
 */
public final class Changes<S, E> extends AbstractMove<S> {

    private final Variable<E> variable;
    private final List<E> entities = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();

    /** A move without a change. */
    public Changes(Variable<E> variable) {
        this.variable = variable;
    }

    /** A planning variable: its name, and how it is read and set. */
    public record Variable<E>(String name, Function<E, Integer> get, BiConsumer<E, Integer> set) {}

    /** Adds a change; each entity at most once. */
    public Changes<S, E> add(E entity, int value) {
        entities.add(entity);
        values.add(value);
        return this;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<S> director) {
        return !entities.isEmpty();
    }

    @Override
    protected Changes<S, E> createUndoMove(ScoreDirector<S> director) {
        Changes<S, E> undo = new Changes<>(variable);
        entities.forEach(entity -> undo.add(entity, variable.get().apply(entity)));
        return undo;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<S> director) {
        for (int i = 0; i < entities.size(); i++) {
            director.beforeVariableChanged(entities.get(i), variable.name());
            variable.set().accept(entities.get(i), values.get(i));
            director.afterVariableChanged(entities.get(i), variable.name());
        }
    }

    @Override
    public Collection<?> getPlanningEntities() {
        return entities;
    }

    @Override
    public Collection<?> getPlanningValues() {
        return values;
    }

    @Override
    public String toString() {
        return entities + " to " + values;
    }
}
