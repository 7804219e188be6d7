package dev.lifeline.explain.answer;

import dev.lifeline.diagnosis.Advice;
import dev.lifeline.diagnosis.texts.ToldError;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.naming.KnownAs;
import dev.lifeline.explain.naming.NameTable;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everything that is answered to one error of a text.
///
/// @param of the explanation
/// @param code its code, where that is one that this version knows; [ErrorCode#UNKNOWN] for none or another
/// @param advice what it proves, does not prove, and what to look at; `null` for a text without an error of a connection
/// @param known its public names, and the scenario that shows it
/// @param trace the command that would prove it; `null` where the text does not tell enough for one
public record ErrorAnswer(Explanation of, ErrorCode code, Advice advice, KnownAs known, String trace) {

    private static final int MOST = 2;
    private static final String CONNECT = "trace connect ";
    private static final String HELP = "trace help ";
    /// Commands that show too much to be of use to a text: without the port or the address that a trace would have filled in.
    private static final Set<String> WIDE = Set.of("trace doctor", "ip route", "ss -tan", "ss -tin", "ss -tino", "ss -ltn");

    /// Answers an explanation.
    public static ErrorAnswer to(Explanation of) {
        ErrorCode code = code(of.code());
        Stage stage = stage(of.stage(), code);
        Advice advice = stage == null ? null : Advice.of(stage, code, told(of));
        return new ErrorAnswer(of, code, advice, NameTable.of(of.stage(), of.code()), trace(of));
    }

    /// The code of a word; [ErrorCode#UNKNOWN] for one that is none.
    ///
    /// @param word may be `null`
    public static ErrorCode code(String word) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(word)) {
                return code;
            }
        }
        return ErrorCode.UNKNOWN;
    }

    /// The commands to run next, two at most: the trace first, then what shows more on this machine, or else what the code means.
    public List<String> next() {
        List<String> next = new ArrayList<>();
        if (trace != null) {
            next.add(trace);
        }
        for (String command : advice == null ? List.<String>of() : advice.next()) {
            if (next.size() < MOST && !next.contains(command) && !WIDE.contains(command)) {
                next.add(command);
            }
        }
        if (next.isEmpty() && code != ErrorCode.UNKNOWN) {
            next.add(HELP + code.name());
        }
        return next;
    }

    /// The stage of a trace whose texts fit; `null` for none. A text that says that there is no way may have it from this machine or
    /// from a router, which a trace tells apart: the texts of connect hold for both.
    private static Stage stage(ErrorStage stage, ErrorCode code) {
        return switch (stage) {
            case LOOKUP -> Stage.LOOKUP;
            case BIND -> Stage.BIND;
            case ROUTE, CONNECT -> Stage.CONNECT;
            case ACCEPT -> Stage.ACCEPT;
            case TLS -> Stage.TLS;
            case READ -> Stage.FIRST_BYTE;
            case WRITE -> Stage.WRITE;
            case IDLE -> Stage.IDLE;
            case PROTOCOL -> code == ErrorCode.TLS_PLAINTEXT ? Stage.TLS : Stage.PROTOCOL;
            case NONE -> null;
        };
    }

    private static ToldError told(Explanation of) {
        boolean server = of.stage() == ErrorStage.BIND || of.stage() == ErrorStage.ACCEPT;
        // A program that cannot listen names the place as the one end that it has.
        Site local = of.stage() == ErrorStage.BIND && of.local() == null ? of.remote() : of.local();
        Site remote = of.remote();
        return new ToldError(server, remote == null || remote.host().isEmpty() ? null : remote.host(), remote == null ? 0 : remote.port(),
                local == null ? null : local.host(), local == null ? 0 : local.port());
    }

    private static String trace(Explanation of) {
        Site remote = of.remote();
        if (remote == null || remote.host().isEmpty() || remote.port() == 0 || of.stage() == ErrorStage.NONE || of.stage() == ErrorStage.BIND) {
            return null;
        }
        String target = ShellWord.ofName(remote.toString());
        return target == null ? null : CONNECT + target + (of.stage() == ErrorStage.TLS ? " --tls" : "");
    }
}
