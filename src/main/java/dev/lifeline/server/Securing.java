package dev.lifeline.server;

import dev.lifeline.tls.TlsStream;
import java.io.IOException;
import java.nio.channels.SelectionKey;

/// The handshake of TLS on a connection of the loop.
final class Securing {

    private final TlsStream stream;
    private final ConnectionLog log;
    private final Patience patience;
    private boolean began;

    Securing(TlsStream stream, ConnectionLog log, Patience patience) {
        this.patience = patience;
        this.stream = stream;
        this.log = log;
    }

    /// Says if it is over.
    boolean isDone() {
        return stream.isSecured();
    }

    /// Goes on as far as it goes.
    ///
    /// @return `true` where it is over; otherwise the connection is woken when it can go on
    boolean goOn(Connection connection, EventLoop loop) throws IOException {
        if (!began) {
            began = true;
            log.tlsBegan();
            patience.begin(loop.clock());
            loop.register(stream, SelectionKey.OP_READ, connection);
        }
        boolean over = stream.handshake() == 0;
        if (over) {
            log.secured(stream.secured());
        } else {
            stream.want(SelectionKey.OP_READ);
        }
        return over;
    }
}
