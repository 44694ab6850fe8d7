package org.zhenjie.ui.shell;

import java.util.Locale;

/** What the platforms want to be told before the first window. */
final class Platform {

    private Platform() {}

    /** Sets the platform's properties; call before anything of AWT. */
    static void prepare() {
        if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac")) {
            setUnlessGiven("apple.laf.useScreenMenuBar", "true");
            setUnlessGiven("apple.awt.application.name", "Zhenjie");
            setUnlessGiven("apple.awt.application.appearance", "system");
        }
        setUnlessGiven("awt.useSystemAAFontSettings", "on");
        setUnlessGiven("swing.aatext", "true");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
