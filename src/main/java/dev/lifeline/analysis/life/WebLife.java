package dev.lifeline.analysis.life;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.StreamPackets;
import dev.lifeline.analysis.web.TlsFacts;
import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent.Alerted;
import dev.lifeline.model.event.TlsEvent.CertificateShown;
import java.util.ArrayList;
import java.util.List;

/// The life of a connection that spoke TLS or HTTP.
final class WebLife {

    private static final long MILLION = 1_000_000;

    private WebLife() {
    }

    /// The life of one of which no stage failed; `null` where it spoke neither, or TCP alone tells it.
    static Life ended(LifeFacts facts) {
        List<ExchangeFacts> exchanges = facts.exchanges();
        if (!exchanges.isEmpty() && exchanges.getLast().responded() != null) {
            return responded(facts, exchanges);
        }
        ConnectionSide side = facts.side();
        return exchanges.isEmpty() && facts.lane() == Lane.CLIENT && side.read() == 0 && side.outcome(Stage.TLS) instanceof Outcome.Secured secured
                && !side.passed(Stage.FIRST_BYTE)
                ? new Life.Secured(secured.version(), facts.tls().unchecked(), side.written(), EndedLife.end(facts)) : null;
    }

    private static Life responded(LifeFacts facts, List<ExchangeFacts> exchanges) {
        List<Integer> statuses = new ArrayList<>();
        for (ExchangeFacts each : exchanges) {
            if (each.responded() != null) {
                statuses.add(each.responded().status());
            }
        }
        boolean server = facts.lane() == Lane.SERVER;
        StreamPackets wire = exchanges.size() > 1 || facts.side().outcome(Stage.TLS) != null || server ? null : facts.wire();
        long after = server ? -1 : wire == null ? facts.waited(exchanges.getLast().span(Stage.FIRST_BYTE))
                : wire.askedAt() < 0 || wire.dataAt(Lane.SERVER) <= wire.askedAt()
                        || facts.index().timeline().held(wire.askedAt(), wire.dataAt(Lane.SERVER)) ? -1 : wire.dataAt(Lane.SERVER) - wire.askedAt();
        return new Life.Responded(server, statuses, exchanges.getLast().location(), after, wire != null, EndedLife.end(facts));
    }

    /// The life of one of which a stage failed; `null` where TCP alone tells it.
    static Life failed(LifeFacts facts, Span failed, ErrorCode code) {
        return switch (code) {
            case CERT_EXPIRED, CERT_NOT_YET_VALID, CERT_SELF_SIGNED, CERT_UNKNOWN_ISSUER, CERT_WRONG_HOST, CERT_INVALID, TLS_VERSION,
                 TLS_NO_CIPHER, TLS_NO_GROUP, TLS_ALPN, TLS_SNI, TLS_CLIENT_CERT, TLS_PLAINTEXT, TLS_ALERT, TLS_BROKEN, TLS_TOO_LARGE ->
                unsecured(facts, failed, code);
            case HTTP_MALFORMED, HTTP_TOO_LARGE, HTTP_VERSION, TUNNEL_REFUSED -> broken(facts, code);
            case EOF, ECONNRESET, EPIPE, TIMEOUT -> failed.stage() == Stage.TLS ? unsecured(facts, failed, code) : cut(facts, failed, code);
            default -> null;
        };
    }

    private static Life unsecured(LifeFacts facts, Span failed, ErrorCode code) {
        TlsFacts tls = facts.tls();
        Alerted alert = tls.received() == null ? tls.sent() : tls.received();
        boolean alerted = tls.received() != null;
        return new Life.Unsecured(code, certificate(facts, failed, code), alerted ? alert.number() : -1,
                facts.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT, tls.lastMessage(), tls.recordsRead(), facts.waited(failed));
    }

    private static CertificateShown certificate(LifeFacts facts, Span failed, ErrorCode code) {
        TlsFacts tls = facts.tls();
        return switch (code) {
            case CERT_EXPIRED, CERT_NOT_YET_VALID -> tls.untimely(facts.index().header().origin().toEpochMilli() + failed.end() / MILLION);
            case CERT_SELF_SIGNED, CERT_UNKNOWN_ISSUER, CERT_WRONG_HOST, CERT_INVALID -> tls.chain().isEmpty() ? null : tls.chain().getFirst();
            default -> null;
        };
    }

    private static Life broken(LifeFacts facts, ErrorCode code) {
        ExchangeFacts last = facts.exchanges().isEmpty() ? null : facts.exchanges().getLast();
        return new Life.Broken(code, facts.lane() == Lane.SERVER, last != null && last.headWhole(facts.lane() == Lane.SERVER), -1, -1,
                last == null || last.malformed() == null ? -1 : last.malformed().offset());
    }

    /// The connection ended, or nothing more came, in the middle of an exchange.
    private static Life cut(LifeFacts facts, Span failed, ErrorCode code) {
        ExchangeFacts last = facts.exchanges().isEmpty() ? null : facts.exchanges().getLast();
        if (last == null) {
            return null;
        } else if (failed.stage() == Stage.IDLE && facts.lane() == Lane.CLIENT && last.responded() != null && code != ErrorCode.TIMEOUT) {
            return new Life.Retired(last.number() + 1, true, code != ErrorCode.EOF);
        }
        boolean answering = failed.stage() == Stage.RESPONSE || failed.stage() == Stage.PROTOCOL;
        boolean asking = failed.stage() == Stage.REQUEST || failed.stage() == Stage.FIRST_BYTE;
        if (code == ErrorCode.EOF && (facts.lane() == Lane.CLIENT ? answering : failed.stage() == Stage.REQUEST)) {
            return new Life.Broken(code, facts.lane() == Lane.SERVER, last.headWhole(facts.lane() == Lane.SERVER),
                    facts.index().web().cameOf(facts.lane(), facts.connection(), last), last.body() == null ? -1 : last.body().length(), -1);
        }
        return facts.lane() == Lane.CLIENT && asking && last.number() > 1 && code != ErrorCode.TIMEOUT
                ? new Life.Retired(last.number(), false, code != ErrorCode.EOF) : null;
    }
}
