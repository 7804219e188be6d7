package dev.lifeline.view;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.util.List;
import java.util.Locale;

/// A trace with the verdict that belongs to it, ready to be drawn.
public record DrawnLife(String name, TraceIndex index, Verdict verdict) {

    public DrawnLife(String name, Trace trace, Verdict verdict) {
        this(name, TraceIndex.of(trace), verdict);
    }

    public static List<DrawnLife> all() {
        return List.of(
                new DrawnLife("loopback", Lives.loopback(), well("Connected, answered, closed.")),
                new DrawnLife("held", Lives.held(), well("Connected, answered, closed.")),
                new DrawnLife("bulk", Lives.bulk(), well("Connected, answered, closed.")),
                new DrawnLife("quiet", Lives.quiet(), well("Connected, nothing came, closed.")),
                new DrawnLife("reset", Lives.reset(), new Verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, Lane.CLIENT,
                        ErrorCode.ECONNRESET, Operation.READ, Lives.CLIENT, Lives.SERVER,
                        "The connection was reset while the client waited for its first byte.",
                        "The handshake completed and the server's program read 5 bytes.",
                        "Why the server's program reset the connection.", "trace connect --serve --behaviour echo")),
                new DrawnLife("refused", Lives.refused(), new Verdict(Verdict.Result.FAILED, Stage.CONNECT, Lane.CLIENT,
                        ErrorCode.ECONNREFUSED, Operation.CONNECT, null, new Endpoint("127.0.0.1", 9),
                        "The host answered with a reset: nothing listens on that address and port.",
                        "The route is good, and the host is up.",
                        "That the service is down. It may listen on another port, address or family.", "ss -ltn 'sport = :9'")),
                new DrawnLife("race", Lives.race(), new Verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, Lane.CLIENT,
                        ErrorCode.TIMEOUT, Operation.READ, null, null, "Connected, and then nothing came for 3 s.",
                        "The handshake completed.", "That the peer is gone: it may wait for the client to speak first.", null)),
                new DrawnLife("hostile", Lives.hostile(), brokenOff("The recording of \u001b[31mevil\u202e breaks off.", "trace \u0007connect")),
                new DrawnLife("fifty", Lives.fifty(), well("All connections completed.")),
                new DrawnLife("server-only", Lives.serverOnly(), well("Accepted, read, closed.")),
                new DrawnLife("empty", Lives.empty(), brokenOff("The recording holds no event.", null)));
    }

    public String drawnBy(View view, int width, Glyphs glyphs) {
        return view.draw(index, verdict, new Canvas(width, glyphs)).text();
    }

    String file(String view, int width, Glyphs glyphs) {
        return view + "/" + name + "-" + width + "-" + glyphs.name().toLowerCase(Locale.ROOT) + ".txt";
    }

    @Override
    public String toString() {
        return name;
    }

    private static Verdict brokenOff(String happened, String next) {
        return new Verdict(Verdict.Result.INCOMPLETE, null, null, null, null, null, null, happened, "Nothing.", "Anything.", next);
    }

    private static Verdict well(String happened) {
        return new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, happened,
                "Both programs held the same connection.", "That a connection over a network would do the same.", null);
    }
}
