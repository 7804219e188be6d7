package dev.lifeline.http;

/// One field of a head.
///
/// @param name a token
/// @param value without line ends and other control characters; characters up to U+00FF
public record HttpField(String name, String value) {

    public HttpField {
        if (!Octets.isTokens(name)) {
            throw new IllegalArgumentException("the name of a field is letters, digits and '-'");
        }
        for (int i = 0; i < value.length(); i++) {
            if (!Octets.isText(value.charAt(i)) || value.charAt(i) > 0xFF) {
                throw new IllegalArgumentException("the value of a field has no line ends or control characters");
            }
        }
    }

    /// Says if it has this name, be it written in small or capital letters.
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
