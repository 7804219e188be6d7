package dev.lifeline.analysis.life;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.model.Lane;
import dev.lifeline.model.protocol.ProtocolSign;

/// The protocols that the first bytes of both directions show, held against each other.
public final class ProtocolMatch {

    private ProtocolMatch() {
    }

    /// The protocol that one side spoke and the other did not expect; `null` where the bytes show no such thing.
    static Life.Protocol of(Lane lane, ConnectionSide side) {
        if (side.spokeTls()) {
            return null;
        }
        if (lane == Lane.SERVER) {
            return side.heard() == ProtocolSign.TLS_HELLO ? Life.Protocol.TLS_CALLED
                    : side.heard() == ProtocolSign.SSH ? Life.Protocol.SSH_CALLED : null;
        }
        return tlsAnswered(side) ? Life.Protocol.TLS_ANSWERED
                : httpAnswered(side) ? Life.Protocol.HTTP_ANSWERED
                : side.heard() == ProtocolSign.HTTPS_WANTED ? Life.Protocol.HTTPS_WANTED
                : sshAnswered(side) ? Life.Protocol.SSH_ANSWERED : otherAnswered(side) ? other(side.heard()) : null;
    }

    private static Life.Protocol other(ProtocolSign heard) {
        return switch (heard) {
            case SMTP -> Life.Protocol.SMTP_ANSWERED;
            case POSTGRESQL -> Life.Protocol.POSTGRESQL_ANSWERED;
            case REDIS -> Life.Protocol.REDIS_ANSWERED;
            case MYSQL -> Life.Protocol.MYSQL_ANSWERED;
            case TLS_HELLO, TLS_ALERT, HTTP_REQUEST, HTTP_ANSWER, HTTPS_WANTED, SSH -> null;
        };
    }

    /// Says if a client's bytes of one protocol met the greeting or the answer of a mail server or a database.
    public static boolean otherAnswered(ConnectionSide client) {
        return client.heard() != null && other(client.heard()) != null && client.said() != null && client.said() != client.heard();
    }

    /// Says if the first bytes that a client read are the greeting or the answer of a mail server or a database, and what it sent is not
    /// known to be of another protocol.
    public static boolean greeted(ConnectionSide client) {
        return client.heard() != null && other(client.heard()) != null && (client.said() == null || client.said() == client.heard());
    }

    /// Says if a client's bytes that show no TLS were answered by a TLS alert.
    public static boolean tlsAnswered(ConnectionSide client) {
        return client.written() > 0 && client.heard() == ProtocolSign.TLS_ALERT && client.said() != ProtocolSign.TLS_HELLO;
    }

    /// Says if a client's TLS hello was answered in plain HTTP.
    public static boolean httpAnswered(ConnectionSide client) {
        return client.said() == ProtocolSign.TLS_HELLO
                && (client.heard() == ProtocolSign.HTTP_ANSWER || client.heard() == ProtocolSign.HTTPS_WANTED);
    }

    /// Says if a client's bytes of another protocol met the identification of SSH.
    public static boolean sshAnswered(ConnectionSide client) {
        return client.heard() == ProtocolSign.SSH && client.said() != null && client.said() != ProtocolSign.SSH;
    }
}
