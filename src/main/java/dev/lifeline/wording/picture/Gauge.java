package dev.lifeline.wording.picture;

import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;

/// Pictures of how full something is: `[■■□□□□□□]`. The figures stand behind them, for a picture has only a few cells.
public final class Gauge {

    private static final int MOST_CELLS = 8;
    private static final int WINDOW_CELLS = 4;

    private Gauge() {
    }

    /// Draws the accept queue of a listener: `[■■□□□□□□] 2 of 8`. The kernel calls it full when it holds more than its limit
    /// (sk_acceptq_is_full in include/net/sock.h), so that one beyond the limit has a cell, too.
    public static String queue(ListenerSeen listener, Glyphs glyphs) {
        return queue(listener, MOST_CELLS, glyphs);
    }

    /// The same behind the address of the listener, with half as many cells: `::1 [■■] 2 of 1, full`.
    public static String queueAt(ListenerSeen listener, Glyphs glyphs) {
        return Printable.ascii(listener.local().address()) + " " + queue(listener, MOST_CELLS / 2, glyphs);
    }

    private static String queue(ListenerSeen listener, int mostCells, Glyphs glyphs) {
        long most = Math.max(1, Math.max(listener.backlog(), listener.queued()));
        int cells = (int) Math.min(mostCells, most);
        return draw(filled(listener.queued(), most, cells), cells, glyphs) + " " + Counted.grouped(listener.queued()) + " of "
                + Counted.grouped(listener.backlog()) + (listener.queued() > listener.backlog() ? ", full" : "")
                + (listener.alone() ? "" : ", one of " + Counted.grouped(listener.alike()) + " listeners");
    }

    /// Draws the queue of a server for its workers: `[■■□□] 2 of 4`.
    public static String workerQueue(int depth, int limit, Glyphs glyphs) {
        return part(depth, limit, glyphs) + (depth >= limit ? ", full" : "");
    }

    /// Draws the workers of a server: `[■■] 2 of 2 busy`.
    public static String workers(int busy, int workers, Glyphs glyphs) {
        return part(busy, workers, glyphs) + " busy";
    }

    private static String part(int part, int all, Glyphs glyphs) {
        int most = Math.max(1, Math.max(part, all));
        int cells = Math.min(MOST_CELLS, most);
        return draw(filled(part, most, cells), cells, glyphs) + " " + Counted.grouped(part) + " of " + Counted.grouped(all);
    }

    /// Draws the window of a receiver.
    ///
    /// @param window bytes that it has room for
    /// @param most the largest window that it had told before, in bytes
    public static String window(long window, long most, Glyphs glyphs) {
        return draw(filled(window, Math.max(1, most), WINDOW_CELLS), WINDOW_CELLS, glyphs) + " " + Counted.grouped(window);
    }

    /// Draws how full a buffer of a socket is: `[■□□□□□□□] 5 of 131,072 bytes`; without its limit only the figure.
    ///
    /// @param bytes in it
    /// @param limit its limit in bytes; 0 where that is not known
    public static String bytes(long bytes, long limit, Glyphs glyphs) {
        return (limit <= 0 ? "" : draw(filled(bytes, limit, MOST_CELLS), MOST_CELLS, glyphs) + " ") + figures(bytes, limit);
    }

    /// Writes the same without the picture: `5 of 131,072 bytes`.
    public static String figures(long bytes, long limit) {
        return limit <= 0 ? Counted.of(bytes, "byte") : Counted.grouped(bytes) + " of " + Counted.grouped(limit) + " bytes";
    }

    /// Something is never drawn as nothing, nor a part as all.
    private static int filled(long part, long all, int cells) {
        return part <= 0 ? 0 : part >= all ? cells : (int) Math.clamp(Math.round((double) part * cells / all), 1, Math.max(1, cells - 1));
    }

    private static String draw(int filled, int cells, Glyphs glyphs) {
        return "[" + glyphs.full().repeat(filled) + glyphs.empty().repeat(cells - filled) + "]";
    }
}
