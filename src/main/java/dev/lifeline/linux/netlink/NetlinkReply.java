package dev.lifeline.linux.netlink;

import dev.lifeline.linux.Errno;
import java.util.List;
import java.util.Objects;

/// Answer to a request.
public sealed interface NetlinkReply {

    /// All of the answer.
    ///
    /// @param messages of the protocol, in order; acknowledgement and end of a dump left out
    record Answered(List<NetlinkMessage> messages) implements NetlinkReply {
        public Answered {
            Objects.requireNonNull(messages, "messages");
        }
    }

    /// The kernel said no, at the request or in its answer.
    ///
    /// @param errno why
    record Refused(Errno errno) implements NetlinkReply {
        public Refused {
            Objects.requireNonNull(errno, "errno");
        }
    }

    /// The answer is not there, or not all of it.
    ///
    /// @param lack what is wrong with it
    /// @param messages what there is of it
    record Incomplete(Lack lack, List<NetlinkMessage> messages) implements NetlinkReply {
        public Incomplete {
            Objects.requireNonNull(lack, "lack");
            Objects.requireNonNull(messages, "messages");
        }
    }

    /// Why an answer is not complete.
    enum Lack {
        /// It did not come, or its end did not, before the deadline.
        TIMED_OUT("no answer before the deadline"),
        /// The kernel threw messages away: the socket's buffer was full (`ENOBUFS`).
        OVERRUN("the kernel threw messages away, the receive buffer was full"),
        /// A datagram was larger than the memory for it (`MSG_TRUNC`).
        TRUNCATED("a message was larger than the memory for it"),
        /// The table changed while it was dumped (`NLM_F_DUMP_INTR`): parts may be missing or doubled.
        CHANGED("the table changed while it was read"),
        /// There was more than the caller wanted to have.
        TOO_MANY("there was more than can be taken"),
        /// A length inside a message was impossible.
        MALFORMED("a message with an impossible length");

        private final String label;

        Lack(String label) {
            this.label = label;
        }

        /// Says for a person what is wrong.
        public String label() {
            return label;
        }
    }
}
