package dev.lifeline.client.apart;

import dev.lifeline.client.Deadline;
import dev.lifeline.client.KnowingResolver;
import dev.lifeline.client.LateAnswer;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.RouteProbe;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.race.ConnectionRace;
import dev.lifeline.race.NameAnswers;
import dev.lifeline.race.Personality;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The look-up stage of a name whose families are asked for apart (RFC 8305 section 3): AAAA first, then A, neither waiting for the
/// other. The stage ends when the race may begin ([NameAnswers]); the other answer may come later.
///
/// @param lookup the look-up that asks once, whose runner and hosts file this one uses
/// @param resolver asks for one family
/// @param personality whose rules say when the race may begin
public record ApartLookup(Lookup lookup, KnowingResolver resolver, Personality personality) {

    /// The addresses with which the race begins.
    ///
    /// @param candidates at least one, in the order in which a resolver would give them
    /// @param late the answer that has not come, or `null` where both have
    public record Found(List<Endpoint> candidates, LateAnswer late) {
    }

    /// Finds the addresses of a name.
    ///
    /// @param port the port that the endpoints get
    /// @param deadlineNanos how long to wait at most for each answer, in nanoseconds
    /// @throws StageFailure when neither family has an address; it is recorded already
    public Found endpoints(String host, int port, long deadlineNanos) throws StageFailure, InterruptedException {
        StageRunner.Call call = new StageRunner.Call(Stage.LOOKUP, Operation.GETADDRINFO, null, null);
        return lookup.runner().run(call, () -> new Asking(host, port, Deadline.in(deadlineNanos)).find());
    }

    /// One look-up.
    private final class Asking {

        private final String host;
        private final Deadline deadline;
        private final FamilyQuestions questions;
        private final Map<Family, FamilyQuestions.Reply> answers = new EnumMap<>(Family.class);
        private NameAnswers state = NameAnswers.asked(personality);
        private boolean timedOut;

        Asking(String host, int port, Deadline deadline) {
            this.host = host;
            this.deadline = deadline;
            this.questions = new FamilyQuestions(lookup.runner().recorder(), resolver, host, port);
        }

        StageRunner.Result<Found> find() throws IOException, InterruptedException {
            try {
                questions.ask(Family.IPV6);
                questions.ask(Family.IPV4);
                await();
                if (state.course(now()) == NameAnswers.Course.NOTHING) {
                    throw timedOut ? deadline.exception() : failure();
                }
                return found();
            } catch (InterruptedException e) {
                giveUpBoth("interrupted");
                throw e;
            }
        }

        /// Waits until the race may begin, or there is nothing to begin it with. An answer that is there counts, however late this
        /// thread is let run.
        private void await() throws InterruptedException {
            while (true) {
                FamilyQuestions.Reply reply = questions.next(0);
                if (reply == null) {
                    if (state.course(now()) != NameAnswers.Course.WAIT) {
                        return;
                    }
                    long delayed = state.due() == ConnectionRace.NEVER ? Long.MAX_VALUE : state.due() - now();
                    reply = questions.next(Math.min(delayed, deadline.left()));
                }
                if (reply != null) {
                    take(reply);
                } else if (deadline.passed()) {
                    giveUpBoth("no answer within " + deadline.text());
                    timedOut = true;
                }
            }
        }

        private long now() {
            return lookup.runner().recorder().now();
        }

        private void take(FamilyQuestions.Reply reply) {
            answers.put(reply.family(), reply);
            state = state.answered(reply.family(), reply.positive(), reply.at());
            if (state.due() != ConnectionRace.NEVER && state.delay() > 0) {
                lookup.runner().recorder().mark(new RaceEvent.Delayed(Family.IPV6, state.delay()));
            }
        }

        private void giveUpBoth(String reason) {
            for (Family each : Family.values()) {
                if (questions.giveUp(each, reason)) {
                    state = state.answered(each, false, now());
                }
            }
        }

        /// The more telling of the two: an answer that was not to be had, before a name that does not exist, before one without
        /// addresses.
        private IOException failure() {
            IOException worst = null;
            int most = -1;
            for (FamilyQuestions.Reply each : answers.values()) {
                ErrorCode code = each.failed() == null ? ErrorCode.EAI_NODATA : FamilyQuestions.failure(each.failed()).code();
                int weight = code == ErrorCode.EAI_NODATA ? 0 : code == ErrorCode.ENOTFOUND ? 1 : 2;
                if (weight > most) {
                    most = weight;
                    worst = each.failed();
                }
            }
            return worst != null ? worst : new CodedException(ErrorCode.EAI_NODATA, host + " has no address");
        }

        private StageRunner.Result<Found> found() throws InterruptedException {
            List<Endpoint> six = questions.endpoints(answers.get(Family.IPV6));
            List<Endpoint> four = questions.endpoints(answers.get(Family.IPV4));
            List<Endpoint> candidates = NameAnswers.joined(six, four, sources(six, four));
            List<String> addresses = new ArrayList<>();
            for (Endpoint each : candidates) {
                addresses.add(each.address());
            }
            Family pending = state.pending();
            LookupSource source = null;
            String canonical = null;
            String domain = null;
            for (FamilyQuestions.Reply each : answers.values()) {
                if (each.positive()) {
                    LookupSource its = lookup.source(host, each.answer());
                    source = source == null || source == its ? its : LookupSource.RESOLVER;
                    canonical = canonical == null ? each.answer().canonical() : canonical;
                    domain = domain == null ? each.answer().searchDomain() : domain;
                }
            }
            return new StageRunner.Result<>(new Found(candidates, pending == null ? null : questions.late(pending, deadline)),
                    new Outcome.Answers(source, addresses, Lookup.javaOrder(addresses, true), canonical, domain, pending));
        }

        /// The source address to the first of each family, where both have one: what decides which family is first.
        private static Map<Endpoint, Endpoint> sources(List<Endpoint> six, List<Endpoint> four) throws InterruptedException {
            Map<Endpoint, Endpoint> sources = new HashMap<>();
            if (six.isEmpty() || four.isEmpty()) {
                return sources;
            }
            for (Endpoint each : List.of(six.getFirst(), four.getFirst())) {
                try {
                    sources.put(each, RouteProbe.ask(each, null).source());
                } catch (IOException noWay) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                }
            }
            return sources;
        }
    }
}
