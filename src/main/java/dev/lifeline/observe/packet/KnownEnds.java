package dev.lifeline.observe.packet;

import dev.lifeline.model.Endpoint;

/// Other source of the client's end of a connect that gave none.
interface KnownEnds {

    /// The client's end of a connect, or `null` where nobody has seen it.
    Endpoint client(Connect connect);
}
