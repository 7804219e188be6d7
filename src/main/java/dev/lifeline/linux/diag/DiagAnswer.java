package dev.lifeline.linux.diag;

import java.util.Objects;

/// Answer of the kernel to the question for one socket.
public sealed interface DiagAnswer {

    /// There is one. It need not be the one that was meant: see [DiagRequest#exact].
    record Found(DiagSocket socket) implements DiagAnswer {
        public Found {
            Objects.requireNonNull(socket, "socket");
        }
    }

    /// There is none.
    record Absent() implements DiagAnswer {
    }

    /// The kernel gave no answer that says the one or the other.
    ///
    /// @param reason why, for a person
    record Unclear(String reason) implements DiagAnswer {
        public Unclear {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
