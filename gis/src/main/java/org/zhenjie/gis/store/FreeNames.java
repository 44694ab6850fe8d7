package org.zhenjie.gis.store;

import java.util.Collection;
import java.util.Locale;

/** Names that nothing else has. */
public final class FreeNames {
    private FreeNames() {}

    /** The name wanted, with a number behind it where it is taken, be it in another case. */
    public static String of(String wanted, Collection<String> taken) {
        String name = wanted;
        for (int i = 2; holds(taken, name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    private static boolean holds(Collection<String> taken, String name) {
        String plain = name.toLowerCase(Locale.ROOT);
        return taken.stream().anyMatch(one -> one.toLowerCase(Locale.ROOT).equals(plain));
    }
}
