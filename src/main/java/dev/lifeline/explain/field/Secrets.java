package dev.lifeline.explain.field;

import java.util.List;
import java.util.Locale;

/// Takes out of a text what must not be repeated: passwords in addresses, headers that carry credentials, parameters that do.
public final class Secrets {

    private static final String MASK = "***";
    private static final List<String> HEADERS = List.of("authorization:", "authorization=", "cookie:", "set-cookie:", "x-api-key:", "proxy-authorization:", "x-auth-token:", "x-amz-security-token:");
    private static final List<String> NAMES = List.of("token", "key", "secret", "password", "passwd", "pwd", "sig", "signature", "credential", "auth", "session", "sas", "apikey", "pass");
    private static final String ENDS = " \t\n\"'`<>&;,)]}";

    private Secrets() {
    }

    /// A text with its secrets as `***`.
    public static String masked(String text) {
        String masked = text.indexOf('@') < 0 ? text : userinfo(text);
        masked = masked.indexOf('=') < 0 && masked.indexOf(':') < 0 ? masked : pairs(masked);
        return headers(masked);
    }

    private static String userinfo(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
            int from = at + 3;
            int end = from;
            int sign = -1;
            while (end < text.length() && " \t\n\"'`<>/?#".indexOf(text.charAt(end)) < 0) {
                sign = text.charAt(end) == '@' ? end : sign;
                end++;
            }
            if (sign > from && from >= done) {
                out.append(text, done, from).append(MASK);
                done = sign;
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    private static String headers(String text) {
        String masked = text;
        String lower = lower(text);
        for (String header : HEADERS) {
            for (int at = lower.indexOf(header); at >= 0; at = lower.indexOf(header, at + header.length())) {
                int from = at + header.length();
                int end = from;
                while (end < masked.length() && "\n\"'".indexOf(masked.charAt(end)) < 0) {
                    end++;
                }
                masked = masked.substring(0, from) + ' ' + MASK + masked.substring(end);
                lower = lower(masked);
            }
        }
        return masked;
    }

    /// Letter for letter, so that places stay.
    private static String lower(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.toLowerCase(chars[i]);
        }
        return new String(chars);
    }

    /// `token=…`, `"password": "…"`, `api_key: …`.
    private static String pairs(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '=' && c != ':' || !secret(text, at)) {
                continue;
            }
            int from = at + 1;
            while (from < text.length() && (" \"'\\".indexOf(text.charAt(from)) >= 0) && from - at < 4) {
                from++;
            }
            int end = from;
            while (end < text.length() && ENDS.indexOf(text.charAt(end)) < 0) {
                end++;
            }
            if (end > from && from >= done) {
                out.append(text, done, from).append(MASK);
                done = end;
                at = end - 1;
            }
        }
        return done == 0 ? text : out.append(text, done, text.length()).toString();
    }

    /// Tells whether the name before a sign is that of a secret; words of prose before a colon are none.
    private static boolean secret(String text, int sign) {
        int to = sign;
        boolean quoted = false;
        while (to > 0 && "\"' \\".indexOf(text.charAt(to - 1)) >= 0 && sign - to < 3) {
            quoted |= text.charAt(to - 1) != ' ';
            to--;
        }
        int from = to;
        while (from > 0 && (Character.isLetterOrDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '_' || text.charAt(from - 1) == '-') && to - from < 40) {
            from--;
        }
        if (from == to || text.charAt(sign) == ':' && !quoted && !(from > 0 && text.charAt(from - 1) == '{')) {
            return false;
        }
        String name = text.substring(from, to).toLowerCase(Locale.ROOT);
        for (String word : NAMES) {
            if (name.equals(word) || name.endsWith("_" + word) || name.endsWith("-" + word) || word.length() > 4 && name.endsWith(word)) {
                return true;
            }
        }
        return false;
    }
}
