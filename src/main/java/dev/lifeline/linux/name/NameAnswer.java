package dev.lifeline.linux.name;

import dev.lifeline.linux.Errno;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;

/// Answer of `getaddrinfo(3)`.
public sealed interface NameAnswer {

    /// The name has addresses.
    ///
    /// @param addresses in the order in which the C library gave them (RFC 6724, `gai.conf(5)`), each once, with their scope;
    ///     empty only where it gave none that TCP can use
    /// @param canonical the canonical name (`AI_CANONNAME`), or `null` where it gave none
    record Found(List<InetAddress> addresses, String canonical) implements NameAnswer {
        public Found {
            addresses = List.copyOf(addresses);
        }
    }

    /// The look-up failed.
    ///
    /// @param code why
    /// @param text of `gai_strerror(3)`, in the language of the process; the code's name where the library has no text
    /// @param errno the reason behind `EAI_SYSTEM`, else `null`
    record Failed(EaiCode code, String text, Errno errno) implements NameAnswer {
        public Failed {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(text, "text");
        }
    }
}
