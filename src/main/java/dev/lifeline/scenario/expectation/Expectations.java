package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// What can be looked for in a trace.
public final class Expectations {

    private static final Parameter OF = required("of", ValueType.ACTOR, "whose");
    private static final Parameter OF_LISTENER =
            required("of", ValueType.ACTOR, "whose listening socket").of("server", "loop", "relay");
    private static final Parameter OF_CONNECTION = required("of", ValueType.ACTOR, "whose connection")
            .of("client", "connection", "relay", "udp");
    private static final Parameter END = optional("end", ValueType.WORD,
            "which end of that connection; without, the actor's own").of("client", "server");
    private static final Parameter DURING =
            optional("at", ValueType.STEP, "only what happened while this step ran");
    private static final Parameter AT = optional("at", ValueType.STEP,
            "the last look of the kernel while this step ran, else the first after it; without, the last look of all");

    public static final List<Word> ALL = List.of(
            // By the programs' own stage events; handshake by the kernel's lane is under `packet`.
            Word.of("stage", "How a stage went.",
                    OF, END, DURING,
                    required("stage", ValueType.WORD, "which").of(Vocabulary.stages()),
                    optional("outcome", ValueType.WORD,
                            "how it went; without, finished, or failed where a code is given").of("finished", "failed", "skipped",
                            "not-reached"),
                    optional("code", ValueType.WORD, "how it failed: errno(3), or the tool's own word").of(Vocabulary.codes()),
                    optional("attempt", ValueType.NUMBER, "which attempt of the race, from 1")).with(Rule.onlyWith("code", "outcome", "failed", "only what failed has a code, and the outcome is")),
            // Outcome.Answers.
            Word.of("answers", "What a look-up gave.",
                    OF, DURING,
                    optional("source", ValueType.WORD, "where from").of("literal", "hosts-file", "dns", "resolver"),
                    optional("addresses", ValueType.TEXTS, "in the system's order, exactly these"),
                    optional("java-order", ValueType.TEXTS, "in the order in which plain Java hands them out, exactly these"),
                    optional("canonical", ValueType.TEXT, "the canonical name")).with(Rule.some("source", "addresses", "java-order", "canonical")),
            // RouteAnswered of the kernel; where it did not take part, RouteChosen.
            Word.of("route", "Which route the kernel chose.",
                    OF, DURING,
                    optional("type", ValueType.WORD, "what the route does with packets")
                            .of("unicast", "local", "broadcast", "multicast",
                            "blackhole", "unreachable", "prohibit", "none", "other"),
                    optional("device", ValueType.TEXT, "the interface"),
                    optional("gateway", ValueType.TEXT, "the next hop, or none"),
                    optional("source", ValueType.ADDRESS, "the source address"),
                    optional("mtu", ValueType.BOUND, "bytes of a packet at most"),
                    optional("kept", ValueType.FLAG, "whether the socket's local address after connect is that source")).with(Rule.some("type", "device", "gateway", "source", "mtu", "kept")),
            // Connected, Accepted, Bound, Listening.
            Word.of("tuple", "The addresses and ports of a socket.",
                    OF, END,
                    optional("local", ValueType.ADDRESS, "the local address"),
                    optional("local-port", ValueType.BOUND, "the local port"),
                    optional("port-of", ValueType.ACTOR, "the local port is the one that this actor has")
                            .of("server", "loop", "udp", "relay"),
                    optional("remote", ValueType.ADDRESS, "the remote address"),
                    optional("remote-port", ValueType.BOUND, "the remote port"),
                    optional("other", ValueType.ACTOR, "whose connection may be the other end of the same")
                            .of("client", "connection", "server", "loop", "relay"),
                    optional("same", ValueType.FLAG, "whether it is: its addresses are these, the other way round")
                            .otherwise("true")).with(Rule.some("local", "local-port", "port-of", "remote", "remote-port", "other", "same")),
            // RaceEvent.
            Word.of("race", "How the addresses of a name were tried.",
                    required("of", ValueType.ACTOR, "whose").of("client"),
                    optional("order", ValueType.TEXTS, "the addresses in the order in which they were to be tried, exactly "
                            + "these"),
                    optional("attempts", ValueType.BOUND, "how many were begun"),
                    optional("failed", ValueType.BOUND, "how many failed"),
                    optional("abandoned", ValueType.BOUND, "how many were given up because another had won, or by a rule"),
                    optional("attempt", ValueType.NUMBER, "which attempt not-before is about").otherwise("2"),
                    optional("not-before", ValueType.TIME, "that attempt began so long after the race did, or later: a timer "
                            + "is never early"),
                    optional("winner", ValueType.ADDRESS, "which address won")).with(Rule.some("order", "attempts", "failed", "abandoned", "attempt", "not-before", "winner")),
            // SocketSeen, SocketGone. Needs sockdiag.
            Word.of("socket", "What the kernel said of a socket.",
                    OF_CONNECTION, END, AT,
                    optional("state", ValueType.WORD, "its state; GONE where the kernel does not have it any more")
                            .of(Vocabulary.states()),
                    optional("accepted", ValueType.FLAG, "whether a program holds it; otherwise its inode is 0"),
                    optional("receive-queue", ValueType.BOUND,
                            "bytes that wait for the program to read them; the kernel counts an unread FIN as one"),
                    optional("send-queue", ValueType.BOUND,
                            "bytes that the peer has not acknowledged; the kernel counts a SYN or FIN as one"),
                    optional("window", ValueType.BOUND, "the window that its peer last advertised, in bytes: how much it may send"),
                    optional("timer", ValueType.WORD, "which timer runs").of(Vocabulary.timers()),
                    optional("retransmits", ValueType.BOUND, "how often it has expired without an answer")).with(Rule.some("state", "accepted", "receive-queue", "send-queue", "window", "timer", "retransmits")).needing("sockdiag"),
            // ListenerSeen. Needs sockdiag.
            Word.of("queue", "The accept queue of a listening socket.",
                    OF_LISTENER, AT,
                    optional("length", ValueType.BOUND, "connections that wait for accept"),
                    optional("limit", ValueType.BOUND, "its limit; the kernel lets one more in"),
                    optional("cut", ValueType.FLAG, "whether the limit is less than what listen asked for: somaxconn")).with(Rule.some("length", "limit", "cut"))
                            .needing("sockdiag"),
            // CounterRose. Needs sockdiag.
            Word.of("counter", "A counter of the kernel, by how much it rose since the play began.",
                    required("name", ValueType.WORD, "the kernel's word: /proc/net/netstat, /proc/net/snmp").of("ListenOverflows",
                            "ListenDrops", "TCPReqQFullDrop", "TCPReqQFullDoCookies", "EmbryonicRsts", "TCPDeferAcceptDrop",
                            "TCPBacklogDrop", "TCPTimeouts", "TCPSynRetrans", "TCPToZeroWindowAdv", "TCPWinProbe", "RetransSegs"),
                    required("rose", ValueType.BOUND, "by how much")).needing("sockdiag"),
            // SegmentSeen. Needs packet.
            Word.of("packet", "Segments that passed, counted.",
                    OF_CONNECTION, DURING,
                    optional("from", ValueType.WORD, "whose segments; without, both sides'").of("client", "server"),
                    optional("flags", ValueType.WORD, "which; data is any segment with bytes")
                            .of("SYN", "SYN-ACK", "ACK", "FIN", "RST",
                            "data"),
                    optional("window", ValueType.BOUND, "only those with such a window, in bytes"),
                    optional("again", ValueType.FLAG, "only those that were, or were not, sent a second time"),
                    optional("count", ValueType.BOUND, "how many").otherwise(">= 1")).needing("packet"),
            // ChunkRead, ChunkWritten, EndOfStream.
            Word.of("bytes", "Bytes that a program read or wrote.",
                    OF_CONNECTION, END, DURING,
                    optional("read", ValueType.BOUND, "bytes that it read"),
                    optional("chunks", ValueType.BOUND, "in how many reads"),
                    optional("text", ValueType.BYTES, "what begins the bytes that it read; 64 at most of each read are kept"),
                    optional("written", ValueType.BOUND, "bytes that the kernel took"),
                    optional("writes", ValueType.BOUND, "in how many writes"),
                    optional("last-write", ValueType.BOUND, "bytes that the kernel took of the last write"),
                    optional("ended", ValueType.FLAG, "whether it read the end of the peer's stream")).with(Rule.some("read", "chunks", "text", "written", "writes", "last-write", "ended")),
            // The Verdict of package diagnosis over the whole trace.
            Word.of("verdict", "What the diagnosis says of the whole trace.",
                    optional("result", ValueType.WORD, "how it ended").of("completed", "failed", "unexpected", "interrupted",
                            "incomplete"),
                    optional("stage", ValueType.WORD, "where").of(Vocabulary.stages()),
                    optional("code", ValueType.WORD, "what went wrong").of(Vocabulary.codes())).with(Rule.some("result", "stage", "code")),
            // The first events of that kind on their lanes; equal times hold.
            Word.of("order", "Events that came one after the other; an event without `started` or `finished` is its end.",
                    required("events", ValueType.EVENTS, "the earlier first; each is ACTOR STAGE [started|finished|failed], "
                            + "ACTOR packet FLAGS, ACTOR hold [started|finished] or step LABEL [started|finished]")),
            // Two durations of the same run compared with each other.
            Word.of("ratio", "How many times longer one stretch of time was than another of the same run.",
                    required("of", ValueType.SPAN, "the stretch that is measured"),
                    required("to", ValueType.SPAN, "the stretch that it is measured with"),
                    optional("at-least", ValueType.NUMBER, "`of` is at least so many times as long as `to`"),
                    optional("at-most", ValueType.NUMBER, "`of` is at most so many times as long as `to`")).with(Rule.some("at-least", "at-most")),
            // DescriptorFound. Needs descriptors.
            Word.of("descriptor", "The descriptor of a socket.",
                    OF,
                    required("purpose", ValueType.WORD, "what the socket is for").of("listening", "accepted", "connecting"),
                    optional("other", ValueType.ACTOR, "has one of its own, another than this one"),
                    optional("found", ValueType.FLAG, "whether there is one").otherwise("true")).needing("descriptors"),
            // The first of four milestones that is not there: see `diagnosis.MissingEvent`.
            Word.of("missing", "The first of the events that two observers should see of a connection, and do not.",
                    required("of", ValueType.ACTOR, "whose connection").of("client"),
                    required("event", ValueType.WORD, "which is the first that is missing; none where all are there")
                            .of("client-connect", "server-accept", "server-first-data", "client-first-data", "none")),
            // Woke, AcceptLoopEnded, Registered, Accepted.wakeUp.
            Word.of("loop", "What an event loop did.",
                    required("of", ValueType.ACTOR, "whose").of("loop"),
                    DURING,
                    optional("wake-ups", ValueType.BOUND, "how often it woke up"),
                    optional("accept-wake-ups", ValueType.BOUND, "how many wake-ups brought connections"),
                    optional("accepts", ValueType.BOUND, "connections that one wake-up brought, at most"),
                    optional("failed-accepts", ValueType.BOUND, "how often accept failed"),
                    optional("registered", ValueType.FLAG, "whether it asked to be woken when something can be accepted")).with(Rule.some("wake-ups", "accept-wake-ups", "accepts", "failed-accepts", "registered")),
            // HoldStarted, HoldEnded.
            Word.of("hold", "That an actor was held before a stage, by a step `hold` or by its behaviour.",
                    OF, DURING,
                    optional("before", ValueType.WORD, "before which stage").of(Vocabulary.stages()),
                    optional("count", ValueType.BOUND, "how often").otherwise(">= 1")),
            // ExpectationChecked, of `live` with expect.
            Word.of("text", "Whether what a client's `live` expected came.",
                    required("of", ValueType.ACTOR, "whose").of("client"),
                    required("came", ValueType.FLAG, "whether it came")));

    private Expectations() {
    }
}
