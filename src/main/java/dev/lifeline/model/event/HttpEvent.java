package dev.lifeline.model.event;

import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.http.HttpTimer;
import java.util.Objects;

/// A part of an HTTP/1 message was read or written, as a parser met it (RFC 9112).
public sealed interface HttpEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        REQUEST_LINE, STATUS_LINE, FIELD, HEAD_ENDED, BODY_BEGAN, CHUNK_BEGAN, BODY_ENDED, MALFORMED, RESPONSE_QUEUED,
        TIMER_FIRED, STEP_ENTERED, STEP_LEFT, STEP_FAILED, REQUEST_NAMED, RESPONSE_CUT, REQUESTS_COUNTED;

        @Override
        public boolean isBulk() {
            return this == CHUNK_BEGAN;
        }
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.HTTP;
    }

    /// A request line (RFC 9112 section 3), written by a client or read by a server.
    ///
    /// @param method the method
    /// @param target the target as it stands there, cut where it is long
    /// @param version `HTTP/1.1`
    record RequestLine(String method, String target, String version) implements HttpEvent {
        public RequestLine {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(target, "target");
            Objects.requireNonNull(version, "version");
        }

        @Override
        public Kind kind() {
            return Kind.REQUEST_LINE;
        }
    }

    /// A status line (RFC 9112 section 4), read by a client or written by a server.
    ///
    /// @param status three digits
    /// @param reason the words behind it; may be empty
    /// @param version `HTTP/1.1`
    record StatusLine(int status, String reason, String version) implements HttpEvent {
        public StatusLine {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(version, "version");
        }

        @Override
        public Kind kind() {
            return Kind.STATUS_LINE;
        }
    }

    /// A field of head or trailers. At most 100 of a message are recorded.
    ///
    /// @param name as it stands there
    /// @param value cut where it is long; of Authorization, Proxy-Authorization, Cookie and Set-Cookie only its length: `(17 bytes)`
    /// @param offset of its first byte in the message
    /// @param trailer behind a chunked body
    record Field(String name, String value, long offset, boolean trailer) implements HttpEvent {
        public Field {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }

        @Override
        public Kind kind() {
            return Kind.FIELD;
        }
    }

    /// The empty line behind the fields: the head is whole.
    ///
    /// @param fields how many fields it has, recorded or not
    /// @param bytes of the whole head
    record HeadEnded(int fields, long bytes) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.HEAD_ENDED;
        }
    }

    /// The first byte of a body is expected.
    ///
    /// @param framing how its end is found
    /// @param length bytes that are announced; -1 where none are
    record BodyBegan(BodyFraming framing, long length) implements HttpEvent {
        public BodyBegan {
            Objects.requireNonNull(framing, "framing");
        }

        @Override
        public Kind kind() {
            return Kind.BODY_BEGAN;
        }
    }

    /// A piece of a chunked body begins (RFC 9112 section 7.1).
    ///
    /// @param size bytes that it announces; 0 of the last
    record ChunkBegan(long size) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.CHUNK_BEGAN;
        }
    }

    /// A body is whole.
    ///
    /// @param bytes of its content, without the sizes of chunks
    record BodyEnded(long bytes) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.BODY_ENDED;
        }
    }

    /// Bytes came that no message can have there.
    ///
    /// @param offset of the byte in the message, from 0
    /// @param expected in a few words
    /// @param found the bytes, made printable
    record Malformed(long offset, String expected, String found) implements HttpEvent {
        public Malformed {
            Objects.requireNonNull(expected, "expected");
            Objects.requireNonNull(found, "found");
        }

        @Override
        public Kind kind() {
            return Kind.MALFORMED;
        }
    }

    /// A server's program has put a response, or a part of one, into the queue of what it is to write.
    ///
    /// @param bytes that lie there now
    record ResponseQueued(long bytes) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.RESPONSE_QUEUED;
        }
    }

    /// A clock of the server ran down: it ends the connection.
    ///
    /// @param timer which
    /// @param nanos to what it was set, in nanoseconds
    record TimerFired(HttpTimer timer, long nanos) implements HttpEvent {
        public TimerFired {
            Objects.requireNonNull(timer, "timer");
        }

        @Override
        public Kind kind() {
            return Kind.TIMER_FIRED;
        }
    }

    /// The request came to a step of the chain that each request goes through (middleware).
    ///
    /// @param step its name
    record StepEntered(String step) implements HttpEvent {
        public StepEntered {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public Kind kind() {
            return Kind.STEP_ENTERED;
        }
    }

    /// A step of the chain is done: it has answered, or what it continued with came back to it.
    ///
    /// @param step its name
    record StepLeft(String step) implements HttpEvent {
        public StepLeft {
            Objects.requireNonNull(step, "step");
        }

        @Override
        public Kind kind() {
            return Kind.STEP_LEFT;
        }
    }

    /// A step of the chain failed: those behind it are skipped, and the step for errors answers.
    ///
    /// @param step its name
    /// @param problem in a few words
    record StepFailed(String step, String problem) implements HttpEvent {
        public StepFailed {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(problem, "problem");
        }

        @Override
        public Kind kind() {
            return Kind.STEP_FAILED;
        }
    }

    /// The request has an id, or code that works for it has asked for that.
    ///
    /// @param id or `null` where the code that asked saw none
    /// @param depth calls between the code that was given the id and the one that asked, none of which passed it on; 0 where it was given
    record RequestNamed(String id, int depth) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.REQUEST_NAMED;
        }
    }

    /// The server's program closed the connection in the middle of a response.
    ///
    /// @param bytes of it that the kernel was never given; more where its length was not known before
    record ResponseCut(long bytes) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.RESPONSE_CUT;
        }
    }

    /// The connection brought more requests than are told in full.
    ///
    /// @param requests all of them
    /// @param told those that are told in full, the first ones
    record RequestsCounted(long requests, long told) implements HttpEvent {
        @Override
        public Kind kind() {
            return Kind.REQUESTS_COUNTED;
        }
    }
}
