package dev.lifeline.client.web;

/// The answer that a conversation ended with.
///
/// @param status its status
/// @param location the value of its field Location, or `null`
public record WebAnswer(int status, String location) {

    /// Says if it sends the client elsewhere (RFC 9110 section 15.4).
    public boolean redirects() {
        return location != null && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
    }
}
