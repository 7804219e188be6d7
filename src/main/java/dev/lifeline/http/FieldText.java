package dev.lifeline.http;

import dev.lifeline.model.event.HttpEvent;

/// The part of a head that a recording gets: bounded, and without secrets, as recordings are handed on.
public final class FieldText {

    /// Fields of a message that are recorded at most.
    public static final int MOST_FIELDS = 100;

    private static final int MOST_TEXT = 256;
    private static final String[] SECRETS = {"Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie"};

    private FieldText() {
    }

    /// The event of a field.
    public static HttpEvent.Field event(String name, String value, long offset, boolean trailer) {
        return new HttpEvent.Field(cut(name), isSecret(name) ? "(" + value.length() + " bytes)" : cut(value), offset, trailer);
    }

    /// Says if the value of such a field is nobody's business.
    public static boolean isSecret(String name) {
        for (String secret : SECRETS) {
            if (secret.equalsIgnoreCase(name)) {
                return true;
            }
        }
        return false;
    }

    /// As much of a text as is recorded.
    public static String cut(String text) {
        return text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }
}
