package dev.lifeline.wording;

import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;

/// Lags in words: how much later than the packet a program knew. A figure and its unit stay on one line, whatever wraps.
public final class LagWords {

    private LagWords() {
    }

    /// Writes a lag as exact as it is known: `app lag 84 µs`, `app lag 3 µs, give or take 1 µs`, `app lag under 200 ns`.
    public static String mark(AppLag lag, Glyphs glyphs) {
        return FittedText.together("app lag " + figure(lag, glyphs)) + held(lag, glyphs);
    }

    /// Writes when a call returned, and how late.
    ///
    /// @param whose of which connection, where that must be said: `'s`
    static String sentence(AppLag lag, String whose, Glyphs glyphs) {
        String call = lag.stage() == Stage.FIRST_BYTE ? "read" : lag.stage().label();
        String packet = lag.packet() == AppLag.Packet.DATA ? "packet with the data" : lag.packet().label() + " packet";
        return "the " + lag.lane().label() + "'s " + call + whose + " had returned; the application lag behind the "
                + packet + " was " + figure(lag, glyphs) + held(lag, glyphs);
    }

    /// Writes the three figures of a connection: `handshake 22 µs, connect 41 µs, difference 19 µs`.
    public static String mark(HandshakeFigures figures, Glyphs glyphs) {
        return FittedText.together("handshake " + Durations.of(figures.kernel(), glyphs)) + ", "
                + FittedText.together("connect " + Durations.of(figures.connect(), glyphs)) + ", "
                + FittedText.together("difference " + Durations.of(figures.difference(), glyphs));
    }

    /// Writes the three figures of a connection as a sentence.
    public static String sentence(HandshakeFigures figures, Glyphs glyphs) {
        return "The kernel's handshake took " + Durations.of(figures.kernel(), glyphs) + ", the client's connect "
                + Durations.of(figures.connect(), glyphs) + "; the difference is "
                + Durations.of(figures.difference(), glyphs) + ".";
    }

    private static String figure(AppLag lag, Glyphs glyphs) {
        if (lag.lag() <= lag.uncertainty()) {
            return "under " + time(Math.max(1, lag.uncertainty()), glyphs);
        }
        String figure = time(lag.lag(), glyphs);
        return lag.lag() / 10 >= lag.uncertainty() ? figure : figure + ", give or take " + time(lag.uncertainty(), glyphs);
    }

    private static String held(AppLag lag, Glyphs glyphs) {
        return lag.held() > 0 ? ", " + FittedText.together(Durations.of(lag.held(), glyphs) + " of it held") : "";
    }

    private static String time(long nanos, Glyphs glyphs) {
        return FittedText.together(Durations.of(nanos, glyphs));
    }
}
