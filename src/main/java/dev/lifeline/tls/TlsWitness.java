package dev.lifeline.tls;

import dev.lifeline.model.event.TlsEvent;

/// Hears of what was seen on a TLS connection, as it is seen, by the thread that drives it.
public interface TlsWitness {

    /// Takes one thing that was seen.
    void seen(TlsEvent event);
}
