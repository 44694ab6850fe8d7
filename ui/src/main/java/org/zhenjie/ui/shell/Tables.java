package org.zhenjie.ui.shell;

import javax.swing.JTabbedPane;
import org.zhenjie.ui.findings.FindingsTable;
import org.zhenjie.ui.table.TownTable;
import org.zhenjie.ui.text.Texts;

/** The lists under the maps, one at a time: the towns, and what the check of the study found. */
final class Tables extends JTabbedPane {

    private static final int FINDINGS = 1;

    private final transient Texts texts;
    private final FindingsTable findings;

    Tables(TownTable towns, FindingsTable findings, Texts texts) {
        this.texts = texts;
        this.findings = findings;
        setName("tables");
        addTab(texts.get("towns"), towns);
        addTab("", findings);
        findings.onCount(this::showCount);
        showCount();
    }

    private void showCount() {
        setTitleAt(FINDINGS, texts.get("findings.count", findings.count()));
    }

    /** Brings the findings to the front, ready for the arrow keys. */
    void showFindings() {
        setSelectedIndex(FINDINGS);
        findings.focus();
    }
}
