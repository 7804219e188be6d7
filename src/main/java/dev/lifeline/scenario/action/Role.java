package dev.lifeline.scenario.action;

/// What an actor was given under `actors`.
public sealed interface Role permits ServerRole, LoopRole, ClientRole, UdpRole, DnsRole, RelayRole {

    ActorKind kind();

    /// Where others connect to; `null` for what nobody connects to.
    default Place place() {
        return null;
    }

    /// Says that its socket throws away whatever comes: not every kernel lets every user have that.
    default boolean dropsIncoming() {
        return false;
    }
}
