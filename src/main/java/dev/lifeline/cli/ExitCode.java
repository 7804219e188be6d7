package dev.lifeline.cli;

import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;

/// Exit code of the process, as the shell sees it.
public enum ExitCode {
    OK(0),
    USAGE(2),
    LOOKUP(10),
    ROUTE(11),
    BIND(12),
    CONNECT(13),
    ACCEPT(14),
    TLS(15),
    READ(16),
    WRITE(17),
    IDLE(18),
    PROTOCOL(19),
    EXPECTATION(20),
    CANNOT_SHOW(21),
    BROKEN_OFF(22),
    INTERNAL(70),
    INTERRUPTED(130);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /// The code of a verdict. How a run ended whose recording breaks off is not known, also where a stage had failed by then.
    public static ExitCode of(Verdict verdict) {
        return switch (verdict.result()) {
            case COMPLETED -> OK;
            case UNEXPECTED -> EXPECTATION;
            case INTERRUPTED -> INTERRUPTED;
            case FAILED -> of(verdict.stage());
            case INCOMPLETE -> BROKEN_OFF;
        };
    }

    private static ExitCode of(Stage stage) {
        return switch (stage) {
            case LOOKUP -> LOOKUP;
            case ROUTE -> ROUTE;
            case BIND -> BIND;
            case CONNECT, HANDSHAKE -> CONNECT;
            case ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE -> ACCEPT;
            case TLS -> TLS;
            case FIRST_BYTE, DATA, CLOSE -> READ;
            case WRITE -> WRITE;
            case IDLE -> IDLE;
            case REQUEST, HANDLER, RESPONSE, PROTOCOL -> PROTOCOL;
        };
    }
}
