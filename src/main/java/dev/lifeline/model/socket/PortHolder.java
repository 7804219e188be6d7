package dev.lifeline.model.socket;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.SocketState;
import java.util.Objects;

/// A socket that has a local port, as the kernel's table shows it.
///
/// @param state its state; CLOSE of one that is bound, and neither listens nor is connected
/// @param local its own end
/// @param remote the other end; `null` where it is connected to none
/// @param v6Only whether it takes nothing of IPv4 (`IPV6_V6ONLY` of ipv6(7))
/// @param uid who owns it
/// @param inode of its descriptor; 0 where no program holds one
/// @param process the number of a process that holds it; 0 where none is known: the program is gone, or another user's
/// @param program the name of that process (`comm` of proc(5)), or `null`
public record PortHolder(SocketState state, Endpoint local, Endpoint remote, boolean v6Only, long uid, long inode, int process,
                         String program) {

    public PortHolder {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(local, "local");
    }
}
