package dev.lifeline.client.apart;

import dev.lifeline.client.Deadline;
import dev.lifeline.client.KnowingResolver;
import dev.lifeline.client.LateAnswer;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.race.Input;
import dev.lifeline.record.Failures;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The two questions for the addresses of a name, each a call of `getaddrinfo(3)` for one family on a daemon thread of its own. The
/// call cannot be cancelled: a question that is given up is left to end by itself, its answer unread and not recorded.
///
/// Each question has its [RaceEvent.Asked], and one [RaceEvent.Answered] or [RaceEvent.Unanswered].
final class FamilyQuestions {

    private final LaneRecorder client;
    private final KnowingResolver resolver;
    private final String host;
    private final int port;

    private final Object lock = new Object();
    /// Holds one answer for each family at most.
    private final LinkedBlockingQueue<Reply> replies = new LinkedBlockingQueue<>();
    private final Set<Family> open = EnumSet.noneOf(Family.class);
    private Queue<Input> race;

    /// The answer for one family.
    ///
    /// @param at when, in nanoseconds of the trace's clock
    /// @param answer what the resolver knows; `null` where it failed
    /// @param failed why; `null` where it did not
    record Reply(Family family, long at, Resolver.Answer answer, IOException failed) {
        boolean positive() {
            return answer != null && answer.addresses().length > 0;
        }
    }

    FamilyQuestions(LaneRecorder client, KnowingResolver resolver, String host, int port) {
        this.client = client;
        this.resolver = resolver;
        this.host = host;
        this.port = port;
    }

    /// Asks for one family; does not wait.
    void ask(Family family) {
        synchronized (lock) {
            open.add(family);
        }
        client.mark(new RaceEvent.Asked(family));
        Lookup.begin("lookup-" + family.record(), () -> answer(family));
    }

    private void answer(Family family) {
        Resolver.Answer answer = null;
        IOException failed = null;
        try {
            answer = resolver.answer(host, family);
        } catch (IOException e) {
            failed = e;
        } catch (RuntimeException e) {
            failed = new IOException("the resolver broke on " + host, e);
        }
        Reply reply = new Reply(family, client.now(), answer, failed);
        synchronized (lock) {
            if (!open.remove(family)) {
                return;
            }
            client.mark(reply.at(), told(reply));
            if (race != null) {
                race.add(arrived(reply));
            } else {
                replies.add(reply);
            }
        }
    }

    private RaceEvent.Answered told(Reply reply) {
        if (reply.positive()) {
            List<String> addresses = new ArrayList<>();
            for (InetAddress each : reply.answer().addresses()) {
                addresses.add(Endpoint.of(each, port).address());
            }
            return new RaceEvent.Answered(reply.family(), addresses, null, null);
        }
        if (reply.failed() == null) {
            return new RaceEvent.Answered(reply.family(), List.of(), ErrorCode.EAI_NODATA, null);
        }
        Failure failure = failure(reply.failed());
        return new RaceEvent.Answered(reply.family(), List.of(), failure.code(), failure.message());
    }

    static Failure failure(IOException failed) {
        return Failures.of(failed, Operation.GETADDRINFO, null, null);
    }

    /// The next answer.
    ///
    /// @param nanos how long to wait; zero or less not to wait
    /// @return `null` where there is none
    Reply next(long nanos) throws InterruptedException {
        return replies.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    }

    /// The answer that has not come, for the race.
    LateAnswer late(Family family, Deadline deadline) {
        return new Late(family, deadline);
    }

    private final class Late implements LateAnswer {
        private final Family family;
        private final Deadline deadline;

        Late(Family family, Deadline deadline) {
            this.family = family;
            this.deadline = deadline;
        }

        @Override
        public void tell(Queue<Input> reports) {
            FamilyQuestions.this.tell(reports);
        }

        @Override
        public boolean giveUp(String reason) {
            return FamilyQuestions.this.giveUp(family, reason);
        }

        @Override
        public Deadline deadline() {
            return deadline;
        }
    }

    private void tell(Queue<Input> reports) {
        synchronized (lock) {
            race = reports;
            for (Reply each = replies.poll(); each != null; each = replies.poll()) {
                reports.add(arrived(each));
            }
        }
    }

    /// Stops waiting for a family; `false` where it has answered.
    boolean giveUp(Family family, String reason) {
        synchronized (lock) {
            if (!open.remove(family)) {
                return false;
            }
            client.mark(new RaceEvent.Unanswered(family, reason));
            return true;
        }
    }

    private Input.Arrived arrived(Reply reply) {
        return new Input.Arrived(endpoints(reply), Map.of());
    }

    /// The destinations of an answer, each once; none where it was none.
    List<Endpoint> endpoints(Reply reply) {
        List<Endpoint> endpoints = new ArrayList<>();
        if (reply != null && reply.positive()) {
            for (InetAddress each : reply.answer().addresses()) {
                Endpoint endpoint = Lookup.destination(Endpoint.of(each, port));
                if (!endpoints.contains(endpoint)) {
                    endpoints.add(endpoint);
                }
            }
        }
        return endpoints;
    }
}
