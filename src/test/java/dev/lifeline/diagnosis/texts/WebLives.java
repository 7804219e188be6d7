package dev.lifeline.diagnosis.texts;

import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.model.tls.TrustSource;
import java.util.ArrayList;
import java.util.List;

/// Connections that speak TLS and HTTP, written down by hand.
public final class WebLives {

    /// 1 May 2024, in milliseconds since 1970.
    public static final long MAY = 1_714_521_600_000L;
    /// The traces of a builder begin in 1970.
    public static final long YEAR = 31_536_000_000L;

    private static final ErrorCode[] CODES = {ErrorCode.CERT_EXPIRED, ErrorCode.CERT_NOT_YET_VALID, ErrorCode.CERT_SELF_SIGNED,
        ErrorCode.CERT_UNKNOWN_ISSUER, ErrorCode.CERT_WRONG_HOST, ErrorCode.CERT_INVALID, ErrorCode.TLS_VERSION, ErrorCode.TLS_NO_CIPHER,
        ErrorCode.TLS_NO_GROUP, ErrorCode.TLS_ALPN, ErrorCode.TLS_SNI, ErrorCode.TLS_CLIENT_CERT, ErrorCode.TLS_PLAINTEXT,
        ErrorCode.TLS_ALERT, ErrorCode.TLS_BROKEN, ErrorCode.TLS_TOO_LARGE, ErrorCode.HTTP_MALFORMED, ErrorCode.HTTP_TOO_LARGE, ErrorCode.HTTP_VERSION, ErrorCode.TUNNEL_REFUSED, ErrorCode.EOF,
        ErrorCode.ECONNRESET, ErrorCode.EPIPE, ErrorCode.TIMEOUT};
    private static final Stage[] STAGES = {Stage.TLS, Stage.REQUEST, Stage.FIRST_BYTE, Stage.HANDLER, Stage.RESPONSE, Stage.IDLE, Stage.PROTOCOL};

    private WebLives() {
    }

    /// A client of a web server that is not watched.
    public static TraceBuilder client(Scheme scheme) {
        return TraceBuilder.client("web.example:8443").scheme(scheme).connected(new Endpoint("192.0.2.7", 40000), new Endpoint("192.0.2.9", 8443));
    }

    /// A server of clients that are not watched.
    public static TraceBuilder server(Scheme scheme) {
        return new TraceBuilder(Mode.SERVER, "192.0.2.9:8443").scheme(scheme).accepted();
    }

    /// The handshake up to its last plain message.
    public static TraceBuilder greeted(TraceBuilder trace, Lane lane) {
        return trace.event(lane, 1, 0, new TlsEvent.HelloSeen(lane == Lane.CLIENT, "web.example", List.of("TLSv1.3", "TLSv1.2"), List.of("http/1.1"), 4))
                .event(lane, 1, 0, new TlsEvent.RecordSeen(false, 22, 0x0303, 90, lane == Lane.CLIENT ? "ServerHello" : "ClientHello"));
    }

    /// A certificate that was shown.
    public static TlsEvent.CertificateShown certificate(long from, long until, String... names) {
        return new TlsEvent.CertificateShown(0, "CN=web.example", "CN=Own CA", List.of(names), from, until, "EC 256", false);
    }

    /// A handshake that was completed.
    public static TraceBuilder secured(TraceBuilder trace, Lane lane, boolean resumed, TrustSource trust) {
        return greeted(trace.started(lane, 1, 0, Stage.TLS, null, null), lane)
                .event(lane, 1, 0, certificate(0, YEAR, "web.example")).event(lane, 1, 0, new TlsEvent.Verified(trust, null, null))
                .finished(lane, 1, 0, Stage.TLS, new Outcome.Secured("TLSv1.3", "TLS_AES_128_GCM_SHA256", "http/1.1", "web.example", resumed,
                        3_000_000, 2_000_000));
    }

    /// A request that has been written, or read.
    public static TraceBuilder asked(TraceBuilder trace, Lane lane) {
        return trace.started(lane, 1, 0, Stage.REQUEST, null, null).event(lane, 1, 0, new HttpEvent.RequestLine("GET", "/hello?a=1", "HTTP/1.1"))
                .event(lane, 1, 0, new HttpEvent.HeadEnded(2, 78))
                .event(lane, 1, 0, lane == Lane.CLIENT ? new StreamEvent.ChunkWritten(78, 78) : new StreamEvent.ChunkRead(new Bytes(78, "", true)))
                .finished(lane, 1, 0, Stage.REQUEST, new Outcome.Requested("GET", "/hello?a=1", 78));
    }

    /// A request whose head is whole, and 5 of the 1000 bytes of its body.
    public static TraceBuilder uploading(TraceBuilder trace, Lane lane) {
        return trace.event(lane, 1, 0, new StreamEvent.ChunkRead(new Bytes(83, "POST", true))).started(lane, 1, 0, Stage.REQUEST, null, null)
                .event(lane, 1, 0, new HttpEvent.RequestLine("POST", "/echo", "HTTP/1.1")).event(lane, 1, 0, new HttpEvent.HeadEnded(2, 78))
                .event(lane, 1, 0, new HttpEvent.BodyBegan(BodyFraming.LENGTH, 1000));
    }

    /// The head of a response of 100 bytes, and its first bytes.
    ///
    /// @param read how many of head and body came
    /// @param announced by its Content-Length; -1 for chunked
    public static TraceBuilder begun(TraceBuilder trace, Lane lane, int status, long read, long announced) {
        TraceBuilder all = trace;
        if (lane == Lane.CLIENT) {
            Bytes bytes = new Bytes(read, "HTTP/1.1 200", true);
            all = all.started(lane, 1, 0, Stage.FIRST_BYTE, null, null).event(lane, 1, 0, new StreamEvent.ChunkRead(bytes))
                    .finished(lane, 1, 0, Stage.FIRST_BYTE, new Outcome.Moved(bytes, 1, Ending.COMPLETE));
        } else {
            all = all.done(lane, Stage.HANDLER, new Outcome.Handled(1000, null));
        }
        BodyFraming framing = announced < 0 ? BodyFraming.CHUNKED : BodyFraming.LENGTH;
        return all.started(lane, 1, 0, Stage.RESPONSE, null, null).event(lane, 1, 0, new HttpEvent.StatusLine(status, "OK", "HTTP/1.1"))
                .event(lane, 1, 0, new HttpEvent.HeadEnded(3, 100)).event(lane, 1, 0, new HttpEvent.BodyBegan(framing, announced));
    }

    /// A response that is whole.
    public static TraceBuilder answered(TraceBuilder trace, Lane lane, int status) {
        return begun(trace, lane, status, 106, 6).event(lane, 1, 0, new HttpEvent.BodyEnded(6))
                .finished(lane, 1, 0, Stage.RESPONSE, new Outcome.Responded(status, "OK", BodyFraming.LENGTH, 100, 6, true));
    }

    /// A response that ends with the connection.
    ///
    /// @param end what TLS said of that end, or `null`
    public static TraceBuilder untilClose(TraceBuilder trace, Lane lane, TlsEvent end) {
        TraceBuilder all = begun(trace, lane, 200, 106, -1).event(lane, 1, 0, new HttpEvent.BodyEnded(6));
        return (end == null ? all : all.event(lane, 1, 0, end))
                .finished(lane, 1, 0, Stage.RESPONSE, new Outcome.Responded(200, "OK", BodyFraming.UNTIL_CLOSE, 100, 6, false));
    }

    /// All that conditions about TLS and HTTP ask for, in every mixture that a section can tell apart.
    public static List<Trace> all() {
        List<Trace> all = new ArrayList<>();
        for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
            for (Stage stage : STAGES) {
                for (ErrorCode code : CODES) {
                    failures(all, lane, stage, code);
                }
            }
        }
        for (ErrorCode code : CODES) {
            all.add(uploading(server(Scheme.HTTPS), Lane.SERVER).failed(Lane.SERVER, 1, 0, Stage.REQUEST, code, TraceBuilder.SERVER_END, TraceBuilder.CLIENT_END)
                    .build());
        }
        TraceBuilder other = greeted(client(Scheme.HTTPS), Lane.CLIENT).event(Lane.CLIENT, 1, 0, new TlsEvent.Alerted(false, 2, 80));
        all.add(failing(other, Lane.CLIENT, Stage.TLS, ErrorCode.TLS_ALERT).build());
        return all;
    }

    /// Those of which no stage failed.
    public static List<Trace> ended() {
        List<Trace> all = new ArrayList<>();
        all.add(TraceBuilder.client("web.example:443").event(Lane.CLIENT, 0, 0, new TlsEvent.Verified(TrustSource.NONE, null, null)).build());
        for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
            for (boolean resumed : new boolean[] {false, true}) {
                for (TrustSource trust : new TrustSource[] {TrustSource.FILE, TrustSource.NONE}) {
                    all.add(secured(begin(lane), lane, resumed, trust).build());
                    all.add(secured(begin(lane), lane, resumed, trust).reads(lane, "x").build());
                    all.add(answered(asked(secured(begin(lane), lane, resumed, trust), lane), lane, 200).build());
                }
            }
            all.add(begin(lane).event(lane, 1, 0, new TlsEvent.Verified(TrustSource.NONE, null, null)).build());
            all.add(answered(asked(begin(lane), lane), lane, 404).closed(lane, CloseKind.ORDERLY, 106, 78).build());
            for (TlsEvent end : new TlsEvent[] {null, new TlsEvent.Alerted(false, 1, 0), new TlsEvent.Cut(0)}) {
                all.add(untilClose(asked(secured(begin(lane), lane, false, TrustSource.FILE), lane), lane, end).build());
                all.add(untilClose(asked(begin(lane), lane), lane, end).build());
            }
            all.add(answered(asked(secured(begin(lane), lane, false, TrustSource.FILE), lane), lane, 200).event(lane, 1, 0, new TlsEvent.Cut(0)).build());
            all.add(asked(answered(asked(begin(lane), lane), lane, 200), lane).build());
            all.add(answered(asked(answered(asked(begin(lane), lane), lane, 200), lane), lane, 200).build());
        }
        return all;
    }

    /// A client's connection with all facts that texts ask for: of TLS, of a whole answer, and of a second one that broke off.
    public static TraceBuilder full(TraceBuilder trace) {
        TraceBuilder secured = secured(trace.scheme(Scheme.HTTPS), Lane.CLIENT, false, TrustSource.FILE)
                .event(Lane.CLIENT, 1, 0, new TlsEvent.Alerted(false, 2, 40));
        return begun(asked(answered(asked(secured, Lane.CLIENT), Lane.CLIENT, 200), Lane.CLIENT), Lane.CLIENT, 200, 612, 2048)
                .event(Lane.CLIENT, 1, 0, new HttpEvent.Malformed(17, "a space", "\"x\""));
    }

    private static TraceBuilder begin(Lane lane) {
        return lane == Lane.CLIENT ? client(Scheme.HTTPS) : server(Scheme.HTTPS);
    }

    private static void failures(List<Trace> all, Lane lane, Stage stage, ErrorCode code) {
        TraceBuilder seen = greeted(begin(lane), lane).event(lane, 1, 0, certificate(0, YEAR, "a.example"))
                .event(lane, 1, 0, new TlsEvent.Alerted(false, 2, 40));
        List<TraceBuilder> before = List.of(begin(lane), seen, answered(asked(begin(lane), lane), lane, 200),
                asked(answered(asked(begin(lane), lane), lane, 200), lane), begun(asked(begin(lane), lane), lane, 200, 612, 2048),
                begun(asked(begin(lane), lane), lane, 200, 612, 2048).event(lane, 1, 0, new TlsEvent.Cut(0)),
                begun(asked(begin(lane), lane), lane, 200, 612, -1),
                asked(begin(lane), lane).event(lane, 1, 0, new HttpEvent.Malformed(17, "a space", "\"x\"")));
        for (TraceBuilder each : before) {
            all.add(failing(each, lane, stage, code).build());
        }
    }

    /// A stage that fails: the one that has begun, or a new one.
    public static TraceBuilder failing(TraceBuilder trace, Lane lane, Stage stage, ErrorCode code) {
        Endpoint local = lane == Lane.CLIENT ? new Endpoint("192.0.2.7", 40000) : TraceBuilder.SERVER_END;
        Endpoint remote = lane == Lane.CLIENT ? new Endpoint("192.0.2.9", 8443) : TraceBuilder.CLIENT_END;
        return trace.fails(lane, 1, 0, stage, code, local, remote);
    }
}
