package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.view.frame.Role;
import java.util.Comparator;

/// One step of the ladder: what stands in one row, or in a few when its words are long.
sealed interface Rung {

    /// Orders rungs from the earliest to the latest. Not by `Comparator.comparingLong`: that can be serialized, and no start-up cache holds it.
    Comparator<Rung> BY_TIME = (one, other) -> Long.compare(one.at(), other.at());

    /// Nanoseconds since the origin.
    long at();

    /// The end of what it speaks of, in nanoseconds since the origin.
    default long until() {
        return at();
    }

    /// A stage begins; its end has a rung of its own, or never came.
    record Begin(Span span) implements Rung {
        @Override
        public long at() {
            return span.start();
        }
    }

    /// A stage ends, well or not.
    record End(Span span) implements Rung {
        @Override
        public long at() {
            return span.end();
        }
    }

    /// A stage in one row: it began, and nothing else happened before it ended.
    record Whole(Span span) implements Rung {
        @Override
        public long at() {
            return span.start();
        }

        @Override
        public long until() {
            return span.end();
        }
    }

    /// A stage that was skipped, or that nobody measured: one row at its beginning.
    record Aside(Span span) implements Rung {
        @Override
        public long at() {
            return span.start();
        }
    }

    /// An event without length.
    record Moment(TraceEvent event) implements Rung {
        @Override
        public long at() {
            return event.at();
        }
    }

    /// A lane is held from here.
    record Held(Hold hold) implements Rung {
        @Override
        public long at() {
            return hold.start();
        }
    }

    /// A lane goes on.
    record Released(Hold hold) implements Rung {
        @Override
        public long at() {
            return hold.end();
        }
    }

    /// Many chunks of one lane in one row.
    ///
    /// @param at when the first of them was seen
    /// @param until when the last was
    /// @param read whether they were read or written
    record Chunks(long at, long until, Lane lane, boolean read, int count, long bytes) implements Rung {
    }

    /// Something that many members of a crowd did, in one row.
    ///
    /// @param at when the first of them had
    /// @param until when the last had
    record Folded(long at, long until, Lane lane, String label, boolean failed) implements Rung {
    }

    /// Packets of many members that are alike, in one row.
    ///
    /// @param at when the first of them was seen
    /// @param until when the last was
    /// @param trouble whether they are sent again, or reset
    record FoldedPackets(long at, long until, Lane from, String label, boolean trouble) implements Rung {
    }

    /// Rungs that were left out because there are too many.
    record LeftOut(long at, long until, int count) implements Rung {
    }

    /// An arrow that was concluded from what both ends saw. It has a place between the rungs, but no time of its own.
    ///
    /// @param at when its effect was seen
    /// @param from whose line it leaves
    /// @param both whether packets must have gone both ways
    /// @param label what crossed
    record Crossing(long at, Lane from, boolean both, String label) implements Rung {
    }

    /// A packet that was seen.
    ///
    /// @param label what it is
    /// @param reach how far it is known to have come
    record Packet(long at, SegmentSeen segment, String label, PacketKind kind, Reach reach) implements Rung {
    }

    /// Many packets of one direction and kind in one row.
    ///
    /// @param at when the first of them was seen
    /// @param until when the last was
    /// @param bytes of their data
    record Packets(long at, long until, Lane from, PacketKind kind, int count, long bytes) implements Rung {
    }

    /// Bytes of one direction that no packet here carried, although a later one is beyond them.
    ///
    /// @param at when the first packet beyond them was seen
    record Missing(long at, Lane from, long bytes) implements Rung {
    }

    /// An ICMP error comes back.
    ///
    /// @param to whose packet it is about
    /// @param label what it says, and who sent it
    /// @param seen whether its packet was seen; else the kernel kept what it said
    record Refusal(long at, Lane to, String label, boolean seen) implements Rung {
    }

    /// A note on the kernel's line of life.
    ///
    /// @param cause the sequence number of the event that made somebody look; -1 where none did
    /// @param left words about the client's end, or empty
    /// @param right other words, or empty
    record Note(long at, long until, long cause, String left, String right, Role role) implements Rung {
    }

    /// The three packets of a handshake in one row.
    ///
    /// @param at when the first of them was seen
    /// @param until when the last was
    record Greeting(long at, long until, String label) implements Rung {
    }

    /// A datagram leaves.
    ///
    /// @param label what it is
    /// @param arrived whether a program received it
    record Datagram(long at, String label, boolean arrived) implements Rung {
    }

    /// A program received a datagram, or a call of its socket failed.
    ///
    /// @param lane where it is drawn: who receives on the server's side
    record DatagramEnd(long at, Lane lane, String label, boolean failed) implements Rung {
    }
}
