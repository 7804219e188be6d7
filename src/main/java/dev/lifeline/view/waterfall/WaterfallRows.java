package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.pace.AskedFamily;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.HoldWords;
import dev.lifeline.wording.RaceWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// From spans and holds to the rows of the waterfall.
public final class WaterfallRows implements RowMaker {

    private static final int MOST_LABEL = 16;
    /// Details that fill a line of a narrow terminal: what is added to them stands on the next one.
    private static final int LONG_DETAIL = 60;

    private final List<AbandonedAttempt> abandoned;
    private final List<AskedFamily> families;
    private final Glyphs glyphs;
    private final RowFacts facts;
    private final boolean[] raced = new boolean[Stage.values().length];

    public WaterfallRows(TraceIndex index, Glyphs glyphs) {
        this.abandoned = index.abandoned();
        this.families = index.families();
        this.glyphs = glyphs;
        this.facts = new RowFacts(index, glyphs);
        for (Span span : index.timeline().spans()) {
            raced[span.stage().ordinal()] |= span.attempt() > 1;
        }
    }

    @Override
    public List<WaterfallRow> of(List<Span> spans, List<Hold> holds) {
        return of(spans, holds, this::row);
    }

    /// The rows of spans as the caller makes them, with those of the holds between them.
    public List<WaterfallRow> of(List<Span> spans, List<Hold> holds, Function<Span, WaterfallRow> row) {
        List<WaterfallRow> rows = new ArrayList<>(spans.size() + holds.size());
        List<Hold> waiting = new ArrayList<>(holds);
        for (Span span : spans) {
            for (int i = 0; i < waiting.size(); i++) {
                if (heldBack(span, waiting.get(i))) {
                    rows.add(row(waiting.remove(i--)));
                }
            }
            rows.add(row.apply(span));
            if (span.stage() == Stage.LOOKUP) {
                families(span, rows);
            }
        }
        for (Hold hold : waiting) {
            rows.add(row(hold));
        }
        return rows;
    }

    private static boolean heldBack(Span span, Hold hold) {
        return span.lane() == hold.lane() && (hold.after() ? span.ran() && span.start() >= hold.end()
                : span.stage() == hold.stage() && (!span.ran() || span.start() >= hold.end()));
    }

    /// A row for each family that was asked for apart.
    private void families(Span lookup, List<WaterfallRow> rows) {
        for (AskedFamily asked : families) {
            if (asked.isOf(lookup)) {
                WaterfallRow.Kind kind = asked.answer() != null ? WaterfallRow.Kind.DONE
                        : asked.unanswered() != null ? WaterfallRow.Kind.ABANDONED : WaterfallRow.Kind.OPEN;
                long end = asked.ended() < 0 ? lookup.end() : asked.ended();
                rows.add(new WaterfallRow("  " + asked.family().record(), asked.lane().label(), kind, asked.asked(), end, end,
                        role(asked.lane()), RaceWords.of(asked, lookup.end()), List.of()));
            }
        }
    }

    private WaterfallRow row(Hold hold) {
        return new WaterfallRow("held", hold.lane().label(), WaterfallRow.Kind.HELD, hold.start(), hold.end(), hold.end(), role(hold.lane()),
                HoldWords.of(hold, glyphs).mark(), List.of());
    }

    private WaterfallRow row(Span span) {
        AbandonedAttempt given = abandoned(span);
        if (given != null) {
            return row(span, RaceWords.abandoned(given, span.remote()), List.of());
        }
        String detail = facts.details(span);
        String addition = facts.addition(span);
        List<RowFact> below = facts.of(span);
        if (!addition.isEmpty() && detail.length() > LONG_DETAIL) {
            below = new ArrayList<>(below);
            below.addFirst(RowFact.of(addition));
        } else if (!addition.isEmpty()) {
            detail += (span.stage() == Stage.ROUTE || span.stage() == Stage.LOOKUP ? "; " : ", ") + addition;
        }
        return row(span, detail, below);
    }

    private WaterfallRow row(Span span, String detail, List<RowFact> below) {
        String name = span.stage() == Stage.ACCEPT_QUEUE ? "queued" : span.stage().label();
        return row(span, span.lane() == Lane.KERNEL ? "  " + name : name, detail, below);
    }

    /// A row with its own name of the stage, in which the number of an attempt stands where several ran.
    public WaterfallRow row(Span span, String name, String detail, List<RowFact> below) {
        String label = raced[span.stage().ordinal()] && span.attempt() > 0
                ? FittedText.fit(name + " #" + span.attempt(), MOST_LABEL, glyphs) : name;
        long open = span.state() instanceof Span.Queued queued ? queued.leftBy() : span.end();
        return new WaterfallRow(label, span.lane().label(), abandoned(span) == null ? kind(span) : WaterfallRow.Kind.ABANDONED, span.start(),
                span.end(), open, role(span.lane()), detail, below);
    }

    /// The attempt of a race that a span belongs to and that was given up, or `null`.
    public AbandonedAttempt abandoned(Span span) {
        return span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT ? AbandonedAttempt.of(span, abandoned) : null;
    }

    private static WaterfallRow.Kind kind(Span span) {
        return switch (span.state().kind()) {
            case DONE -> span.stage() == Stage.WORKER_QUEUE ? WaterfallRow.Kind.WAITED : WaterfallRow.Kind.DONE;
            case HANDSHAKE -> ((Span.Observed) span.state()).complete() ? WaterfallRow.Kind.SEEN : WaterfallRow.Kind.CUT;
            case QUEUED -> ((Span.Observed) span.state()).complete() ? WaterfallRow.Kind.WAITED : WaterfallRow.Kind.WAITING;
            case CONCLUDED -> WaterfallRow.Kind.INFERRED;
            case FAILED -> WaterfallRow.Kind.FAILED;
            case OPEN -> WaterfallRow.Kind.OPEN;
            case SKIPPED -> WaterfallRow.Kind.SKIPPED;
            case NOT_REACHED -> WaterfallRow.Kind.NOT_REACHED;
        };
    }

    public static Role role(Lane lane) {
        return switch (lane) {
            case CLIENT -> Role.CLIENT;
            case KERNEL -> Role.KERNEL;
            case SERVER -> Role.SERVER;
        };
    }
}
