package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers that misbehave in different ways have different headlines, and as the evidence gets less they say less. The exit code of one
/// that is silent, or closes at once, depends on whether an answer was asked for.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class LivesSituationsTest {

    private static final Situation MACHINE = Situation.in(Site.LOOPBACK);

    private static Told met(Witness witness, String server, String command) throws Exception {
        return MACHINE.peer("server", "127.0.0.1 80 5 " + server).trace("connect 127.0.0.1:80 --width 160 " + command).told(witness);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void oneThatClosesAtOnceIsNotOneThatHangs(Witness witness) throws Exception {
        met(witness, "accept close", "--wait 3s").says("127.0.0.1:80 closed", ", without a byte").never("open and silent").exits(0);
        met(witness, "accept hold", "--wait 1s").saysLike("127.0.0.1:80 open and silent:.* in 1[0-9.]* s").never("without a byte").exits(0);
        met(witness, "hold", "").saysLike("127.0.0.1:80 connected.*nothing asked: nothing came in 1[0-9.]* s").exits(0);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void silenceIsAFailureOnlyWhereAnAnswerWasAskedFor(Witness witness) throws Exception {
        met(witness, "accept read=2 hold", "--send hi --read-timeout 1s").saysLike("open and silent: no answer in 1[0-9.]* s").exits(16);
        met(witness, "accept read=2 hold", "--send hi --wait 1s").saysLike("open and silent: no answer in 1[0-9.]* s").exits(0);
        met(witness, "accept read=2 hold", "--expect x --read-timeout 1s").saysLike("not what was expected: nothing came in 1[0-9.]* s").exits(20);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aResetSaysAsMuchAsWasSeen(Witness witness) throws Exception {
        Told asked = met(witness, "accept read=2 after=200 reset", "--send hi").says("ECONNRESET").exits(16);
        Told answered = met(witness, "accept read=2 write=yes after=200 reset", "--send hi --quiet 2s").says("ECONNRESET").exits(16);
        if (witness == Witness.ALL) {
            asked.saysLike("reset by the server [0-9.]+ s after the request");
            answered.says("reset by the server after 3 of its bytes");
        } else {
            asked.says("127.0.0.1:80 reset while the first byte was awaited").never("reset by the server");
            answered.says("127.0.0.1:80 reset after 3 bytes");
        }
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void anAnswerHasTheTimeOfItsPackets(Witness witness) throws Exception {
        Told quick = quick(witness).never("slow at").exits(0);
        Told slow = met(witness, "accept read=2 after=1500 write=yes close", "--send hi").saysLike("slow at first byte: [1-9][0-9.]* ").exits(0);
        slow.saysLike("127.0.0.1:80 answered after [1-9][0-9.]* s, closed in order");
        if (witness == Witness.ALL) {
            quick.says("127.0.0.1:80 answered ", "s after the request, closed in order");
            slow.says("The request was acknowledged after").saysLike("; the answer came after [1-9]");
        } else {
            quick.says("127.0.0.1:80 answered, closed in order");
            slow.never("acknowledged after");
        }
    }

    /// A server that answers at once; where the machine had no time for it, and the trace rightly says that it was slow, another one.
    private static Told quick(Witness witness) throws Exception {
        Told told = met(witness, "accept read=2 write=yes close", "--send hi");
        for (int again = 0; again < 4 && told.has("slow at"); again++) {
            told = met(witness, "accept read=2 write=yes close", "--send hi");
        }
        return told;
    }

    @Test
    void nobodyListensIsSaidWhereTheTableShowedIt() throws Exception {
        MACHINE.trace("connect 127.0.0.1:80").told(Witness.ALL).says("127.0.0.1:80 refused ", " after the SYN: nobody listens (ECONNREFUSED)").exits(13);
        MACHINE.trace("connect 127.0.0.1:80").told(Witness.NO_PACKETS).says("127.0.0.1:80 refused: nobody listens (ECONNREFUSED)").exits(13);
        MACHINE.trace("connect 127.0.0.1:80").told(Witness.PORTABLE).says("127.0.0.1:80 refused (ECONNREFUSED)").never("nobody listens").exits(13);
    }
}
