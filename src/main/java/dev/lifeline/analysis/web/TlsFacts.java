package dev.lifeline.analysis.web;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.event.TlsEvent.Alerted;
import dev.lifeline.model.event.TlsEvent.CertificateShown;
import dev.lifeline.model.event.TlsEvent.HelloSeen;
import dev.lifeline.model.event.TlsEvent.RecordSeen;
import dev.lifeline.model.event.TlsEvent.Verified;
import dev.lifeline.model.tls.AlertDescription;
import dev.lifeline.model.tls.TrustSource;
import java.util.ArrayList;
import java.util.List;

/// The TLS layer of one side of a connection, as far as its events tell. Filled by [WebFacts], and not changed after that.
public final class TlsFacts {

    static final TlsFacts NONE = new TlsFacts();

    private final List<CertificateShown> chain = new ArrayList<>();
    private HelloSeen offered;
    private HelloSeen chosen;
    private Verified verified;
    private Alerted received;
    private Alerted sent;
    private boolean closed;
    private boolean cut;
    private String lastMessage;
    private int recordsRead;
    private long lastRead = -1;

    void take(TraceEvent event) {
        TlsEvent body = (TlsEvent) event.body();
        // An expression, so that the compiler asks what a new kind means here.
        boolean taken = switch (body.kind()) {
            case RECORD_SEEN -> record((RecordSeen) body, event.at());
            case ALERTED -> alert((Alerted) body);
            case HELLO_SEEN -> hello((HelloSeen) body);
            case CERTIFICATE_SHOWN -> chain.add((CertificateShown) body);
            case VERIFIED -> verify((Verified) body);
            case CUT -> cut();
        };
        assert taken;
    }

    private boolean record(RecordSeen record, long at) {
        if (!record.sent()) {
            recordsRead++;
            lastRead = at;
            lastMessage = record.message() == null ? lastMessage : record.message();
        }
        return true;
    }

    private boolean alert(Alerted alert) {
        if (alert.sent()) {
            sent = alert;
        } else {
            received = alert.number() == AlertDescription.CLOSE_NOTIFY.number() ? received : alert;
            closed |= alert.number() == AlertDescription.CLOSE_NOTIFY.number();
        }
        return true;
    }

    private boolean hello(HelloSeen hello) {
        boolean reply = offered != null && hello.sent() != offered.sent();
        offered = offered == null ? hello : offered;
        chosen = reply ? hello : chosen;
        return true;
    }

    private boolean verify(Verified found) {
        verified = found;
        return true;
    }

    private boolean cut() {
        cut = true;
        return true;
    }

    /// The chain that the other side showed, its own certificate first; empty where none was seen.
    public List<CertificateShown> chain() {
        return chain;
    }

    /// The certificate that is not valid at a time; else the other side's own; `null` where none was seen.
    ///
    /// @param millis since 1970
    public CertificateShown untimely(long millis) {
        for (CertificateShown each : chain) {
            if (millis < each.notBefore() || millis > each.notAfter()) {
                return each;
            }
        }
        return chain.isEmpty() ? null : chain.getFirst();
    }

    /// The first hello, of whichever side; `null` where none was seen.
    public HelloSeen offered() {
        return offered;
    }

    /// The hello of the other direction; `null` where none was seen.
    public HelloSeen chosen() {
        return chosen;
    }

    /// The result of the check; `null` where it was not come to.
    public Verified verified() {
        return verified;
    }

    /// Says if the chain was not checked, as the person asked for.
    public boolean unchecked() {
        return verified != null && verified.trust() == TrustSource.NONE;
    }

    /// Says if the other side ended its TLS stream in order (close_notify).
    public boolean closedInOrder() {
        return closed;
    }

    /// Says if its stream was seen to end without that.
    public boolean isCut() {
        return cut;
    }

    /// The last alert that came from the other side, but for that; `null` where none did.
    public Alerted received() {
        return received;
    }

    /// The last alert that this side sent; `null` where it sent none.
    public Alerted sent() {
        return sent;
    }

    /// The last plain handshake messages that came; `null` where none did.
    public String lastMessage() {
        return lastMessage;
    }

    /// How many records of the handshake came.
    public int recordsRead() {
        return recordsRead;
    }

    /// When the last of them came; -1 where none did.
    public long lastRead() {
        return lastRead;
    }
}
