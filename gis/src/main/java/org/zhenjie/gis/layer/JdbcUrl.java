package org.zhenjie.gis.layer;

import java.util.regex.Pattern;

/** Addresses of databases, as people write them and as they may be shown. */
public final class JdbcUrl {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern PASSWORD = Pattern.compile("(?i)((?:password|sslpassword)=)[^&\\s'\"]*");
    private static final Pattern USER_INFO = Pattern.compile("(jdbc:postgresql://)[^/@\\s]*@");

    private JdbcUrl() {}

    /** Whether a text is such an address and not the path of a file. */
    public static boolean isOne(String text) {
        return text.startsWith(PREFIX);
    }

    /** The address without its parameters: where the database is, not who asks. */
    public static String shown(String url) {
        int query = url.indexOf('?');
        return withoutPasswords(query < 0 ? url : url.substring(0, query));
    }

    /** Any text with the passwords of addresses in it left out. */
    public static String withoutPasswords(String text) {
        return USER_INFO.matcher(PASSWORD.matcher(text).replaceAll("$1…")).replaceAll("$1…@");
    }
}
