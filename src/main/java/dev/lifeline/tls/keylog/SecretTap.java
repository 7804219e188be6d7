package dev.lifeline.tls.keylog;

/// Hears of the secrets of the connection that its thread works for.
///
/// The JDK has no way to get at them. But it asks the providers of the process for the functions that derive them, by names that it does
/// not promise to keep: so a provider that stands first, and hands on to the JDK's own, sees them all. It is there for the whole
/// process; what it sees is told to the thread's own tap, and where there is none to nobody.
public interface SecretTap {

    /// Takes a secret.
    ///
    /// @param label its name in a key log: `CLIENT_TRAFFIC_SECRET_0`
    void secret(String label, byte[] secret);
}
