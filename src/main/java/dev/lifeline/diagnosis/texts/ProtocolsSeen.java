package dev.lifeline.diagnosis.texts;

import dev.lifeline.analysis.life.ProtocolMatch;
import dev.lifeline.model.protocol.ProtocolSign;

/// The protocols that the first bytes of a connection show, as the texts of verdicts ask for them.
///
/// @param of the stage that they are about
record ProtocolsSeen(Circumstances of) {

    /// Tells whether a client's bytes that show no TLS were answered by a TLS alert.
    boolean tlsAnswered() {
        return of.hold(Condition.CLIENT) && !of.side().spokeTls() && ProtocolMatch.tlsAnswered(of.side());
    }

    /// Tells whether a client's TLS hello was answered in plain HTTP.
    boolean httpAnswered() {
        return of.hold(Condition.CLIENT) && ProtocolMatch.httpAnswered(of.side());
    }

    /// Tells whether a client's bytes of another protocol met the identification of SSH.
    boolean sshAnswered() {
        return of.hold(Condition.CLIENT) && ProtocolMatch.sshAnswered(of.side());
    }

    /// Tells whether a client's bytes of one protocol met the greeting or answer of a mail server or a database.
    boolean otherAnswered() {
        return of.hold(Condition.CLIENT) && !of.side().spokeTls() && ProtocolMatch.otherAnswered(of.side());
    }

    /// Tells whether the first bytes that a client read are the greeting or answer of a mail server or a database.
    boolean greeted() {
        return of.hold(Condition.CLIENT) && !of.side().spokeTls() && ProtocolMatch.greeted(of.side());
    }

    /// Tells whether the first bytes that a client read show this.
    boolean answered(ProtocolSign sign) {
        return of.hold(Condition.CLIENT) && of.side().heard() == sign;
    }

    /// Tells whether the first bytes that a server read show this.
    boolean called(ProtocolSign sign) {
        return of.hold(Condition.SERVER) && !of.side().spokeTls() && of.side().heard() == sign;
    }
}
