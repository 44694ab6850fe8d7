package org.zhenjie.ui.shell;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import com.formdev.flatlaf.extras.FlatSVGIcon;
import java.awt.Font;
import javax.swing.Icon;
import javax.swing.UIManager;
import org.zhenjie.scenarios.map.Fonts;

/** The looks, light and dark; colours and measures stand in the properties files of the folder {@code theme}. */
final class Theme {

    static {
        FlatLaf.registerCustomDefaultsSource("org.zhenjie.ui.theme");
        FlatSVGIcon.ColorFilter.getInstance().setMapper(colour -> {
            var icon = UIManager.getColor("Zhenjie.icon");
            return icon == null ? colour : new java.awt.Color(icon.getRGB() & 0xFFFFFF | colour.getAlpha() << 24, true);
        });
    }

    private Theme() {}

    /** Puts the look on; every window that is there follows. */
    static void apply(boolean dark) {
        boolean done = dark ? FlatDarkLaf.setup() : FlatLightLaf.setup();
        if (!done) {
            throw new IllegalStateException("the look and feel could not be set");
        }
        useFontThatShowsChinese();
        FlatLaf.updateUI();
    }

    private static void useFontThatShowsChinese() {
        Font usual = UIManager.getFont("defaultFont");
        if (Fonts.system().showsChinese() && usual.canDisplayUpTo("镇街编制") >= 0) {
            UIManager.put("defaultFont", Fonts.system().at(usual.getSize2D()));
        }
    }

    /** An icon of the folder {@code icons} in the look's colour. */
    static Icon icon(String name) {
        return new FlatSVGIcon("org/zhenjie/ui/icons/" + name + ".svg", 18, 18);
    }
}
