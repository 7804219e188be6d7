package dev.lifeline.server;

import dev.lifeline.server.secure.Goodbye;
import dev.lifeline.server.secure.NoTls;
import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.HttpFault;
import dev.lifeline.server.web.WebSettings;
import dev.lifeline.server.web.WebServer;
import dev.lifeline.text.Durations;

/// A way of the server with its connections. Each one stands for a peer that is met in the field.
public sealed interface Behaviour {

    /// The behaviour of a server that was told nothing else.
    Behaviour DEFAULT = new Echo();

    /// Writes this behaviour as a person does; [#parse] reads it again, but for the text of a banner and [Asking].
    String text();

    /// The answers that it gives to the events of a connection.
    Responder responder();

    /// The pace of its writes: as fast as the kernel takes it, unless it says otherwise. One for each connection.
    default WritePace pace() {
        return WritePace.unhurried();
    }

    /// The fault of its TLS; [TlsFault#NONE] for one that speaks it well, `null` for one that does not.
    default TlsFault tls() {
        return null;
    }

    /// Says if the phases of the loop's turns are told.
    default boolean tellsPhases() {
        return false;
    }

    /// The time that connections wait before they are accepted, in nanoseconds.
    default long acceptDelayNanos() {
        return 0;
    }

    /// Reads a behaviour as a person writes it: `echo`, `banner=TEXT`, `late-accept=200ms`, `drip=1/100ms`, and so on.
    ///
    /// @throws IllegalArgumentException with one sentence that lists what there is and suggests the nearest
    static Behaviour parse(String text) {
        return BehaviourParser.parse(text);
    }

    /// Sends back what it reads; when the peer ends its stream, ends its own and closes.
    record Echo() implements Behaviour {
        @Override
        public String text() {
            return "echo";
        }

        @Override
        public Responder responder() {
            return new Responder.Echo();
        }
    }

    /// Speaks first, as mail and database servers do; then reads until the peer ends its stream.
    ///
    /// @param greeting what it says, sent as UTF-8
    record Banner(String greeting) implements Behaviour {

        /// The greeting of one that was told no other: a reply line as SMTP has it (RFC 5321 section 4.2).
        public static final String DEFAULT_GREETING = "220 lifeline ready\r\n";

        @Override
        public String text() {
            return "banner";
        }

        @Override
        public Responder responder() {
            return new Responder.Greeter(greeting);
        }
    }

    /// Accepts and reads, and never answers; closes when the peer ends its stream.
    record Silent() implements Behaviour {
        @Override
        public String text() {
            return "silent";
        }

        @Override
        public Responder responder() {
            return new Responder.Mute();
        }
    }

    /// Throws the connection away with a reset (RFC 9293 section 3.5.3, `SO_LINGER` 0).
    ///
    /// @param moment when
    record Reset(ResetMoment moment) implements Behaviour {
        @Override
        public String text() {
            return switch (moment) {
                case ACCEPT -> "reset=accept";
                case FIRST_BYTE -> "reset";
                case ANSWER -> "reset=answer";
            };
        }

        @Override
        public Responder responder() {
            return switch (moment) {
                case ACCEPT -> new Responder.Refuser(LoopConnection::reset);
                case FIRST_BYTE -> new Responder.Resetter();
                case ANSWER -> new Responder.HalfAnswerer();
            };
        }
    }

    /// Accepts and closes at once, in order. Bytes that the peer had sent already turn the close into a reset, as always.
    record Close() implements Behaviour {
        @Override
        public String text() {
            return "close";
        }

        @Override
        public Responder responder() {
            return new Responder.Refuser(LoopConnection::finish);
        }
    }

    /// Lets a connection wait in the accept queue, as a busy event loop would; then behaves like [Echo].
    ///
    /// @param nanos how long after the listening socket became ready, in nanoseconds; what arrives meanwhile is accepted with it
    record LateAccept(long nanos) implements Behaviour {
        @Override
        public String text() {
            return "late-accept=" + Durations.text(nanos).replace(" ", "");
        }

        @Override
        public Responder responder() {
            return new Responder.Echo();
        }

        @Override
        public long acceptDelayNanos() {
            return nanos;
        }
    }

    /// Answers like [Echo], but slowly.
    ///
    /// @param bytes how many at most at a time
    /// @param intervalNanos the time between two writes, in nanoseconds
    record Drip(int bytes, long intervalNanos) implements Behaviour {
        @Override
        public String text() {
            return "drip=" + bytes + "/" + Durations.text(intervalNanos).replace(" ", "");
        }

        @Override
        public Responder responder() {
            return new Responder.Echo();
        }

        @Override
        public WritePace pace() {
            return WritePace.of(bytes, intervalNanos);
        }
    }

    /// Answers like [Echo], but computes first, on the thread of the loop: whatever waits for that, waits.
    ///
    /// @param nanos of CPU time for what each read brings
    record Cpu(long nanos) implements Behaviour {
        @Override
        public String text() {
            return "cpu=" + Durations.text(nanos).replace(" ", "");
        }

        @Override
        public Responder responder() {
            return new Responder.Worker(new RequestWork.Compute(nanos));
        }
    }

    /// Sends each request on to another server, and waits for its answer on the thread of the loop. It cannot be written as a text.
    ///
    /// @param backend the other server
    record Asking(Backend backend) implements Behaviour {
        @Override
        public String text() {
            return "asking";
        }

        @Override
        public Responder responder() {
            return new Responder.Worker(new RequestWork.Ask(backend));
        }
    }

    /// Speaks TLS, and within it like another.
    ///
    /// @param tls its fault
    /// @param inside what it does with the bytes
    record Secured(TlsFault tls, Behaviour inside) implements Behaviour {
        @Override
        public String text() {
            String own = tls == TlsFault.NONE ? "tls" : "tls=" + tls.word();
            return inside instanceof Echo ? own : own + "," + inside.text();
        }

        @Override
        public TlsFault tls() {
            return tls;
        }

        @Override
        public boolean tellsPhases() {
            return inside.tellsPhases();
        }

        @Override
        public Responder responder() {
            return tls.isPlain() ? new NoTls(tls) : tls == TlsFault.ONLY_HTTP2 ? new Goodbye() : inside.responder();
        }

        @Override
        public WritePace pace() {
            return inside.pace();
        }

        @Override
        public long acceptDelayNanos() {
            return inside.acceptDelayNanos();
        }
    }

    /// Speaks HTTP/1.1.
    ///
    /// @param options its clocks, its workers, and what it does wrong
    record Http(WebSettings options) implements Behaviour {
        @Override
        public String text() {
            return options.fault() == HttpFault.NONE ? "http" : "http=" + options.fault().word();
        }

        @Override
        public boolean tellsPhases() {
            return options.traced();
        }

        @Override
        public Responder responder() {
            return new WebServer(options);
        }
    }

    /// Sends without end, as fast as the peer reads, until the peer is gone.
    record Flood() implements Behaviour {
        @Override
        public String text() {
            return "flood";
        }

        @Override
        public Responder responder() {
            return new Responder.Flooder();
        }
    }
}
