package org.zhenjie.scenarios.reform;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.stations.NumberRange;
import org.zhenjie.scenarios.study.Name;

/**
 * Towns that a scenario puts together into connected groups of nearly equal load (连片分组), as its reforms leave them.
 *
 * @param id unique within the scenario
 * @param name title for people
 * @param purpose what the groups are for
 * @param towns codes of the towns; with {@code counties} both count, with neither every town
 * @param counties codes of counties all of whose towns are meant
 * @param groups how many groups
 * @param load what loads count: {@value #PEOPLE}, {@value #AREA}, {@value #NEED}, {@value #HELD} or an indicator of towns
 * @param tolerance how far a group's load may be from the mean, as a share of the mean
 * @param compactness weight of compact outlines, 0 or more
 * @param given what some groups hold whatever happens
 * @param bridges towns that touch without a border
 * @param team the team that bodies form for each group; empty = none
 * @param where named in problems
 */
public record GroupTask(
        String id,
        Name name,
        Purpose purpose,
        List<String> towns,
        List<String> counties,
        int groups,
        String load,
        BigDecimal tolerance,
        BigDecimal compactness,
        List<Given> given,
        List<Bridge> bridges,
        Optional<Team> team,
        Where where) {
    /** Load that counts residents. */
    public static final String PEOPLE = "people";
    /** Load that counts km². */
    public static final String AREA = "area";
    /** Load that counts the posts that the norms ask for. */
    public static final String NEED = "need";
    /** Load that counts the posts held. */
    public static final String HELD = "held";

    public GroupTask {
        towns = List.copyOf(towns);
        counties = List.copyOf(counties);
        given = List.copyOf(given);
        bridges = List.copyOf(bridges);
    }

    /** What groups are for. */
    public enum Purpose {
        /** Areas around development zones (开发区). */
        ZONE,
        /** One resident assistance team (驻镇帮扶工作队) for each group. */
        TEAM,
        /** The grid of public-health service (网格化). */
        HEALTH_GRID,
        /** Anything else. */
        OTHER
    }

    /**
     * A group of which some towns are given; no two such groups come together.
     *
     * @param zone code of a zone all of whose member towns it holds
     * @param towns codes of further towns that it holds
     */
    public record Given(Optional<Name> name, Optional<String> zone, List<String> towns, Where where) {
        public Given {
            towns = List.copyOf(towns);
        }
    }

    /**
     * A team for each group, formed jointly by bodies.
     *
     * @param people people of each team, 1 or more
     * @param bodies least and most bodies of each team
     * @param skills least people of each team by skill, in the order of the file
     * @param acrossCounties whether bodies send people to groups without a town of their own county
     */
    public record Team(
            int people, NumberRange bodies, Map<String, Integer> skills, boolean acrossCounties, Where where) {
        public Team {
            skills = Collections.unmodifiableMap(new LinkedHashMap<>(skills));
        }
    }

    /** Two towns that touch without a border, e.g. by a bridge or a ferry. */
    public record Bridge(String from, String to, Where where) {}
}
