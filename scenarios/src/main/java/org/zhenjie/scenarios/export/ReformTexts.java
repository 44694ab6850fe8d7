package org.zhenjie.scenarios.export;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhenjie.scenarios.reform.Reform;
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
import org.zhenjie.scenarios.reform.Reform.Unit;
import org.zhenjie.scenarios.study.Study;
import org.zhenjie.scenarios.study.Study.Decision;
import org.zhenjie.scenarios.study.Study.Decision.BlockGoes;
import org.zhenjie.scenarios.study.Study.Decision.BlockNotTo;
import org.zhenjie.scenarios.study.Study.Decision.BlockStays;
import org.zhenjie.scenarios.study.Study.Decision.DepartmentNotTo;
import org.zhenjie.scenarios.study.Study.Decision.GrantWithin;
import org.zhenjie.scenarios.study.TownTerms;

/** Reforms as one line each, with names in place of codes. */
public final class ReformTexts {
    /** Units are named up to this number; of more only the first few are. */
    private static final int MOST_NAMED = 20;

    private static final int FIRST_NAMED = 3;

    private final Study study;
    private final Locale locale;
    private final ExportTexts texts;

    /**
     * Texts for the reforms of a study's scenarios.
     *
     * @param study before the reforms; towns that a reform forms keep their codes
     */
    public ReformTexts(Study study, Locale locale) {
        this.study = study;
        this.locale = locale;
        this.texts = new ExportTexts(locale);
    }

    /** One line for a reform. */
    public String of(Reform reform) {
        if (reform instanceof ConvertToStreet convert) {
            return texts.get("reform.convert", towns(convert.towns()));
        } else if (reform instanceof MergeTowns merge) {
            return texts.get(
                    "reform.merge", towns(merge.towns()), merge.name().in(locale), texts.get("kind." + merge.kind()));
        } else if (reform instanceof SplitTown split) {
            return texts.get("reform.split", town(split.town()), unit(split.left()), unit(split.right()));
        } else if (reform instanceof MovePart move) {
            return texts.get("reform.move", town(move.from()), town(move.to()));
        } else if (reform instanceof ExtendZone extend) {
            return extend(extend);
        } else if (reform instanceof ChangePool change) {
            return changePool(change);
        } else if (reform instanceof Consolidate consolidate) {
            return consolidate(consolidate);
        } else if (reform instanceof HandOver hand) {
            return texts.get("reform.handOver", units(hand.institutions()), unitOf(hand.to()));
        } else if (reform instanceof Found found) {
            return texts.get(
                    "reform.found", found.name().in(locale), unitOf(found.at()), found.posts(), pool(found.pool()));
        } else if (reform instanceof Abolish abolish) {
            return texts.get("reform.abolish", units(abolish.institutions()), pool(abolish.pool()));
        } else if (reform instanceof HandPowers hand) {
            return texts.get(
                    hand.open() ? "reform.openPowers" : "reform.handPowers", powers(hand), ofTowns(hand.towns()));
        } else if (reform instanceof OpenOutside open) {
            return texts.get("reform.openOutside", ofTowns(open.towns()));
        } else if (reform instanceof MoveDuty move) {
            return moveDuty(move);
        } else if (reform instanceof MoveOutside move) {
            return move(move);
        } else if (reform instanceof LimitOutside limit) {
            return texts.get(
                    "reform.limitOutside",
                    limit.unit().equals(Study.Pool.CITY) ? study.name().in(locale) : unitOf(limit.unit()),
                    limit.people().isPresent()
                            ? String.valueOf(limit.people().getAsInt())
                            : texts.get("reform.noLimit"),
                    limit.budget().map(String::valueOf).orElse(texts.get("reform.noLimit")));
        } else if (reform instanceof StandIn line) {
            return standIn(line);
        } else if (reform instanceof ChangeFieldFloor change) {
            return fieldFloor(change);
        } else if (reform instanceof Pin pin) {
            return decision(pin.decision());
        } else if (reform instanceof Ban ban) {
            return decision(ban.decision());
        }
        throw new IllegalStateException("a reform without a text: " + reform);
    }

    private String unit(Unit unit) {
        return texts.get("reform.unit", unit.name().in(locale), texts.get("kind." + unit.kind()));
    }

    private String extend(ExtendZone extend) {
        String zone =
                study.zone(extend.zone()).map(one -> one.name().in(locale)).orElse(extend.zone());
        String over = Stream.concat(
                        extend.towns().stream().map(this::town),
                        extend.parts().stream().map(part -> texts.get("reform.part", town(part.town()))))
                .collect(Collectors.joining(texts.get("list.separator")));
        return extend.plannedAreaKm2()
                .map(area -> texts.get("reform.extendTo", zone, over, area))
                .orElseGet(() -> texts.get("reform.extend", zone, over));
    }

    private String move(MoveOutside move) {
        String people = String.valueOf(move.people());
        String whole = move.from().isEmpty()
                ? texts.get("reform.outsideCome", people, town(move.to().orElseThrow()))
                : move.to()
                        .map(to -> texts.get(
                                "reform.outsideMove", people, town(move.from().get()), town(to)))
                        .orElseGet(() -> texts.get(
                                "reform.outsideLeave", people, town(move.from().get())));
        return move.services() == 0
                ? whole
                : texts.get("reform.outsideServices", whole, String.valueOf(move.services()));
    }

    private String consolidate(Consolidate reform) {
        String whole = texts.get(
                "reform.consolidate." + reform.by(),
                reform.units().isEmpty() ? texts.get("unitKind." + reform.kind()) : units(reform.units()),
                reform.keep().numbers(),
                share(reform.freedShare()),
                pool(reform.pool()),
                reform.each().map(each -> texts.get("reform.each." + each)).orElse(""));
        String covered = reform.coverKm()
                .map(km -> texts.get("reform.covered", whole, share(reform.coverShare()), km.toPlainString()))
                .orElse(whole);
        return reform.branches() ? texts.get("reform.asBranches", covered) : covered;
    }

    private String standIn(StandIn line) {
        String type = study.quotaTypes().stream()
                .filter(one -> one.id().equals(line.quotaType()))
                .findFirst()
                .map(one -> one.name().in(locale))
                .orElse(line.quotaType());
        String platform = study.platform(line.platform())
                .map(one -> one.name().in(locale))
                .orElse(line.platform());
        String towns = line.kind().map(kind -> texts.get("kind." + kind)).orElse(texts.get("reform.everyTown"));
        return line.shareOfNeed()
                .map(share -> texts.get("reform.standIn", type, platform, towns, share(share)))
                .orElseGet(() -> texts.get("reform.standInFree", type, platform, towns));
    }

    private String fieldFloor(ChangeFieldFloor change) {
        Optional<TownTerms.Field> field = study.terms().field(change.field());
        boolean isOfCounties =
                field.filter(one -> one.over() == TownTerms.Over.COUNTY).isPresent();
        String units = Stream.concat(change.counties().stream(), change.towns().stream())
                .map(this::unitOf)
                .collect(Collectors.joining(texts.get("list.separator")));
        if (units.isEmpty()) {
            units = texts.get(isOfCounties ? "reform.everyCounty" : "reform.everyTown");
        }
        String how = change.isChange() ? change.share().signum() < 0 ? "Lower" : "Higher" : "";
        return texts.get(
                "reform.fieldFloor" + how,
                field.map(one -> one.name().in(locale)).orElse(change.field()),
                units,
                share(change.share().abs()));
    }

    private String moveDuty(MoveDuty move) {
        return texts.get(
                "reform.moveDuty",
                study.terms()
                        .duties()
                        .duty(move.duty())
                        .map(duty -> duty.name().in(locale))
                        .orElse(move.duty()),
                move.share().map(ReformTexts::share).orElse(texts.get("reform.allHeld")),
                holder(move.from()),
                move.to().stream().map(this::holder).collect(Collectors.joining(texts.get("list.separator"))));
    }

    private String holder(String id) {
        return study.holder(id).map(name -> name.in(locale)).orElse(id);
    }

    private static String share(BigDecimal share) {
        return new DecimalFormat("0.##%", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(share);
    }

    private String units(List<String> ids) {
        int named = ids.size() > MOST_NAMED ? FIRST_NAMED : ids.size();
        String first = ids.stream()
                .limit(named)
                .map(id -> study.institution(id)
                        .map(unit -> unit.name().in(locale))
                        .orElse(id))
                .collect(Collectors.joining(texts.get("list.separator")));
        return named < ids.size() ? texts.get("list.more", first, ids.size() - named) : first;
    }

    private String unitOf(String code) {
        return study.county(code).map(county -> county.name().in(locale)).orElseGet(() -> town(code));
    }

    private String powers(HandPowers hand) {
        return hand.powers().isEmpty()
                ? texts.get("reform.everyPower")
                : hand.powers().stream()
                        .map(id -> study.terms()
                                .power(id)
                                .map(power -> power.name().in(locale))
                                .orElse(id))
                        .collect(Collectors.joining(texts.get("list.separator")));
    }

    private String ofTowns(List<String> codes) {
        return codes.isEmpty() ? texts.get("reform.everyTown") : towns(codes);
    }

    private String changePool(ChangePool change) {
        String account = change.account()
                .map(one -> one.equals(ChangePool.OUTSIDE) ? texts.get("reform.outside") : pool(one))
                .orElse(texts.get("reform.noAccount"));
        return texts.get(
                change.by() > 0 ? "reform.poolGrows" : "reform.poolShrinks",
                pool(change.pool()),
                Math.abs(change.by()),
                account);
    }

    private String decision(Decision decision) {
        if (decision instanceof GrantWithin within) {
            String place = place(within.town(), within.platform());
            if (within.most() == 0) {
                return texts.get("reform.noGrant", pool(within.pool()), place);
            }
            if (within.least() == within.most()) {
                return texts.get("reform.grant", pool(within.pool()), place, within.least());
            }
            return within.most() == GrantWithin.UNLIMITED
                    ? texts.get("reform.grantLeast", pool(within.pool()), place, within.least())
                    : texts.get("reform.grantWithin", pool(within.pool()), place, within.least(), within.most());
        } else if (decision instanceof BlockGoes goes) {
            return texts.get("reform.blockGoes", goes.block(), place(goes.town(), goes.platform()));
        } else if (decision instanceof BlockStays stays) {
            return texts.get("reform.blockStays", stays.block());
        } else if (decision instanceof BlockNotTo not) {
            return texts.get("reform.blockNotTo", not.block(), town(not.town()));
        } else if (decision instanceof DepartmentNotTo not) {
            String department = study.department(not.department())
                    .map(one -> one.name().in(locale))
                    .orElse(not.department());
            return texts.get("reform.departmentNotTo", department, town(not.town()));
        }
        throw new IllegalStateException("a decision without a text: " + decision);
    }

    private String towns(List<String> codes) {
        return codes.stream().map(this::town).collect(Collectors.joining(texts.get("list.separator")));
    }

    private String town(String code) {
        return study.town(code).map(town -> town.name().in(locale)).orElse(code);
    }

    private String place(String town, Optional<String> platform) {
        return platform.map(id -> texts.get(
                        "reform.place",
                        town(town),
                        study.platform(id).map(one -> one.name().in(locale)).orElse(id)))
                .orElseGet(() -> town(town));
    }

    private String pool(String id) {
        return study.pool(id).map(pool -> pool.name().in(locale)).orElse(id);
    }
}
