package dev.lifeline.tls;

import dev.lifeline.record.CodedException;
import dev.lifeline.tls.keylog.SecretTap;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/// One side of one connection: its engine, and what it makes of a failure.
interface TlsEnd {

    /// The engine, which belongs to the connection.
    SSLEngine engine();

    /// The first message of this side where it was made before, ready to be sent; `null` where the engine has it to make.
    default ByteBuffer hello() {
        return null;
    }

    /// Hears of the secrets, or `null`.
    SecretTap tap();

    /// The name that was asked for, or `null`.
    String serverName();

    /// Names the cause of a failure of the engine.
    CodedException failure(SSLException e, SeenPlain plain);
}
