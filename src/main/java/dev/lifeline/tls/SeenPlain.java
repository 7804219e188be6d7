package dev.lifeline.tls;

import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.HandshakeMessage;

/// The things that both directions of a connection have shown in plain so far, and the way to whoever wants to hear of them.
final class SeenPlain {

    private final TlsWitness witness;
    private boolean tls13;
    private boolean done;
    private boolean renegotiated;
    private boolean certificateAsked;
    private boolean answered;
    private String last;
    private byte[] clientRandom;
    private int received = -1;
    private int sent = -1;

    SeenPlain(TlsWitness witness) {
        this.witness = witness;
    }

    void tell(TlsEvent event) {
        witness.seen(event);
    }

    void hello(boolean bySelf, Hello hello) {
        if (clientRandom == null) {
            clientRandom = hello.random();
        }
        // A ServerHello names the one that is used; a ClientHello that names one alone offers no other.
        tls13 |= hello.suites() == 1 && hello.versions().size() == 1 && hello.versions().getFirst().equals("TLSv1.3");
        tell(new TlsEvent.HelloSeen(bySelf, hello.serverName(), hello.versions(), hello.alpn(), hello.suites()));
    }

    void message(boolean bySelf, String name) {
        if (!bySelf) {
            last = name;
            answered |= name.equals(HandshakeMessage.SERVER_HELLO.label());
            certificateAsked |= name.equals(HandshakeMessage.CERTIFICATE_REQUEST.label());
        }
    }

    /// Notes an alert, once however often it is found out.
    void alerted(boolean bySelf, int level, int number) {
        if ((bySelf ? sent : received) != number) {
            if (bySelf) {
                sent = number;
            } else {
                received = number;
            }
            tell(new TlsEvent.Alerted(bySelf, level, number));
        }
    }

    void renegotiated(boolean bySelf) {
        renegotiated |= !bySelf;
    }

    /// The handshake is over: from now on only alerts are told.
    void done() {
        done = true;
    }

    boolean isDone() {
        return done;
    }

    boolean isTls13() {
        return tls13;
    }

    /// Says if the peer asked, in plain, for a certificate of this side.
    boolean certificateAsked() {
        return certificateAsked;
    }

    /// Says if the server has answered the hello.
    boolean answered() {
        return answered;
    }

    /// Says if the peer began another handshake within the connection.
    boolean isRenegotiated() {
        return renegotiated;
    }

    /// The random of the ClientHello, which is the first of all hellos; `null` before it.
    byte[] clientRandom() {
        return clientRandom;
    }

    /// The number of the alert that came last; -1 for none.
    int received() {
        return received;
    }

    /// The message of the peer that was seen last in plain; `null` for none.
    String last() {
        return last;
    }
}
