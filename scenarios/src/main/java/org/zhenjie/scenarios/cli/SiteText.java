package org.zhenjie.scenarios.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.zhenjie.scenarios.explain.SiteExplainer;
import org.zhenjie.scenarios.explain.SiteExplainer.Option;
import org.zhenjie.scenarios.tables.Scale;

/** Explanations of one unit of a consolidation. */
final class SiteText {
    private static final int MOST_OPTIONS = 8;

    private final Call call;
    private final CliTexts texts;

    SiteText(Call call) {
        this.call = call;
        this.texts = call.texts();
    }

    void print(SiteExplainer explainer, String site) {
        call.print(explainer.stateOf(site));
        options("explain.siteHosts", explainer.otherHosts(site));
        options("explain.siteMore", explainer.oneMore(site));
        options("explain.siteAnother", explainer.another(site));
        options("explain.siteFewer", explainer.oneFewer(site));
    }

    private void options(String title, List<Option> options) {
        if (options.isEmpty()) {
            return;
        }
        call.print("");
        call.print(texts.get(title));
        options.stream().limit(MOST_OPTIONS).forEach(option -> call.print("  " + words(option)));
        if (options.size() > MOST_OPTIONS) {
            call.print("  " + texts.get("explain.left", options.size() - MOST_OPTIONS));
        }
    }

    private String words(Option option) {
        if (!option.isAllowed()) {
            return texts.get(
                    "explain.forbiddenBy",
                    option.words(),
                    String.join(texts.get("list.separator"), option.forbidden()));
        }
        String parts = option.parts().stream()
                .map(part -> texts.get("explain.sitePart", part.words(), signed(part.cost())))
                .collect(Collectors.joining(texts.get("list.separator")));
        return texts.get("explain.siteOption", signed(option.cost()), option.words(), parts);
    }

    private static String signed(BigDecimal cost) {
        String plain = Scale.plain(cost.abs());
        return cost.signum() > 0 ? "+" + plain : cost.signum() < 0 ? "−" + plain : plain;
    }
}
