package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.Decoded;
import dev.lifeline.linux.wire.NameError;
import dev.lifeline.linux.wire.NameMessage;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.names.SearchList;
import dev.lifeline.text.AddressText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Decides which messages to and from name servers belong to the look-ups of the run. Pure but for the search list, which is read when
/// it is made. For one thread.
///
/// The sockets of the C library are not known. A question is a look-up's own that was sent while it was under way and asks for a name
/// that it may ask for; an answer, or an error, is one to such a question. Nothing else is told.
final class NameBook {

    private static final long OPEN = Long.MAX_VALUE;
    private static final int MOST_ASKED = 256;
    private static final int MOST_TOLD = 1024;

    private final SearchList names;
    private final PacketSink sink;
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private int told;
    private int left;

    /// A look-up of the client.
    private static final class Lookup {
        private final int connection;
        private final long startedAt;
        private long endedAt = OPEN;

        Lookup(int connection, long startedAt) {
            this.connection = connection;
            this.startedAt = startedAt;
        }
    }

    /// A question that was seen, or that was seen again.
    private static final class Asked {
        private final int connection;
        private final WireEnd own;
        private final NameMessage question;
        private final int device;
        private int answerDevice = -1;

        Asked(int connection, NameMessage question, int device) {
            this.connection = connection;
            this.own = question.source();
            this.question = question;
            this.device = device;
        }

        boolean same(NameMessage other, WireEnd server) {
            return question.destination().equals(server) && question.type() == other.type()
                    && question.name().equalsIgnoreCase(other.name());
        }
    }

    /// @param host the name that is looked up, or `null` where none is
    NameBook(String host, PacketSink sink) {
        this(host == null ? null : SearchList.system(host), sink);
    }

    /// @param names those that may be asked for; `null` for none
    NameBook(SearchList names, PacketSink sink) {
        this.names = names;
        this.sink = sink;
    }

    /// A traced program recorded an event.
    void told(TraceEvent event) {
        if (names == null || event.lane() != Lane.CLIENT || !(event.body() instanceof StageEvent stage) || stage.stage() != Stage.LOOKUP) {
            return;
        }
        if (stage instanceof StageEvent.Started) {
            lookups.add(new Lookup(event.connection(), event.at()));
        } else {
            for (Lookup each : lookups) {
                each.endedAt = each.connection == event.connection() && each.endedAt == OPEN ? event.at() : each.endedAt;
            }
        }
    }

    /// A packet was seen. The events that were recorded before it must have been told.
    void seen(Decoded decoded, Sighting sighting) {
        if (lookups.isEmpty()) {
            return;
        }
        if (decoded instanceof NameMessage message && names.mayAsk(message.name())) {
            if (message.response()) {
                answered(message, sighting);
            } else if (message.destination().port() == NameMessage.PORT) {
                asked(message, sighting);
            }
        } else if (decoded instanceof NameError error) {
            refused(error, sighting);
        }
    }

    /// Tells whether all look-ups had ended before a time; answers to what they asked may still have been under way.
    boolean endedBefore(long time) {
        for (Lookup each : lookups) {
            if (each.endedAt == OPEN || each.endedAt >= time) {
                return false;
            }
        }
        return true;
    }

    /// The run is over: what was not told is counted.
    void finish(long now) {
        if (left > 0) {
            sink.found(now, Evidence.KERNEL, 0, 0, new KernelEvent.EvidenceLost(PacketEvents.SOURCE, left, LossKind.NOT_KEPT,
                    "questions of look-ups beyond " + MOST_TOLD + " are counted, not kept"));
        }
    }

    private void asked(NameMessage question, Sighting sighting) {
        int connection = askedBy(sighting);
        if (connection < 0) {
            return;
        }
        boolean again = false;
        for (Asked each : asked) {
            if (each.same(question, question.destination())) {
                if (each.own.equals(question.source()) && each.question.id() == question.id() && each.device != sighting.device()) {
                    // The same packet on another interface: of a bridge, for one.
                    return;
                }
                again |= each.connection == connection;
            }
        }
        asked.add(new Asked(connection, question, sighting.device()));
        if (asked.size() > MOST_ASKED) {
            asked.removeFirst();
        }
        tell(sighting, connection, new PacketEvent.QuestionSeen(ends(question.source(), question.destination()), question.id(),
                question.name(), question.type(), again, sighting.captured()));
    }

    /// The connection whose look-up was under way then; 0 where several were, -1 where none was.
    private int askedBy(Sighting sighting) {
        int connection = -1;
        for (Iterator<Lookup> all = lookups.iterator(); all.hasNext();) {
            Lookup each = all.next();
            boolean during = sighting.at() >= each.startedAt - sighting.uncertainty()
                    && (each.endedAt == OPEN || sighting.at() <= each.endedAt + sighting.uncertainty());
            connection = !during ? connection : connection < 0 ? each.connection : 0;
            if (!during && each.endedAt != OPEN && lookups.size() > MOST_ASKED) {
                all.remove();
            }
        }
        return connection;
    }

    private void answered(NameMessage answer, Sighting sighting) {
        for (Asked each : asked.reversed()) {
            if (each.own.equals(answer.destination()) && each.question.id() == answer.id() && each.same(answer, answer.source())) {
                if (each.answerDevice < 0 || each.answerDevice == sighting.device()) {
                    each.answerDevice = sighting.device();
                    tell(sighting, each.connection, new PacketEvent.ReplySeen(ends(answer.source(), answer.destination()), answer.id(),
                            answer.name(), answer.type(), answer.code(), answer.addresses(), answer.cut(), sighting.captured()));
                }
                return;
            }
        }
    }

    private void refused(NameError error, Sighting sighting) {
        for (Asked each : asked.reversed()) {
            if (each.own.equals(error.source()) && each.question.destination().equals(error.destination())) {
                tell(sighting, each.connection, new PacketEvent.QuestionRefused(AddressText.of(error.offender().inet()), error.type(),
                        error.code(), error.meaning(), ends(error.source(), error.destination()), sighting.captured()));
                return;
            }
        }
    }

    private void tell(Sighting sighting, int connection, EventBody body) {
        if (told == MOST_TOLD) {
            left++;
            return;
        }
        told++;
        sink.found(sighting.at(), Evidence.PACKET, connection, 0, body);
    }

    private static FourTuple ends(WireEnd from, WireEnd to) {
        return new FourTuple(end(from), end(to));
    }

    private static Endpoint end(WireEnd end) {
        return new Endpoint(AddressText.of(end.address().inet()), end.port());
    }
}
