package dev.lifeline.scenario.expectation;

import dev.lifeline.scenario.expectation.web.StepsChainCheck;
import dev.lifeline.scenario.expectation.web.ContextCheck;
import dev.lifeline.scenario.expectation.web.RequestCheck;
import dev.lifeline.scenario.expectation.web.ResponseCheck;
import dev.lifeline.scenario.expectation.web.TimerCheck;
import dev.lifeline.scenario.expectation.web.TlsCheck;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.scenario.word.WordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Kinds of expectations. Each has one file, with its word and its look.
public enum ExpectationKind implements WordKind {
    STAGE, ANSWERS, ROUTE, TUPLE, RACE, SOCKET, QUEUE, COUNTER, PACKET,
    BYTES, VERDICT, ORDER, RATIO, DESCRIPTOR, MISSING, LOOP, POOL, HOLD, TEXT, TLS, REQUEST, RESPONSE, TIMER, CHAIN, CONTEXT, HOW_MANY;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @Override
    public String label() {
        return label;
    }

    /// The kind of this name, or `null`.
    public static ExpectationKind named(String label) {
        for (ExpectationKind each : values()) {
            if (each.label().equals(label)) {
                return each;
            }
        }
        return null;
    }

    /// The labels of all kinds.
    public static List<String> labels() {
        List<String> labels = new ArrayList<>();
        for (ExpectationKind each : values()) {
            labels.add(each.label());
        }
        return labels;
    }

    @Override
    public Word word() {
        return check().word(label());
    }

    /// The way in which it is looked for.
    public Check check() {
        return switch (this) {
            case STAGE -> new StageCheck();
            case ANSWERS -> new AnswersCheck();
            case ROUTE -> new RouteCheck();
            case TUPLE -> new TupleCheck();
            case RACE -> new RaceCheck();
            case SOCKET -> new SocketCheck();
            case QUEUE -> new QueueCheck();
            case COUNTER -> new CounterCheck();
            case PACKET -> new PacketCheck();
            case BYTES -> new BytesCheck();
            case VERDICT -> new VerdictCheck();
            case ORDER -> new OrderCheck();
            case RATIO -> new RatioCheck();
            case DESCRIPTOR -> new DescriptorCheck();
            case MISSING -> new MissingCheck();
            case LOOP -> new LoopCheck();
            case POOL -> new PoolCheck();
            case HOLD -> new HoldCheck();
            case TEXT -> new TextCheck();
            case TLS -> new TlsCheck();
            case REQUEST -> new RequestCheck();
            case RESPONSE -> new ResponseCheck();
            case TIMER -> new TimerCheck();
            case CHAIN -> new StepsChainCheck();
            case CONTEXT -> new ContextCheck();
            case HOW_MANY -> new HowManyCheck();
        };
    }
}
