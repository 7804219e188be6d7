package dev.lifeline.linux.diag;

import java.util.List;

/// Several sockets, as far as the kernel gave them.
///
/// @param sockets in the kernel's order
/// @param lack what is wrong with the answer, for a person; `null` where all that match are there
public record DiagSockets(List<DiagSocket> sockets, String lack) {

    public DiagSockets {
        sockets = List.copyOf(sockets);
    }
}
