package dev.lifeline.diagnosis.texts;

import dev.lifeline.analysis.packet.NameReply;
import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.diagnosis.Progress;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.diagnosis.evidence.PacketEvidence;
import dev.lifeline.diagnosis.evidence.StageEvidence;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.web.TlsWords;
import java.util.HashMap;
import java.util.Map;

/// A `{name}` in the texts of verdicts, and what is put in its place. None is looked for before a text asks for it.
public enum Placeholder {
    /// The other end, address and port; this end.
    REMOTE("remote"), LOCAL("local"),
    /// Their addresses alone, without a zone.
    ADDRESS("address"), SOURCE("source"),
    /// The target that was asked for: its name, its port, both; the same host at a port that often answers.
    HOST("host"), PORT("port"), TARGET("target"), OTHER("other"),
    /// The local port.
    LOCAL_PORT("localPort"),
    /// How long the stage took: for a wait that its deadline ended. When it ended, by the kernel or where it was long, or nothing; the
    /// same beside a sentence; how long it has lasted.
    AFTER("after"), WHEN("when", true), NOTICED("noticed", true), LASTING("lasting", true),
    /// Where, and what.
    STAGE("stage"), CODE("code"),
    /// The system's own words: its message in quotes, or else the meaning of the code.
    SAID("said", true), MESSAGE("message"), CODE_TEXT("codeText"),
    /// Bytes of this side.
    SENT("sent"), READ("read"),
    /// All bytes of this side with their verb: `all 5 bytes were`, `the 1 byte was`.
    ALL_SENT("allSent"),
    /// Bytes of the other side, by its own lane.
    PEER_READ("peerRead"), PEER_WRITTEN("peerWritten"),

    /// How many addresses a name has, and who said so.
    ADDRESSES("addresses"), ANSWERED_BY("answeredBy"),
    /// The unspecified address; the longer name that was answered for, and the domain behind it.
    UNSPECIFIED("unspecified"), FOUND_AS("foundAs"), SEARCH_DOMAIN("searchDomain"),
    /// How long the slow stage took.
    SLOW_TOOK("slowTook"),
    /// The source and the interface that the kernel would choose.
    ROUTE_SOURCE("routeSource"), DEVICE("device"),
    /// Where the server listened; how many connections it accepted.
    LISTENING("listening"), ACCEPTED("accepted"),
    /// The two ends that are one.
    ITSELF("itself"),
    /// The text that was expected, and the one that came.
    EXPECTED("expected"), OBSERVED("observed"),
    /// The protocol of the first bytes that came.
    HEARD("heard"),
    /// Of TLS: its version; whose a certificate is, its names, from when and until when it is valid; the issuer at the end of the chain,
    /// and how long that is; the versions of the first hello; who sent an alert, and which; the last plain message that came.
    TLS_VERSION("tlsVersion"), CERT_SUBJECT("certSubject"), CERT_NAMES("certNames"), CERT_SINCE("certSince"), CERT_UNTIL("certUntil"),
    CHAIN_ISSUER("chainIssuer"), CHAIN_LENGTH("chainLength"), OFFERED_VERSIONS("offeredVersions"), ALERTING("alerting"), ALERT("alert"),
    LAST_MESSAGE("lastMessage"),
    /// The name that the server was asked for, and its certificate held against: that of the hello, or else the target's.
    ASKED_NAME("askedName"),
    /// Of HTTP: method and target, the status, which request of its connection, how many were answered; of a body the bytes that came and
    /// that were announced; the byte that no message can have, and what was expected and found there; the URL.
    METHOD("method"), STATUS("status"), REQUEST_NUMBER("requestNumber"), ANSWERS_BEFORE("answersBefore"), CAME("came"),
    ANNOUNCED("announced"), OFFSET("offset"), WANTED("wanted"), FOUND("found"), URL("url"),
    /// The signal that ended the run.
    SIGNAL("signal"),
    /// The steps that got done, in a few words.
    SUMMARY("summary", true),
    /// The events that the recorder had no room for.
    DROPPED("dropped"),
    /// How many connections were asked for.
    ASKED("asked"),
    /// An attempt of a race: its number, and where it went.
    ATTEMPT("attempt"), ATTEMPT_END("attemptEnd"),
    /// How many there are, and what they are: sentences in which something is counted say which.
    COUNT("count"), LIST("list", true),
    /// One of them, and more about it.
    NAME("name"), DETAIL("detail"),

    /// How often the server answered for an older connection.
    CHALLENGES("challenges"),
    /// Where NAT of this machine sent the connection.
    SENT_TO("sentTo"),
    /// The ends of the look-up's questions to name servers; of those that held it up; a server that did not answer, one not reached.
    NAMES_SAID("namesSaid", true), NAMES_SLOW("namesSlow", true), SILENT_SERVER("silentServer"), UNREACHED_SERVER("unreachedServer"),

    /// How often and when the SYN was seen: `4 times (again after 1 s, 3 s, 7 s)`, and its parts.
    SENT_TIMES("sentTimes", true), SYN_TIMES("synTimes"), SYN_INTERVALS("synIntervals"),
    /// On which interface, with a blank before it, or nothing; its name alone.
    THROUGH("through", true), SYN_DEVICE("synDevice"),
    /// From the first SYN to the first answer; to the server's RST; from the end of the wait to the SYN-ACK.
    ANSWER_AFTER("answerAfter"), RESET_AFTER("resetAfter"), LATE("late"),
    /// From the SYN-ACK to the other end's FIN or RST.
    END_AFTER("endAfter"),
    /// The answer of the kernel when it was asked for its route; the type alone; who takes the packet next, by that.
    ROUTE_SAYS("routeSays", true), ROUTE_TYPE("routeType"), NEXT_HOP("nextHop"),
    /// The address that said no by ICMP, its words, its numbers, and how that is known.
    OFFENDER("offender"), MEANING("meaning"), ICMP("icmp", true), ICMP_TYPE("icmpType"), ICMP_CODE("icmpCode"),
    ICMP_SEEN("icmpSeen", true),
    /// The listener and its queue; `depth` is a sentence or nothing, and how old the look is, or nothing.
    LISTENER("listener"), QUEUED("queued"), BACKLOG("backlog"), DEPTH("depth", true), LISTENER_SEEN("listenerSeen", true),
    LISTENER_AGE("listenerAge"),
    /// The other side, client or server; its state; how old the look at it is, or nothing; the same of this end.
    PEER("peer"), PEER_STATE("peerState"), PEER_SEEN("peerSeen", true), PEER_AGE("peerAge"), OWN_SEEN("ownSeen", true),
    OWN_AGE("ownAge"),
    /// How long the connection had waited for a worker of the server's program; how long that had worked on a request.
    WORKER_WAIT("workerWait"), WORK_TIME("workTime"),
    /// All workers of that program, with their verb: `all of its 2 workers had`.
    BUSY_WORKERS("busyWorkers"),
    /// Bytes in the receive queue there, here; the former as an aside, or nothing.
    UNREAD("unread"), OWN_UNREAD("ownUnread"), UNREAD_THERE("unreadThere", true),
    /// Bytes under way; how often they were sent again; how that is known.
    UNACKED("unacked"), RETRANSMITS("retransmits"), AGAIN("again", true),
    /// How often the timer of the SYN ran out.
    EXPIRED("expired"),
    /// How it is known that all was acknowledged; that the window is closed.
    ACKED_BY("ackedBy", true), WINDOW_SEEN("windowSeen", true),
    /// Bytes of the other end that were captured.
    ANSWERED("answered"),
    /// The bytes that the other end had acknowledged when it reset, or nothing; how long before the stage began, or nothing.
    RST_AFTER("rstAfter", true), ACKNOWLEDGED("acknowledged"), RST_WHEN("rstWhen", true), RST_BEFORE("rstBefore"),
    /// The bytes of this side that were surely not read; those that lay unread there; probes that stayed without an answer.
    NEVER_READ("neverRead"), LEFT_UNREAD("leftUnread"), KEEP_ALIVES("keepAlives"),
    /// The end of this side's FIN after the stage, or nothing; how long it was watched.
    FIN_FATE("finFate", true), FIN_WATCHED("finWatched"),
    /// Bytes of the other end that were not captured though later ones were; how many sockets listen at its address and port.
    HOLE("hole"), LISTENERS_ALIKE("listenersAlike"),
    /// How often the SYN-ACK came again after this side's ACK; bytes of a packet of full size.
    UNTAKEN_TIMES("untakenTimes"), FULL_SIZE("fullSize"),
    /// That the time to live of the RST is another than that of the SYN-ACK, or nothing; both.
    OTHER_HOPS("otherHops", true), RST_HOPS("rstHops"), SYN_ACK_HOPS("synAckHops"),
    /// The source that lost something, and how much.
    LOST_BY("lostBy", true), LOST_SOURCE("lostSource"), LOST("lost", true), LOST_COUNT("lostCount"),
    /// The step of the wall clock, and by how much.
    STEP("step", true), STEP_BY("stepBy"),
    /// The source that the kernel's route promised, and the one that the socket has.
    PROMISED_SOURCE("promisedSource"), ACTUAL_SOURCE("actualSource"),
    /// How long the kernel's handshake took; how long after it connect returned.
    HANDSHAKE_TOOK("handshakeTook"), CONNECT_LAG("connectLag"),
    /// Segments that had to be sent again; the end that was seen in TIME_WAIT.
    SEGMENTS_AGAIN("segmentsAgain"), TIME_WAIT_HOLDER("timeWaitHolder"),
    /// The socket that has a port: its ends, its state, who owns it; and how long after the failure the table was looked at.
    HOLDER("holder"), HOLDER_REMOTE("holderRemote"), HOLDER_STATE("holderState"), HOLDER_OWNER("holderOwner", true),
    HOLDER_UID("holderUid"), HOLDER_PROCESS("holderProcess"), HOLDER_PROGRAM("holderProgram"), HOLDER_INODE("holderInode"),
    PORT_LOOKED("portLooked"),
    /// Where the listeners of a port are; where one of them can be connected to.
    PORT_LISTENERS("portListeners"), ELSEWHERE("elsewhere");

    private static final Map<String, Placeholder> BY_LABEL = new HashMap<>();

    static {
        for (Placeholder placeholder : values()) {
            BY_LABEL.put(placeholder.label, placeholder);
        }
    }

    private final String label;
    private final boolean composed;

    Placeholder(String label) {
        this(label, false);
    }

    /// @param composed whether the value is put together from other texts, which were made safe for a sentence one by one
    Placeholder(String label, boolean composed) {
        this.label = label;
        this.composed = composed;
    }

    /// The placeholder with a name.
    ///
    /// @throws IllegalArgumentException where there is none
    static Placeholder of(String label) {
        Placeholder placeholder = BY_LABEL.get(label);
        if (placeholder == null) {
            throw new IllegalArgumentException("no placeholder {" + label + "}");
        }
        return placeholder;
    }

    boolean composed() {
        return composed;
    }

    /// Its value; `null` where that is not known.
    String of(Circumstances of) {
        EvidenceFigures seen = of.figures();
        ConnectionSide side = of.side();
        StageEvidence witness = seen == null ? null : seen.witness();
        PacketEvidence wire = seen == null ? null : witness.wire();
        Failure failure = of.run().failure();
        return switch (this) {
            case REMOTE -> text(of.remote());
            case LOCAL -> text(of.local());
            case ADDRESS -> address(of.remote());
            case SOURCE -> address(of.local());
            case HOST -> of.target().hostOr(of.remote());
            case PORT -> of.port();
            case TARGET -> of.targetAt(of.port());
            case OTHER -> of.targetAt("443".equals(of.port()) ? "80" : "443");
            case LOCAL_PORT -> of.local() == null || of.local().port() == Endpoint.UNKNOWN_PORT ? null
                    : Integer.toString(of.local().port());
            case AFTER -> Durations.rounded(of.run().took());
            case STAGE -> of.run().stage().label();
            case CODE -> failure == null ? null : failure.code().name();
            case MESSAGE -> '"' + failure.message() + '"';
            case CODE_TEXT -> failure == null ? null : failure.code().text();
            case SENT -> Counted.bytes(side.written());
            case ALL_SENT -> side.written() == 1 ? "the 1 byte was" : "all " + Counted.bytes(side.written()) + " were";
            case READ -> Counted.bytes(side.read());
            case PEER_READ -> of.server() == null ? null : Counted.bytes(of.server().read());
            case PEER_WRITTEN -> of.server() == null ? null : Counted.bytes(of.server().written());

            case ADDRESSES -> Counted.of(((Outcome.Answers) of.outcome(Stage.LOOKUP)).addresses().size(), "address", "addresses");
            case ANSWERED_BY -> OutcomeWords.answeredBy((Outcome.Answers) of.outcome(Stage.LOOKUP));
            case UNSPECIFIED -> of.names().unspecified();
            case FOUND_AS -> of.names().foundAs();
            case SEARCH_DOMAIN -> of.names().searchDomain();
            case CHALLENGES -> Counted.times(wire.challenged());
            case SENT_TO -> text(witness.translated());
            case NAMES_SAID -> of.questions().said();
            case NAMES_SLOW -> of.questions().slow();
            case SILENT_SERVER -> of.questions().server(NameReply.NONE);
            case UNREACHED_SERVER -> of.questions().server(NameReply.UNREACHABLE);
            case SLOW_TOOK -> Durations.rounded(of.slow().took());
            case ROUTE_SOURCE -> of.routeSource().address();
            case DEVICE -> seen.device();
            case LISTENING -> ((Outcome.Listening) of.outcome(Stage.BIND)).local().toString();
            case ACCEPTED -> Counted.of(of.facts().accepted(), "connection", "connections");
            case ITSELF -> text(side.tuple().local());
            case EXPECTED -> of.facts().unheld().expected();
            case OBSERVED -> of.facts().unheld().observed();
            case TLS_VERSION -> of.web().secured() == null ? null : of.web().secured().version();
            case CERT_SUBJECT -> of.web().certificate() == null ? null : of.web().certificate().subject();
            case CERT_NAMES -> of.web().names();
            case CERT_SINCE -> of.web().certificate() == null ? null : TlsWords.day(of.web().certificate().notBefore());
            case CERT_UNTIL -> of.web().certificate() == null ? null : TlsWords.day(of.web().certificate().notAfter());
            case CHAIN_ISSUER -> of.web().chainIssuer();
            case CHAIN_LENGTH -> of.web().chainLength();
            case OFFERED_VERSIONS -> of.web().offered();
            case ALERTING -> of.web().alerting();
            case ALERT -> of.web().alert();
            case ASKED_NAME -> of.web().askedName();
            case LAST_MESSAGE -> of.web().lastMessage();
            case METHOD -> of.web().method();
            case STATUS -> of.web().status();
            case REQUEST_NUMBER -> of.web().requestNumber();
            case ANSWERS_BEFORE -> of.web().answered();
            case CAME -> of.web().came() < 0 ? null : Counted.grouped(of.web().came());
            case ANNOUNCED -> of.web().announced();
            case OFFSET -> of.web().malformed() == null ? null : Counted.grouped(of.web().malformed().offset());
            case WANTED -> of.web().malformed() == null ? null : of.web().malformed().expected();
            case FOUND -> of.web().malformed() == null ? null : of.web().malformed().found();
            case URL -> of.web().url();
            case HEARD -> side.heard() == null ? null : side.heard().label();
            case SIGNAL -> of.facts().interrupted().signal();
            case SUMMARY -> Progress.last(of.facts()).summary();
            case DROPPED -> Counted.of(of.facts().dropped(), "event", "events");
            case ASKED -> Integer.toString(of.facts().index().connectionCount());
            case ATTEMPT -> Integer.toString(of.run().attempt());
            case ATTEMPT_END -> text(of.attemptEnd());
            case COUNT, LIST, NAME, DETAIL -> null; // only where they were given

            case SAID -> failure == null ? null : of.phrase(label);
            case WHEN, NOTICED, LASTING, SENT_TIMES, THROUGH, ROUTE_SAYS, ICMP, ICMP_SEEN, DEPTH, LISTENER_SEEN, PEER_SEEN, OWN_SEEN,
                 UNREAD_THERE, AGAIN, ACKED_BY, WINDOW_SEEN, RST_AFTER, RST_WHEN, FIN_FATE, OTHER_HOPS, LOST_BY, LOST, STEP, HOLDER_OWNER -> of.phrase(label);

            case SYN_TIMES -> Counted.times(wire.syns());
            case SYN_INTERVALS -> seen.synIntervals();
            case SYN_DEVICE -> wire.device();
            case ANSWER_AFTER -> Durations.rounded(seen.answerAfter());
            case RESET_AFTER -> Durations.rounded(seen.resetAfter());
            case END_AFTER -> Durations.rounded(seen.endAfter());
            case LATE -> Durations.rounded(seen.late());
            case ROUTE_TYPE -> witness.route().type().label();
            case NEXT_HOP -> seen.nextHop(address(of.remote()));
            case OFFENDER -> witness.icmp().offender();
            case MEANING -> witness.icmp().meaning();
            case ICMP_TYPE -> Integer.toString(witness.icmp().type());
            case ICMP_CODE -> Integer.toString(witness.icmp().code());
            case LISTENER -> seen.listener().seen().local().toString();
            case QUEUED -> Long.toString(seen.listener().seen().queued());
            case BACKLOG -> Long.toString(seen.listener().seen().backlog());
            case LISTENER_AGE -> Durations.rounded(EvidenceFigures.age(seen.listener()));
            case PEER -> witness.peer().label();
            case PEER_STATE -> seen.state(witness.peer()).label();
            case PEER_AGE -> Durations.rounded(seen.age(witness.peer()));
            case OWN_AGE -> Durations.rounded(seen.age(of.run().lane()));
            case WORKER_WAIT -> Durations.rounded(witness.served(Stage.WORKER_QUEUE));
            case BUSY_WORKERS -> witness.busyWorkers() == 1 ? "its only worker had" : "all of its " + witness.busyWorkers() + " workers had";
            case WORK_TIME -> Durations.rounded(witness.served(Stage.HANDLER));
            case UNREAD -> Counted.bytes(seen.unread(witness.peer()));
            case OWN_UNREAD -> Counted.bytes(seen.unread(of.run().lane()));
            case UNACKED -> Counted.bytes(seen.unacked());
            case RETRANSMITS -> Counted.times(seen.retransmits());
            case EXPIRED -> Counted.times(witness.sockets().expired(of.run().lane()));
            case ANSWERED -> Counted.bytes(wire.side(Lane.SERVER).sent());
            case ACKNOWLEDGED -> Counted.grouped(seen.acknowledged());
            case RST_BEFORE -> Durations.rounded(seen.resetBefore());
            case NEVER_READ -> seen.neverRead() == side.written() ? "the " + Counted.bytes(side.written())
                    : "the last " + Counted.grouped(seen.neverRead()) + " of the " + Counted.bytes(side.written());
            case LEFT_UNREAD -> Counted.bytes(seen.leftUnread());
            case KEEP_ALIVES -> Counted.of(seen.probes(), "keep-alive probe", "keep-alive probes");
            case FIN_WATCHED -> Durations.rounded(seen.finOpen());
            case HOLE -> Counted.bytes(seen.hole());
            case LISTENERS_ALIKE -> Counted.grouped(witness.sockets().listenersAlike());
            case UNTAKEN_TIMES -> Counted.times(wire.untaken());
            case FULL_SIZE -> Counted.grouped(seen.fullSize());
            case RST_HOPS -> Integer.toString(wire.rstHops(witness.peer()));
            case SYN_ACK_HOPS -> Integer.toString(wire.synAckHops());
            case LOST_SOURCE -> witness.lost().source();
            case LOST_COUNT -> Counted.grouped(witness.lost().count());
            case STEP_BY -> Durations.rounded(Math.abs(witness.stepped().by()));
            case PROMISED_SOURCE -> witness.disagreed().promised();
            case ACTUAL_SOURCE -> witness.disagreed().actual().address();
            case HANDSHAKE_TOOK -> Durations.rounded(seen.handshakeTook());
            case CONNECT_LAG -> Durations.rounded(seen.connectLag());
            case SEGMENTS_AGAIN -> Counted.of(seen.segmentsAgain(), "segment", "segments");
            case TIME_WAIT_HOLDER -> seen.timeWaitHolder().label();
            case HOLDER -> text(witness.port().holder().local());
            case HOLDER_REMOTE -> text(witness.port().holder().remote());
            case HOLDER_STATE -> witness.port().holder().state().label();
            case HOLDER_UID -> Long.toString(witness.port().holder().uid());
            case HOLDER_PROCESS -> known(witness.port().holder().process());
            case HOLDER_PROGRAM -> witness.port().holder().program();
            case HOLDER_INODE -> known(witness.port().holder().inode());
            case PORT_LOOKED -> Durations.rounded(witness.port().after());
            case PORT_LISTENERS -> witness.port().listening();
            case ELSEWHERE -> text(witness.port().reachable());
        };
    }

    private static String known(long number) {
        return number == 0 ? null : Long.toString(number);
    }

    private static String text(Endpoint endpoint) {
        return endpoint == null ? null : endpoint.toString();
    }

    private static String address(Endpoint endpoint) {
        return endpoint == null ? null : EndpointMatch.bare(endpoint.address());
    }
}
