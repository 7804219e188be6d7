package dev.lifeline.scenario.action;

/// Part that an actor plays, with all that it was given under `actors`.
public sealed interface ActorRole permits ServerRole, LoopRole, PoolRole, ClientRole, UdpRole, DnsRole, RelayRole {

    ActorKind kind();

    /// Address that others connect to; `null` for an actor that nobody connects to.
    default Place place() {
        return null;
    }

    /// Tells whether its socket throws away whatever comes: not every kernel lets every user have that.
    default boolean dropsIncoming() {
        return false;
    }
}
