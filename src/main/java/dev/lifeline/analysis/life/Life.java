package dev.lifeline.analysis.life;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.TlsEvent.CertificateShown;
import java.util.List;

/// The life of one connection, as its client had it; of a server without clients of its own, as the server had it.
///
/// Durations are nanoseconds; -1 where neither packets nor the kernel nor a wait that the other side made tell them. What the tool
/// itself costs is in none of them.
public sealed interface Life {

    /// The kind of a life: one constant for each record, for switch expressions without `default`.
    enum Kind { NOTHING, ITSELF, UNTAKEN, FOREIGN, UNSECURED, SECURED, RESPONDED, BROKEN, RETIRED, ANSWERED, SILENT, EMPTY, UP, STALLED, UNACKNOWLEDGED, BLOCKED, RESET, REFUSED, QUEUE_FULL,
        UNANSWERED, UNREACHABLE, UNNAMED, FAILED, CALLED }

    /// The constant that stands for this record.
    Kind kind();

    /// No stage of a connection came to an end.
    record Nothing() implements Life {
        @Override
        public Kind kind() {
            return Kind.NOTHING;
        }
    }

    /// Its two ends are one socket.
    ///
    /// @param end how it ended
    record Itself(End end) implements Life {
        @Override
        public Kind kind() {
            return Kind.ITSELF;
        }
    }

    /// The client was connected, and the server sent its SYN-ACK again: it had not taken the client's ACK.
    ///
    /// @param synAcks how many SYN-ACKs were seen
    record Untaken(int synAcks) implements Life {
        @Override
        public Kind kind() {
            return Kind.UNTAKEN;
        }
    }

    /// The two sides spoke different protocols.
    record Foreign(Protocol protocol) implements Life {
        @Override
        public Kind kind() {
            return Kind.FOREIGN;
        }
    }

    /// TLS failed, in its handshake or later.
    ///
    /// @param code of the failure
    /// @param by the certificate that it is about; `null` where it is about none, or none was seen
    /// @param alert the number of the alert that ended it; -1 where none is known to have
    /// @param peer the other side
    /// @param last the last handshake messages of the other side that were seen in plain, or `null`
    /// @param records how many records of the handshake had come
    /// @param waited how long, where it waited for the other side
    record Unsecured(ErrorCode code, CertificateShown by, int alert, Lane peer, String last, int records, long waited) implements Life {
        @Override
        public Kind kind() {
            return Kind.UNSECURED;
        }
    }

    /// TLS was agreed on, and no byte came inside it.
    ///
    /// @param version of TLS
    /// @param unchecked whether the certificate was not checked
    /// @param sent bytes that were sent
    /// @param end how it ended
    record Secured(String version, boolean unchecked, long sent, End end) implements Life {
        @Override
        public Kind kind() {
            return Kind.SECURED;
        }
    }

    /// Requests were answered, the last one whole.
    ///
    /// @param server whether it is the life of a server
    /// @param statuses of the responses, in their order
    /// @param location where the last one sends the client (Location of a status 3xx), or `null`
    /// @param after from the request to the first byte of the last answer
    /// @param packets whether packets tell that
    /// @param end how it ended
    record Responded(boolean server, List<Integer> statuses, String location, long after, boolean packets, End end) implements Life {
        @Override
        public Kind kind() {
            return Kind.RESPONDED;
        }
    }

    /// An HTTP message could not be read to its end.
    ///
    /// @param code of the failure
    /// @param server whether it is the life of a server, and a request
    /// @param began whether the head of the message had come
    /// @param came bytes of the body that came; -1 where they are not known
    /// @param announced bytes of the body that were announced; -1 where none were
    /// @param offset of the byte that no message can have; -1 where none came
    record Broken(ErrorCode code, boolean server, boolean began, long came, long announced, long offset) implements Life {
        @Override
        public Kind kind() {
            return Kind.BROKEN;
        }
    }

    /// A connection that was kept for further requests ended while one was on its way, or before it was sent.
    ///
    /// @param request its number on the connection, from 2
    /// @param idle whether it was not sent yet
    /// @param reset whether by a reset; else the other side ended its stream
    record Retired(int request, boolean idle, boolean reset) implements Life {
        @Override
        public Kind kind() {
            return Kind.RETIRED;
        }
    }

    /// Bytes came.
    ///
    /// @param after from the last byte of the request to the first of the answer; where the server spoke first, from the handshake to it
    /// @param packets whether packets tell that
    /// @param first whether the server spoke first: nothing was asked, or it had sent all of its bytes before any of the client's came
    /// @param late whether it spoke only after this side had ended its stream: `after` is from that end then
    /// @param bytes how many were read
    /// @param cut whether the server ended its stream before all came that was expected
    /// @param end how the connection ended
    record Answered(long after, boolean packets, boolean first, boolean late, long bytes, boolean cut, End end) implements Life {
        @Override
        public Kind kind() {
            return Kind.ANSWERED;
        }
    }

    /// Nothing came for as long as was waited, and the server did not end its stream.
    ///
    /// @param waited how long
    /// @param asked whether the client had sent anything
    /// @param read whether it waited for bytes; else only its close waited, for the server's FIN
    /// @param place where the server's end stood when it was last seen, near the end of the wait
    record Silent(long waited, boolean asked, boolean read, Place place) implements Life {
        @Override
        public Kind kind() {
            return Kind.SILENT;
        }
    }

    /// The server ended its stream without a byte.
    ///
    /// @param after from the handshake, or from the request where one had been sent, to the server's FIN
    /// @param packets whether packets tell that
    /// @param atOnce whether that was too short for a person to notice
    /// @param asked whether a request had been sent before that FIN
    record Empty(long after, boolean packets, boolean atOnce, boolean asked) implements Life {
        @Override
        public Kind kind() {
            return Kind.EMPTY;
        }
    }

    /// Connected, and nothing was waited for.
    ///
    /// @param handshake how long SYN, SYN-ACK and ACK took
    /// @param sent bytes that were sent
    /// @param place where the server's end stood when it was last seen
    /// @param end how it ended
    record Up(long handshake, long sent, Place place, End end) implements Life {
        @Override
        public Kind kind() {
            return Kind.UP;
        }
    }

    /// Bytes came, and then fewer than were expected: silence.
    ///
    /// @param bytes how many were read
    /// @param waited how long nothing more came
    /// @param still whether bytes still came in the second half of that time
    record Stalled(long bytes, long waited, boolean still) implements Life {
        @Override
        public Kind kind() {
            return Kind.STALLED;
        }
    }

    /// Bytes were sent again and never acknowledged.
    ///
    /// @param bytes how many were sent
    /// @param again how often a segment of them passed again
    /// @param waited how long the client waited then
    record Unacknowledged(long bytes, int again, long waited) implements Life {
        @Override
        public Kind kind() {
            return Kind.UNACKNOWLEDGED;
        }
    }

    /// The kernel took no more of what was to be sent.
    ///
    /// @param bytes how many it had taken
    /// @param waited how long the write took until it was given up
    record Blocked(long bytes, long waited) implements Life {
        @Override
        public Kind kind() {
            return Kind.BLOCKED;
        }
    }

    /// A reset ended the connection.
    ///
    /// @param by whose reset it was, by its packet or by the program that made it; `null` where neither was seen
    /// @param own whether that is the side whose life it is
    /// @param since the last that happened before it
    /// @param after how long after that
    /// @param bytes bytes of the server before it
    /// @param call the stage whose call met it
    record Reset(Lane by, boolean own, Since since, long after, long bytes, Stage call) implements Life {
        @Override
        public Kind kind() {
            return Kind.RESET;
        }
    }

    /// The SYN was refused.
    ///
    /// @param how by which answer
    /// @param after from the SYN to that answer
    /// @param table what the socket table had of that port right after
    /// @param offender who sent the ICMP error; `null` where it was none
    /// @param local whether the target is on this machine
    record Refused(Answer how, long after, Table table, String offender, boolean local) implements Life {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }
    }

    /// The listener's accept queue was full.
    ///
    /// @param queued connections that waited in it
    /// @param limit its limit
    /// @param syns how many SYNs were seen without an answer; 0 where packets do not tell
    /// @param waited how long connect was waited for
    record QueueFull(long queued, long limit, int syns, long waited) implements Life {
        @Override
        public Kind kind() {
            return Kind.QUEUE_FULL;
        }
    }

    /// Connect had no result.
    ///
    /// @param syns how many SYNs were seen without an answer; 0 where packets do not tell
    /// @param waited how long was waited
    /// @param halfOpen whether the server's end was seen in SYN_RECV
    record Unanswered(int syns, long waited, boolean halfOpen) implements Life {
        @Override
        public Kind kind() {
            return Kind.UNANSWERED;
        }
    }

    /// The way there refused.
    ///
    /// @param meaning of the ICMP error; `null` where there was none
    /// @param offender who sent it; `null` where there was none
    /// @param self whether that is this machine
    /// @param prohibited whether the error says that a rule forbids it
    /// @param route the type of this machine's own route, where that is what refused; else `null`
    /// @param code of the failure
    record Unreachable(String meaning, String offender, boolean self, boolean prohibited, RouteType route, ErrorCode code)
            implements Life {
        @Override
        public Kind kind() {
            return Kind.UNREACHABLE;
        }
    }

    /// The name had no address.
    ///
    /// @param code of the failure
    /// @param waited how long the look-up took
    record Unnamed(ErrorCode code, long waited) implements Life {
        @Override
        public Kind kind() {
            return Kind.UNNAMED;
        }
    }

    /// Another stage failed.
    ///
    /// @param stage which
    /// @param code of the failure
    /// @param waited how long it took, where it waited for the other side
    record Failed(Stage stage, ErrorCode code, long waited) implements Life {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /// A server's connection that ended well, or is open: the client's own life is not known.
    ///
    /// @param read bytes that the client had sent
    /// @param written bytes that the server had sent
    /// @param end how it ended
    record Called(long read, long written, End end) implements Life {
        @Override
        public Kind kind() {
            return Kind.CALLED;
        }
    }

    /// The protocol that one side spoke and the other did not expect.
    enum Protocol {
        TLS_ANSWERED, HTTPS_WANTED, HTTP_ANSWERED, SSH_ANSWERED, SMTP_ANSWERED, POSTGRESQL_ANSWERED, REDIS_ANSWERED, MYSQL_ANSWERED,
        TLS_CALLED, SSH_CALLED
    }

    /// The way in which a connection ended.
    enum End {
        /// It was open when the trace ended, or it is not known.
        OPEN,
        /// Both sides sent their FINs.
        IN_ORDER,
        /// This side sent its FIN, and the other none while it waited for one.
        ONE_SIDED,
        /// This side closed without waiting for the other's FIN.
        NOT_AWAITED,
        /// This side left with a reset.
        OWN_RESET,
        /// The other side sent a reset after all.
        PEER_RESET,
        /// After a failure only the descriptor was given back.
        GIVEN_UP
    }

    /// The place of the server's end of a connection.
    enum Place {
        /// Not known, or with a program.
        UNKNOWN,
        /// In the accept queue: no program had taken it.
        QUEUED,
        /// In SYN_RECV: its kernel had not taken the client's ACK.
        HALF_OPEN,
        /// With a program, or not known to be without one; bytes of the client lay unread in it.
        UNREAD
    }

    /// The last that was seen of a connection before its reset.
    enum Since {
        /// The SYN: connect had not returned.
        SYN,
        /// The handshake: nothing was sent by either side.
        HANDSHAKE,
        /// The client's bytes: nothing had come from the server.
        REQUEST,
        /// The client's FIN.
        OWN_FIN,
        /// The server's bytes.
        BYTES,
        /// The server's FIN: what came after it was reset.
        PEER_FIN,
        /// Not known: no packet was seen, and a call found it.
        UNKNOWN
    }

    /// The answer to a refused SYN.
    enum Answer { RST, ICMP, RULE_HERE, UNSEEN }

    /// The sockets of a port that a look right after showed.
    enum Table {
        /// Nobody looked, or not all was shown.
        UNKNOWN,
        /// No listener has the port.
        NOBODY,
        /// Listeners have the port at other addresses.
        ELSEWHERE,
        /// A listener has address and port.
        THERE
    }
}
