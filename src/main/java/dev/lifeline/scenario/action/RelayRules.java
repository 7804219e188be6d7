package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;

/// Ways of a relay: what it does with what it passes on.
///
/// @param delayUp time that bytes, the end of the stream and a reset are kept on the way to the target, nanoseconds
/// @param delayDown the same on the way back
/// @param halfClose whether one direction may end and the other go on; without, the end of one ends both
/// @param connectsLate whether it connects onward with the first byte, and not with the accept
/// @param connectTimeout time that its own connect may take, nanoseconds
/// @param resetsOnFailure whether a client whose way on cannot be connected gets a reset, and not an end of stream
/// @param proxyProtocol version of the PROXY protocol by which it tells its target whom it stands for; 0 for none
public record RelayRules(long delayUp, long delayDown, boolean halfClose, boolean connectsLate, long connectTimeout,
                         boolean resetsOnFailure, int proxyProtocol) {

    /// Tells whether it passes on what comes at once and does nothing else.
    public boolean arePlain() {
        return delayUp == 0 && delayDown == 0 && halfClose && !connectsLate && proxyProtocol == 0;
    }

    static RelayRules of(Args given) {
        long delay = given.number("delay");
        String version = given.text("proxy-protocol");
        return new RelayRules(given.number("delay-up", delay), given.number("delay-down", delay), given.flag("half-close"),
                given.text("connect").equals("at-first-byte"), given.number("connect-timeout"),
                given.text("on-failure").equals("reset"), version == null ? 0 : version.charAt(1) - '0');
    }

    static Parameter[] parameters() {
        return new Parameter[] {
            optional("delay", ValueType.TIME, "how long it keeps what it passes on: bytes, ends of streams and resets, in order, "
                    + "each way").otherwise("0"),
            optional("delay-up", ValueType.TIME, "the same on the way to its target alone"),
            optional("delay-down", ValueType.TIME, "the same on the way back alone"),
            optional("half-close", ValueType.FLAG, "whether one direction may end and the other go on; without, the end of one "
                    + "ends both, as with many proxies").otherwise("true"),
            optional("connect", ValueType.WORD, "when it connects to its target").of("at-accept", "at-first-byte")
                    .otherwise("at-accept"),
            optional("connect-timeout", ValueType.TIME, "after so long its own connect has failed").otherwise("2s"),
            optional("on-failure", ValueType.WORD, "what its client gets where it cannot connect to its target: the end of the "
                    + "stream (what the client still sends is thrown away), or a reset").of("end", "reset").otherwise("end"),
            optional("proxy-protocol", ValueType.WORD, "the PROXY protocol: its first bytes to the target name client and relay")
                    .of("v1", "v2")
        };
    }
}
