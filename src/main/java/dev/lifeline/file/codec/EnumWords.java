package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
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
import dev.lifeline.model.event.Occasion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The words that a field may hold, and what each stands for.
public final class EnumWords<E extends Enum<E>> {

    public static final EnumWords<Lane> LANES = new EnumWords<>(Lane.values(), Lane::label);
    static final EnumWords<Evidence> EVIDENCE = new EnumWords<>(Evidence.values(), Evidence::label);
    public static final EnumWords<Stage> STAGES = new EnumWords<>(Stage.values(), Stage::label);
    public static final EnumWords<ErrorCode> CODES = new EnumWords<>(ErrorCode.values(), ErrorCode::name);
    public static final EnumWords<Operation> OPERATIONS = new EnumWords<>(Operation.values(), Operation::label);
    static final EnumWords<LookupSource> LOOKUP_SOURCES = new EnumWords<>(LookupSource.values(), LookupSource::label);
    static final EnumWords<Ending> ENDINGS = new EnumWords<>(Ending.values(), Ending::label);
    static final EnumWords<CloseKind> CLOSE_KINDS = new EnumWords<>(CloseKind.values(), CloseKind::label);
    static final EnumWords<SocketState> STATES = new EnumWords<>(SocketState.values(), SocketState::label);
    static final EnumWords<SocketTimer> TIMERS = new EnumWords<>(SocketTimer.values(), SocketTimer::label);
    static final EnumWords<Occasion> OCCASIONS = new EnumWords<>(Occasion.values(), Occasion::label);
    static final EnumWords<RouteType> ROUTE_TYPES = new EnumWords<>(RouteType.values(), RouteType::label);
    public static final EnumWords<Verdict.Result> RESULTS = new EnumWords<>(Verdict.Result.values(), Verdict.Result::label);
    public static final EnumWords<TraceHeader.Mode> MODES = new EnumWords<>(TraceHeader.Mode.values(), TraceHeader.Mode::label);

    private final Map<String, E> meanings = new LinkedHashMap<>();

    private EnumWords(E[] values, Function<E, String> label) {
        for (E value : values) {
            meanings.put(label.apply(value), value);
        }
    }

    /// What a word stands for.
    ///
    /// @param field where it stands, for the message
    public E meaning(String field, String word) throws LineMistake {
        E meaning = meanings.get(word);
        if (meaning == null) {
            throw LineMistake.unknownWord(field, word, meanings.keySet());
        }
        return meaning;
    }
}
