package dev.lifeline.observe;

import dev.lifeline.linux.NativeException;
import java.util.Objects;

/// Tells whether a source of evidence can be used here and now.
public sealed interface Availability {

    /// It can.
    ///
    /// @param gives what was seen when it was tried
    record Available(String gives) implements Availability {
        public Available {
            Objects.requireNonNull(gives, "gives");
        }
    }

    /// It cannot.
    ///
    /// @param reason why not
    /// @param enable what would make it available, or `null` where nothing on this machine would
    record Unavailable(String reason, String enable) implements Availability {
        public Unavailable {
            Objects.requireNonNull(reason, "reason");
        }

        /// For the reason that a native call failed, or could not be made.
        public static Unavailable of(NativeException e) {
            return new Unavailable(e.getMessage(), e.remedy());
        }
    }
}
