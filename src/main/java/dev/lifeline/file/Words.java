package dev.lifeline.file;

import dev.lifeline.model.CloseKind;
import dev.lifeline.model.Ending;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.LookupSource;
import dev.lifeline.model.Occasion;
import dev.lifeline.model.Operation;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The words that a field may hold, and what each stands for.
final class Words<E extends Enum<E>> {

    static final Words<Lane> LANES = new Words<>(Lane.values(), Lane::label);
    static final Words<Evidence> EVIDENCE = new Words<>(Evidence.values(), Evidence::label);
    static final Words<Stage> STAGES = new Words<>(Stage.values(), Stage::label);
    static final Words<ErrorCode> CODES = new Words<>(ErrorCode.values(), ErrorCode::name);
    static final Words<Operation> OPERATIONS = new Words<>(Operation.values(), Operation::label);
    static final Words<LookupSource> LOOKUP_SOURCES = new Words<>(LookupSource.values(), LookupSource::label);
    static final Words<Ending> ENDINGS = new Words<>(Ending.values(), Ending::label);
    static final Words<CloseKind> CLOSE_KINDS = new Words<>(CloseKind.values(), CloseKind::label);
    static final Words<SocketState> STATES = new Words<>(SocketState.values(), SocketState::label);
    static final Words<SocketTimer> TIMERS = new Words<>(SocketTimer.values(), SocketTimer::label);
    static final Words<Occasion> OCCASIONS = new Words<>(Occasion.values(), Occasion::label);
    static final Words<RouteType> ROUTE_TYPES = new Words<>(RouteType.values(), RouteType::label);
    static final Words<Verdict.Result> RESULTS = new Words<>(Verdict.Result.values(), Verdict.Result::label);
    static final Words<TraceHeader.Mode> MODES = new Words<>(TraceHeader.Mode.values(), TraceHeader.Mode::label);

    private final Map<String, E> meanings = new LinkedHashMap<>();

    private Words(E[] values, Function<E, String> label) {
        for (E value : values) {
            meanings.put(label.apply(value), value);
        }
    }

    /// What a word stands for.
    ///
    /// @param field where it stands, for the message
    E meaning(String field, String word) throws Flaw {
        E meaning = meanings.get(word);
        if (meaning == null) {
            throw Flaw.unknownWord(field, word, meanings.keySet());
        }
        return meaning;
    }
}
