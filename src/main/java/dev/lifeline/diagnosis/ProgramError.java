package dev.lifeline.diagnosis;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;

/// The error that the imitated program would report when every attempt of its race has failed.
///
/// The forms follow what the real programs printed in the recorded situations (curl 7.88 to 8.23, Node.js 20 and 24, Go 1.19 and
/// 1.27, OkHttp 5.1, GNU Wget 1.21.3, OpenBSD netcat 1.219, Java 25); where a program has several wordings for one code, the code and
/// its meaning are told. Where the error depends on more than the race, there is none.
///
/// @param program its name with its version, for example `node-24`
/// @param text the error in its words
record ProgramError(String program, String text) {

    /// The error after the race of this failed run; `null` where there was no race, or its program's error is not known.
    static ProgramError of(Facts facts, UnfinishedStage run) {
        if (run.stage() != Stage.CONNECT || facts.story(run.lane(), run.connection()).tuple() != null) {
            return null;
        }
        RaceEvent.Ordered race = null;
        ErrorCode first = null;
        ErrorCode earliest = null;
        ErrorCode latest = null;
        boolean timed = false;
        boolean mixed = false;
        for (TraceEvent event : facts.trace().events()) {
            if (event.lane() != run.lane() || event.connection() != run.connection()) {
                continue;
            }
            if (event.body() instanceof RaceEvent.Ordered ordered) {
                race = ordered;
            } else if (event.body() instanceof RaceEvent.Abandoned && event.attempt() == 1 && first == null) {
                first = ErrorCode.ETIMEDOUT;
            } else if (event.body() instanceof StageEvent.Failed failed && failed.stage() == Stage.CONNECT
                    && failed.failure().code() != ErrorCode.INTERRUPTED) {
                latest = failed.failure().code();
                earliest = earliest == null ? latest : earliest;
                mixed |= latest != earliest;
                timed |= latest == ErrorCode.TIMEOUT || latest == ErrorCode.ETIMEDOUT;
                first = event.attempt() == 1 && first == null ? latest : first;
            }
        }
        if (race == null || race.candidates().size() < 2 || latest == null) {
            return null;
        }
        String text = race.personality().startsWith("java-") && mixed ? null : text(race, first, earliest, latest, timed);
        return text == null ? null : new ProgramError(race.personality(), text);
    }

    private static String text(RaceEvent.Ordered race, ErrorCode first, ErrorCode earliest, ErrorCode latest, boolean timed) {
        String program = race.personality();
        if (program.startsWith("node-")) {
            // Its own limits are not imitated, so a time that was given here ends nothing there.
            return first == null || first == ErrorCode.TIMEOUT ? null : "AggregateError [" + first + "]";
        }
        if (program.startsWith("go-")) {
            String why = goText(first);
            return why == null ? null : "dial tcp " + race.candidates().getFirst() + ": " + why;
        }
        if (program.startsWith("curl-")) {
            return latest == ErrorCode.TIMEOUT ? "curl: (28), a timeout" : timed ? null : "curl: (7) Failed to connect";
        }
        if (program.startsWith("wget-")) {
            String why = systemText(latest);
            return why == null ? null : "... failed: " + why;
        }
        if (program.startsWith("nc-")) {
            return ncText(latest, race.candidates().getLast().port());
        }
        if (program.startsWith("java-")) {
            return javaText(latest);
        }
        return program.startsWith("okhttp-") && earliest == ErrorCode.ECONNREFUSED
                ? "java.net.ConnectException: Failed to connect" : null;
    }

    /// The words of the first error of Go's first track, which is the one that it returns.
    private static String goText(ErrorCode first) {
        if (first == ErrorCode.TIMEOUT) {
            return "i/o timeout";
        }
        return first == ErrorCode.ECONNREFUSED ? "connect: connection refused"
                : first == ErrorCode.EHOSTUNREACH ? "connect: no route to host"
                : first == ErrorCode.ENETUNREACH ? "connect: network is unreachable" : null;
    }

    /// The line of nc's last address; it says nothing without `-v`.
    private static String ncText(ErrorCode last, int port) {
        String line = "nc: connect to ... port " + port + " (tcp) ";
        String why = systemText(last);
        return why == null ? null
                : line + (last == ErrorCode.TIMEOUT ? "timed out: Operation now in progress" : "failed: " + why) + " (with -v)";
    }

    /// The exception of each attempt where all have the same; of others the loop that a program has made decides.
    private static String javaText(ErrorCode each) {
        if (each == ErrorCode.TIMEOUT) {
            return "java.net.SocketTimeoutException: Connect timed out";
        }
        String why = systemText(each);
        return why == null ? null : "java.net." + (each == ErrorCode.ECONNREFUSED ? "ConnectException"
                : each == ErrorCode.EHOSTUNREACH ? "NoRouteToHostException" : "SocketException") + ": " + why;
    }

    /// The system's words for a code with which these programs were seen; `null` for others.
    private static String systemText(ErrorCode code) {
        return code == ErrorCode.TIMEOUT ? "Connection timed out"
                : code == ErrorCode.ECONNREFUSED ? "Connection refused"
                : code == ErrorCode.EHOSTUNREACH ? "No route to host"
                : code == ErrorCode.ENETUNREACH ? "Network is unreachable" : null;
    }
}
