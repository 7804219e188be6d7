package dev.lifeline.http;

/// Bounds on a message: memory and time that a peer may cost.
///
/// @param line bytes of a line without its end
/// @param fields of a head, and again of the trailers
/// @param head bytes of a head, and again of the trailers
/// @param interim answers (1xx) before the final one
/// @param extensions bytes of chunk extensions in a whole body (RFC 9112 section 7.1.1)
public record HttpLimits(int line, int fields, long head, int interim, long extensions) {

    /// Bounds of a server: those of the well-known ones.
    public static final HttpLimits OF_SERVER = new HttpLimits(8 * 1024, 100, 32 * 1024, 0, 16 * 1024);

    /// Bounds of a client, who takes more: a server's fields are its own choice.
    public static final HttpLimits OF_CLIENT = new HttpLimits(64 * 1024, 1_000, 256 * 1024, 20, 64 * 1024);

    public HttpLimits {
        if (line < 1 || fields < 1 || head < 1 || interim < 0 || extensions < 0) {
            throw new IllegalArgumentException("a limit is out of range");
        }
    }
}
