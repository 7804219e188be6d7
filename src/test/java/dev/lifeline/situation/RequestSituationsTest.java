package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Was the request read? Said of real servers that end a connection without telling.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class RequestSituationsTest {

    private static final String OPEN = "That the request was processed, or that it was not";
    private static final String NOBODY = "Surely not read";

    private static Situation server(String words) {
        return Situation.in(Site.LOOPBACK).peer("server", "127.0.0.1 80 5 accept " + words)
                .trace("connect 127.0.0.1:80 --send abcde --view plain");
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aServerThatReadsAndResets(Witness witness) throws Exception {
        Told told = server("read=5 reset").told(witness).says(OPEN).never(NOBODY).exits(16);
        if (witness == Witness.PORTABLE) {
            told.never("acknowledged");
        } else if (witness == Witness.ALL) {
            // Where the last look came before the server's read, it is told what it saw then.
            told.says(told.has("lay unread there") ? "all 5 bytes were acknowledged, and 5 bytes lay unread there when last seen"
                    : "all 5 bytes were acknowledged, so a program may have read them before the end");
        }
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aServerThatAnswersLeavesNoSuchQuestion(Witness witness) throws Exception {
        server("read=5 write=yes close").told(witness).says("answered").never(OPEN, NOBODY, "spoke first").exits(0);
    }

    /// The client's bytes come after the server's close as a rule, not always; and a server that has to wait for a CPU between the two
    /// halves of its close, first its FIN, may get the client's FIN before the second and never reset. What is said fits in each case.
    @Test
    void aServerThatSpeaksAndCloses() throws Exception {
        for (int i = 0; i < 3; i++) {
            Told told = server("write=421 close").told(Witness.ALL);
            if (told.has(NOBODY)) {
                told.says("were never acknowledged, and a bare RST answered them").never(OPEN, "Both ends closed in order");
            } else if (told.has("the server holds TIME_WAIT")) {
                told.says("acknowledgements are its kernel's, not its own").never(NOBODY, " RST");
            } else {
                told.says(OPEN).never("Both ends closed in order");
            }
        }
    }
}
