package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Family;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.http.HttpTimer;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.model.protocol.ProtocolSign;
import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.model.walk.Question;
import dev.lifeline.model.walk.StepEnding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words that a field may hold, and the constant that each stands for.
final class EnumWords<E extends Enum<E> & Labelled> {

    static final EnumWords<Lane> LANES = new EnumWords<>("lane", "A participant.", Lane.values());
    static final EnumWords<Evidence> EVIDENCE = new EnumWords<>("evidence",
            "How it is known. application: a call returned. kernel: "
            + "the kernel said so. packet: seen on the wire. inferred: a conclusion, not measured.", Evidence.values());
    static final EnumWords<Stage> STAGES = new EnumWords<>("stage", "A stage in the life of a connection.", Stage.values());
    static final EnumWords<ErrorCode> CODES = new EnumWords<>("code",
            "The canonical name of what went wrong, the same on every operating system.", ErrorCode.values());
    static final EnumWords<Operation> OPERATIONS = new EnumWords<>("operation",
            "The call that was made, by the name of its manual page.", Operation.values());
    static final EnumWords<LookupSource> LOOKUP_SOURCES = new EnumWords<>("answeredBy",
            "Where they came from.", LookupSource.values());
    static final EnumWords<Ending> ENDINGS = new EnumWords<>("ending", "Why this stage of moving bytes ended.", Ending.values());
    static final EnumWords<CloseKind> CLOSE_KINDS = new EnumWords<>("how",
            "orderly: both FINs were seen. half: the peer's was not. "
            + "reset: with a reset. abandoned: the connection was already gone.", CloseKind.values());
    static final EnumWords<SocketState> STATES = new EnumWords<>("state", "A state of a TCP socket, as the kernel names it.",
            SocketState.values());
    static final EnumWords<SocketTimer> TIMERS = new EnumWords<>("timer", "Which timer runs.", SocketTimer.values());
    static final EnumWords<SocketPurpose> PURPOSES = new EnumWords<>("purpose", "The use of a socket.", SocketPurpose.values());
    static final EnumWords<Interest> INTERESTS = new EnumWords<>("interest",
            "The readiness that is waited for.", Interest.values());
    static final EnumWords<LossKind> LOSSES = new EnumWords<>("loss",
            "How evidence came to be missing. missed: it was never there. "
            + "not attributed: it was, and nobody knows whose it is. not kept: it was, and only counted.", LossKind.values());
    static final EnumWords<StepEnding> STEP_ENDINGS = new EnumWords<>("stepEnding",
            "How a step ended. done: also where a stage of it "
            + "failed, which that stage says.", StepEnding.values());
    static final EnumWords<FaultKind> FAULTS = new EnumWords<>("fault", "A fault that a person adds to a run that is walked.", FaultKind.values());
    static final EnumWords<AppLag.Packet> LAG_PACKETS = new EnumWords<>("lagPacket", "The packet that made it true.",
            AppLag.Packet.values());
    static final EnumWords<Occasion> OCCASIONS = new EnumWords<>("occasion",
            "Why it was looked at. event: a traced program had just "
            + "recorded an event. change: a state was found changed; it was observed by now, and became so at some time before. "
            + "unchanged: it was found as before, for the last time. "
            + "destroyed: the kernel told by itself that the socket is gone.", Occasion.values());
    static final EnumWords<ProtocolSign> SIGNS = new EnumWords<>("protocolSign",
            "The protocol that the bytes show by themselves; left out where they show none.", ProtocolSign.values());
    static final EnumWords<RouteType> ROUTE_TYPES = new EnumWords<>("routeType", "What the route does with packets.",
            RouteType.values());
    static final EnumWords<Verdict.Result> RESULTS = new EnumWords<>("result", "How it ended.", Verdict.Result.values());
    static final EnumWords<TraceHeader.Mode> MODES = new EnumWords<>("mode",
            "Which sides are traced. client: a client of a real target. "
            + "loopback: client and server in one process. server: a server for other clients.", TraceHeader.Mode.values());

    static final EnumWords<FindingState> FINDING_STATES = new EnumWords<>("findingState",
            "held: it was seen. not-held: something else "
            + "was seen. not-seen: the evidence that could show it was not there.", FindingState.values());
    static final EnumWords<TraceHeader.SourcePart> SOURCE_PARTS = new EnumWords<>("sourceState", "What became of a source.",
            TraceHeader.SourcePart.values());
    static final EnumWords<HeaderRows.Format> FORMATS = new EnumWords<>("format", "Tells a recording from other NDJSON.",
            HeaderRows.Format.values());

    static final EnumWords<Question> QUESTIONS = new EnumWords<>("question", "The question. predict: what a call will do, before it. "
            + "see: what was seen, after it. order: in which order events come, before them.", Question.values());
    static final EnumWords<Family> FAMILIES = new EnumWords<>("family", "An address family.", Family.values());

    static final EnumWords<Scheme> SCHEMES = new EnumWords<>("scheme", "The protocols that were asked for.", Scheme.values());
    static final EnumWords<TrustSource> TRUST_SOURCES = new EnumWords<>("trust", "The certificates that a chain was checked against. "
            + "none: the person asked that it is not checked.", TrustSource.values());
    static final EnumWords<HttpTimer> HTTP_TIMERS = new EnumWords<>("httpTimer", "The clocks of a server of HTTP.", HttpTimer.values());
    static final EnumWords<LoopPhase> PHASES = new EnumWords<>("phase", "The parts of a turn of an event loop; between: behind each piece of "
            + "work, before anything else.", LoopPhase.values());
    static final EnumWords<BodyFraming> FRAMINGS = new EnumWords<>("framing", "How the end of a body is found.", BodyFraming.values());

    private final String name;
    private final String meaning;
    private final E[] values;

    /// Made by the first reader: a run that only writes needs none.
    private Map<String, E> meanings;

    private EnumWords(String name, String meaning, E[] values) {
        this.name = name;
        this.meaning = meaning;
        this.values = values;
    }

    /// The constant that a word stands for.
    ///
    /// @param field where it stands, for the message
    /// @throws LineMistake where there is no such word
    E constant(String field, String word) throws LineMistake {
        if (meanings == null) {
            meanings = HashMap.newHashMap(values.length);
            for (E value : values) {
                meanings.put(value.label(), value);
            }
        }
        E constant = meanings.get(word);
        if (constant == null) {
            throw LineMistake.unknownWord(field, word, words());
        }
        return constant;
    }

    /// All words, in the order of the constants.
    List<String> words() {
        String[] words = new String[values.length];
        for (E value : values) {
            words[value.ordinal()] = value.label();
        }
        return List.of(words);
    }

    /// The name of these words in the description of the format.
    String name() {
        return name;
    }

    /// A sentence for the description of the format.
    String meaning() {
        return meaning;
    }
}
