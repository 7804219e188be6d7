package dev.lifeline.play;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.scenario.action.Place;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ExecutionException;

/// The address and port of an actor that others connect to. Threads: any.
public final class ListenAddress {

    private final Play play;
    private final String actor;
    private final Lane lane;
    private final String portOf;
    private final InetAddress address;
    private int port;

    /// @param lane where the actor's events stand
    public ListenAddress(Play play, String actor, Lane lane, Place place) {
        this.play = play;
        this.actor = actor;
        this.lane = lane;
        this.portOf = place.portOf();
        this.address = InetAddress.ofLiteral(place.address());
        take(place.port());
    }

    public InetAddress address() {
        return address;
    }

    /// Address to bind: port 0 where the kernel may choose.
    public synchronized InetSocketAddress wanted() throws IOException, CannotAct {
        if (port == 0 && portOf != null) {
            take(play.endpoint(portOf).port());
        }
        return new InetSocketAddress(address, port);
    }

    /// The kernel has chosen.
    public synchronized void got(int itsPort) {
        take(itsPort);
    }

    /// Address as far as it is known: `null` before there is a port.
    public synchronized Endpoint known() {
        return port == 0 ? null : Endpoint.of(address, port);
    }

    /// Address with a port in any case: one that is free now is kept for later.
    public synchronized Endpoint endpoint() throws IOException, CannotAct {
        if (wanted().getPort() == 0) {
            take(free());
        }
        return Endpoint.of(address, port);
    }

    /// A port is free on the machine of the actor, whoever asks.
    private int free() throws IOException {
        try {
            return play.host(actor).call(() -> {
                int apart = PortRanges.apart(address);
                if (apart != 0) {
                    return apart;
                }
                try (ServerSocket trial = new ServerSocket(0, 1, address)) {
                    return trial.getLocalPort();
                }
            });
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /// From now on the recording knows it, too.
    private void take(int known) {
        if (known != 0 && known != port) {
            port = known;
            play.placed(actor, lane, Endpoint.of(address, known));
        }
    }
}
