package dev.lifeline.observe.packet;

import dev.lifeline.model.Endpoint;

/// Owner of a flow.
///
/// @param connection number of the connection in the trace
/// @param attempt of the race; 0 where the server's side counts
/// @param client the client's end as the trace has it
/// @param server the server's end as the trace has it
record FlowOwner(int connection, int attempt, Endpoint client, Endpoint server) {
}
