package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {

    static List<Arguments> exceptionsAndCodes() {
        return List.of(
                Arguments.of(new DeadlineException("3 s"), ErrorCode.TIMEOUT),
                Arguments.of(new SocketTimeoutException("Read timed out"), ErrorCode.TIMEOUT),
                Arguments.of(new EOFException(), ErrorCode.EOF),
                Arguments.of(new ClosedByInterruptException(), ErrorCode.INTERRUPTED),
                Arguments.of(new InterruptedIOException(), ErrorCode.INTERRUPTED),
                Arguments.of(new CodedException(ErrorCode.FAMILY_MISMATCH, "IPv4 source"), ErrorCode.FAMILY_MISMATCH),
                Arguments.of(new UnknownHostException("db.example: Name or service not known"), ErrorCode.ENOTFOUND),
                Arguments.of(new UnknownHostException("db.example"), ErrorCode.UNKNOWN),
                Arguments.of(new ConnectException("Connection refused"), ErrorCode.ECONNREFUSED),
                Arguments.of(new ConnectException("Connection timed out"), ErrorCode.ETIMEDOUT),
                Arguments.of(new BindException("Address already in use"), ErrorCode.EADDRINUSE),
                Arguments.of(new NoRouteToHostException("No route to host"), ErrorCode.EHOSTUNREACH),
                Arguments.of(new SocketException("Connection reset"), ErrorCode.ECONNRESET),
                Arguments.of(new IOException("Broken pipe"), ErrorCode.EPIPE),
                Arguments.of(new IOException("a text that no system has"), ErrorCode.UNKNOWN),
                Arguments.of(new IOException((String) null), ErrorCode.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("exceptionsAndCodes")
    void anExceptionHasACode(IOException exception, ErrorCode code) {
        Failure failure = Failures.of(exception, Operation.READ, null, null);

        assertEquals(new Failure(code, Operation.READ, null, null, exception.getMessage()), failure);
    }

    @Test
    void bothEndsAreKept() {
        Endpoint local = new Endpoint("::1", 1);
        Endpoint remote = new Endpoint("::1", 2);

        Failure failure = Failures.interrupted(Operation.CONNECT, local, remote);

        assertEquals(new Failure(ErrorCode.INTERRUPTED, Operation.CONNECT, local, remote, null), failure);
    }
}
