package dev.lifeline.view.stages;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.RowMaker;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallRows;
import dev.lifeline.wording.RaceWords;
import dev.lifeline.wording.line.StageLine;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// From spans to one row a stage: the packets of a handshake are told with its connect, with their figure; a literal address has no
/// look-up; what was not reached is one row.
final class OneLineRows implements RowMaker {

    /// Attempts of a race that have a row; of more only the count is told.
    private static final int MOST_ATTEMPTS = 6;

    /// Listeners that have a row.
    private static final int MOST_BINDS = 2;

    private final WaterfallRows all;
    private final StageLine words;
    private final boolean both;
    private final TraceIndex index;
    private final Glyphs glyphs;

    OneLineRows(TraceIndex index, Glyphs glyphs) {
        all = new WaterfallRows(index, glyphs);
        words = new StageLine(index, glyphs);
        this.index = index;
        this.glyphs = glyphs;
        both = index.header().mode().observes(Lane.CLIENT) && index.header().mode().observes(Lane.SERVER);
    }

    @Override
    public List<WaterfallRow> of(List<Span> spans, List<Hold> holds) {
        List<Span> told = new ArrayList<>(spans.size());
        List<Span> notReached = new ArrayList<>();
        Map<Span, Span> handshakes = new IdentityHashMap<>();
        boolean raced = raced(spans);
        FoldedExchanges exchanges = new FoldedExchanges(index, spans, glyphs);
        int attempts = 0;
        int binds = 0;
        for (Span span : spans) {
            Span connect = span.state() instanceof Span.Handshake ? connectOf(span, told) : null;
            if (span.state() instanceof Span.NotReached) {
                notReached.add(span);
            } else if (connect != null) {
                handshakes.put(connect, span);
            } else if (span.stage() == Stage.BIND && span.state() instanceof Span.Done && span.connection() == 0 && ++binds > MOST_BINDS) {
                continue;
            } else if (!folded(span, raced) && !exchanges.isTold(span) && (span.stage() != Stage.CONNECT || ++attempts <= MOST_ATTEMPTS)) {
                told.add(span);
            }
        }
        List<WaterfallRow> rows = new ArrayList<>(all.of(told, holds, span -> {
            WaterfallRow several = exchanges.row(span);
            return several != null ? several : row(span, handshakes.get(span));
        }));
        if (binds > MOST_BINDS) {
            rows.add(aside("bind", "and " + (binds - MOST_BINDS) + " more: --detail deep"));
        }
        if (attempts > MOST_ATTEMPTS) {
            rows.add(aside("connect", "and " + (attempts - MOST_ATTEMPTS) + " more attempts: --detail deep"));
        }
        if (!notReached.isEmpty()) {
            rows.add(aside("not reached", names(notReached)));
        }
        return rows;
    }

    private WaterfallRow row(Span span, Span handshake) {
        AbandonedAttempt given = all.abandoned(span);
        WaterfallRow row = all.row(span, span.stage().label(), given == null ? words.of(span, handshake) : RaceWords.abandoned(given, span.remote()), List.of());
        return handshake != null && answered(((Span.Handshake) handshake.state()).flow())
                ? row.lasting(handshake.start(), handshake.end()) : row;
    }

    /// Tells whether packets say how long the handshake took: until its last ACK, or the RST or ICMP error that ended it.
    private static boolean answered(PacketFlow flow) {
        return flow.complete() || flow.wasReset() || flow.error() != null;
    }

    /// A look-up of a literal address did nothing; in a race each attempt had a route, which its connect tells.
    private static boolean folded(Span span, boolean raced) {
        return span.stage() == Stage.LOOKUP && span.state() instanceof Span.Skipped
                || raced && span.stage() == Stage.ROUTE && span.state() instanceof Span.Done;
    }

    private static boolean raced(List<Span> spans) {
        for (Span span : spans) {
            if (span.attempt() > 1) {
                return true;
            }
        }
        return false;
    }

    /// The connect whose packets these are; `null` where no program told of it.
    private static Span connectOf(Span handshake, List<Span> told) {
        for (int i = told.size() - 1; i >= 0; i--) {
            Span span = told.get(i);
            if (span.stage() == Stage.CONNECT && span.connection() == handshake.connection() && span.attempt() == handshake.attempt()) {
                return span;
            }
        }
        return null;
    }

    private String names(List<Span> notReached) {
        StringBuilder names = new StringBuilder();
        for (Span span : notReached) {
            names.append(names.isEmpty() ? "" : ", ").append(span.stage().label())
                    .append(both ? " (" + span.lane().label() + ")" : "");
        }
        return names.toString();
    }

    private static WaterfallRow aside(String label, String detail) {
        return new WaterfallRow(label, "", WaterfallRow.Kind.NOT_REACHED, 0, 0, 0, WaterfallRows.role(Lane.CLIENT), detail, List.of());
    }
}
