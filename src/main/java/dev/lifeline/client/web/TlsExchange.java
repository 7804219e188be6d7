package dev.lifeline.client.web;

import dev.lifeline.client.ConnectedSocket;
import dev.lifeline.client.Deadline;
import dev.lifeline.client.Exchange;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.tls.TlsClient;
import dev.lifeline.tls.TlsStream;
import java.io.IOException;
import java.nio.channels.SelectionKey;

/// The handshake of TLS, as the stage of that name.
public final class TlsExchange {

    private final StageRunner runner;
    private final ConnectedSocket link;
    private final Exchange.Secure secure;

    /// @param runner the stage runner of the client's lane
    /// @param link the connection; its bytes are those of TLS from the handshake on
    public TlsExchange(StageRunner runner, ConnectedSocket link, Exchange.Secure secure) {
        this.runner = runner;
        this.link = link;
        this.secure = secure;
    }

    /// Makes the handshake.
    ///
    /// @throws StageFailure when it failed; it is recorded already
    public void run() throws StageFailure, InterruptedException {
        runner.run(new StageRunner.Call(Stage.TLS, Operation.HANDSHAKE, link.local(), link.remote()), this::handshake);
    }

    private StageRunner.Result<Void> handshake() throws IOException, InterruptedException {
        TlsClient.Ahead side = secure.side();
        Deadline deadline = Deadline.in(secure.timeout());
        TlsStream tls = link.over(below -> side.over(below, runner.recorder()::mark));
        for (int needed = tls.handshake(); needed != 0; needed = tls.handshake()) {
            boolean ready = needed == SelectionKey.OP_READ ? link.awaitReadable(deadline) : link.awaitWritable(deadline);
            if (!ready) {
                throw deadline.exception();
            }
        }
        return new StageRunner.Result<>(null, tls.secured());
    }
}
