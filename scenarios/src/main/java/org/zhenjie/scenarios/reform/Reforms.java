package org.zhenjie.scenarios.reform;

import java.util.ArrayList;
import java.util.List;
import org.zhenjie.gis.problem.Where;
import org.zhenjie.scenarios.problem.Problems;
import org.zhenjie.scenarios.reform.Reform.Abolish;
import org.zhenjie.scenarios.reform.Reform.Ban;
import org.zhenjie.scenarios.reform.Reform.ChangeFieldFloor;
import org.zhenjie.scenarios.reform.Reform.ChangePool;
import org.zhenjie.scenarios.reform.Reform.Consolidate;
import org.zhenjie.scenarios.reform.Reform.ConvertToStreet;
import org.zhenjie.scenarios.reform.Reform.ExtendZone;
import org.zhenjie.scenarios.reform.Reform.Found;
import org.zhenjie.scenarios.reform.Reform.HandOver;
import org.zhenjie.scenarios.reform.Reform.HandPowers;
import org.zhenjie.scenarios.reform.Reform.LimitOutside;
import org.zhenjie.scenarios.reform.Reform.MergeTowns;
import org.zhenjie.scenarios.reform.Reform.MoveDuty;
import org.zhenjie.scenarios.reform.Reform.MoveOutside;
import org.zhenjie.scenarios.reform.Reform.MovePart;
import org.zhenjie.scenarios.reform.Reform.OpenOutside;
import org.zhenjie.scenarios.reform.Reform.Pin;
import org.zhenjie.scenarios.reform.Reform.SplitTown;
import org.zhenjie.scenarios.reform.Reform.StandIn;
import org.zhenjie.scenarios.reform.RuleBrokenException.Breach;
import org.zhenjie.scenarios.study.Norms;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Town;

/** Applies the reforms of a scenario to a study, in order. */
public final class Reforms {
    private final Problems problems = new Problems();
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Consolidated> consolidations = new ArrayList<>();
    private final StudyEdit edit;

    private Reforms(Study study) {
        this.edit = new StudyEdit(study);
    }

    /**
     * The study that a scenario's reforms leave.
     *
     * @throws org.zhenjie.gis.problem.InputException if a reform makes no sense for the study, with all such problems
     * @throws RuleBrokenException if units cannot be consolidated as it is asked for
     */
    public static Reformed apply(Scenario scenario, Study study) {
        Reforms reforms = new Reforms(study);
        scenario.steps().forEach(step -> reforms.apply(step.reform(), step.where()));
        Study reformed = reforms.edit.study();
        reforms.checkNorms(reformed, Where.file(org.zhenjie.scenarios.study.StudyFolder.STUDY));
        reforms.problems.throwIfErrors();
        if (!reforms.breaches.isEmpty()) {
            throw new RuleBrokenException(reforms.breaches);
        }
        return new Reformed(reformed, reforms.consolidations, reforms.problems.warnings());
    }

    private void apply(Reform reform, Where where) {
        if (reform instanceof ConvertToStreet convert) {
            new TownReforms(edit, problems, where).convert(convert);
        } else if (reform instanceof MergeTowns merge) {
            new MergeReform(edit, problems, where).merge(merge);
        } else if (reform instanceof SplitTown split) {
            new PartReforms(edit, problems, where).split(split);
        } else if (reform instanceof MovePart move) {
            new PartReforms(edit, problems, where).move(move);
        } else if (reform instanceof ExtendZone extend) {
            new TownReforms(edit, problems, where).extend(extend);
        } else if (reform instanceof ChangePool change) {
            new PoolReforms(edit, problems, where).change(change);
        } else if (reform instanceof Consolidate consolidate) {
            consolidations.addAll(new ConsolidationReform(edit, problems, breaches, where).consolidate(consolidate));
        } else if (reform instanceof HandOver hand) {
            new InstitutionReforms(edit, problems, where).handOver(hand);
        } else if (reform instanceof Found found) {
            new InstitutionReforms(edit, problems, where).found(found);
        } else if (reform instanceof Abolish abolish) {
            new InstitutionReforms(edit, problems, where).abolish(abolish);
        } else if (reform instanceof HandPowers hand) {
            new TermsReforms(edit, problems, where).hand(hand);
        } else if (reform instanceof OpenOutside open) {
            new TermsReforms(edit, problems, where).open(open);
        } else if (reform instanceof MoveOutside move) {
            new TermsReforms(edit, problems, where).move(move);
        } else if (reform instanceof LimitOutside limit) {
            new TermsReforms(edit, problems, where).limit(limit);
        } else if (reform instanceof MoveDuty move) {
            new DutyReforms(edit, problems, where).move(move);
        } else if (reform instanceof StandIn line) {
            new TermsReforms(edit, problems, where).standIn(line);
        } else if (reform instanceof ChangeFieldFloor change) {
            new TermsReforms(edit, problems, where).fieldFloor(change);
        } else if (reform instanceof Pin pin) {
            decide(pin.decision(), where);
        } else if (reform instanceof Ban ban) {
            decide(ban.decision(), where);
        }
    }

    private void decide(Decision decision, Where where) {
        new DecisionReforms(edit, problems, where).add(decision);
    }

    private void checkNorms(Study study, Where where) {
        Norms norms = new Norms(study);
        for (Town town : study.towns()) {
            norms.uncovered(town)
                    .forEach(platform -> problems.error(
                            "norm.none",
                            where.field("norms"),
                            town.code(),
                            town.name().both(),
                            town.kind(),
                            study.isInZone(town.code()),
                            platform.id()));
        }
    }
}
