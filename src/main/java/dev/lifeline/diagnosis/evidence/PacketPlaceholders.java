package dev.lifeline.diagnosis.evidence;

import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.cause.Template;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;

/// The values of the placeholders that come from packets (see [EvidenceWords]).
record PacketPlaceholders(StageEvidence witness, long sent) implements Template.Values {

    /// After how many times the intervals of retransmission are no news.
    private static final int MOST_TIMES = 5;

    @Override
    public String value(String name) {
        PacketEvidence wire = witness.wire();
        return switch (name) {
            case "sentTimes" -> sentTimes();
            case "through" -> wire.device() == null ? "" : " on " + wire.device();
            case "answerAfter" -> Durations.rounded(sinceSyn(wire.answer()));
            case "resetAfter" -> Durations.rounded(sinceSyn(wire.side(Lane.SERVER).rst()));
            case "late" -> Durations.rounded(wire.synAck() - witness.run().ended());
            case "windowSeen" -> wire.side(witness.peer()).closedWindow()
                    ? "The last segment of the " + witness.peer().label() + " that was captured says window 0"
                    : "The kernel here probes a window of 0";
            case "answered" -> Counted.bytes(wire.side(Lane.SERVER).sent());
            case "rstAfter" -> rstAfter();
            case "rstWhen" -> rstWhen();
            default -> throw new IllegalArgumentException("no placeholder {" + name + "}");
        };
    }

    /// `4 times (again after 1 s, 3 s, 7 s)`; without the times where the clock was set.
    private String sentTimes() {
        PacketEvidence wire = witness.wire();
        StringBuilder text = new StringBuilder(Counted.times(wire.syns()));
        if (wire.syns() > 1 && witness.stepped() == null) {
            text.append(" (again after ");
            for (int i = 1; i < wire.syns() && i <= MOST_TIMES; i++) {
                text.append(i == 1 ? "" : ", ").append(Durations.rounded(wire.syn(i) - wire.syn(0)));
            }
            text.append(wire.syns() > MOST_TIMES + 1 ? " ...)" : ")");
        }
        return text.toString();
    }

    private long sinceSyn(long at) {
        PacketEvidence wire = witness.wire();
        return at < 0 || wire.syns() == 0 || witness.stepped() != null ? -1 : at - wire.syn(0);
    }

    /// Where the reset came before the program looked, the length of its stage says nothing of the connection.
    private String rstWhen() {
        UnfinishedStage run = witness.run();
        if (run.took() < 0 || witness.stepped() != null) {
            return "";
        }
        long before = run.ended() - run.took() - witness.wire().side(witness.peer()).rst();
        return before <= 0 ? "" : " " + Durations.rounded(before) + " before this stage began";
    }

    private String rstAfter() {
        long acknowledged = Math.min(sent, witness.wire().side(witness.peer()).acknowledged());
        if (sent == 0) {
            return "";
        }
        if (acknowledged == sent) {
            return ", with all " + Counted.bytes(sent) + " of this side acknowledged";
        }
        return !witness.gapless() ? "" : ", with " + (acknowledged == 0 ? "none" : Counted.grouped(acknowledged)) + " of the "
                + Counted.bytes(sent) + " of this side acknowledged";
    }
}
