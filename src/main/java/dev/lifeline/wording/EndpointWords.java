package dev.lifeline.wording;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.List;

/// Addresses and ports in words, safe to print.
public final class EndpointWords {

    private EndpointWords() {
    }

    /// Writes an endpoint.
    public static String of(Endpoint endpoint) {
        return Printable.ascii(endpoint.toString());
    }

    /// Writes a four-tuple with the arrow of the glyph set.
    public static String of(FourTuple tuple, Glyphs glyphs) {
        return of(tuple.local()) + " " + glyphs.arrow() + " " + of(tuple.remote());
    }

    /// Writes endpoints with commas between.
    public static String of(List<Endpoint> endpoints) {
        StringBuilder out = new StringBuilder();
        for (Endpoint endpoint : endpoints) {
            out.append(out.isEmpty() ? "" : ", ").append(of(endpoint));
        }
        return out.toString();
    }

    /// Writes ` to 127.0.0.1:80`; nothing for `null`.
    static String to(Endpoint remote) {
        return remote == null ? "" : " to " + of(remote);
    }

    /// Writes both ends as far as they are known, in front of other words: `127.0.0.1:45050 → 127.0.0.1:80  `.
    ///
    /// @param local may be `null`
    /// @param remote may be `null`
    /// @param gap between the ends and the other words
    static String before(Endpoint local, Endpoint remote, Glyphs glyphs, String gap) {
        if (local != null && remote != null) {
            return of(new FourTuple(local, remote), glyphs) + gap;
        }
        return remote != null ? "to " + of(remote) + gap : local != null ? of(local) + gap : "";
    }
}
