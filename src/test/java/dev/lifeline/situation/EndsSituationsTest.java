package dev.lifeline.situation;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ends of connections: resets, closes, and answers that do not come.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class EndsSituationsTest {

    private static final Situation MACHINE = Situation.in(Site.LOOPBACK);

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aResetOfTheCloseSaysNothingOfWhatWasBefore(Witness witness) throws Exception {
        MACHINE.peer("server", "127.0.0.1 80 5 accept after=60 reset").trace("connect 127.0.0.1:80").told(witness)
                .says("ECONNRESET", "reset").never("Everything before the close went through", "closed in order").exits(16);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void anEndWithoutAByteIsNoSilence(Witness witness) throws Exception {
        MACHINE.peer("server", "127.0.0.1 80 5 accept close").trace("connect 127.0.0.1:80 --wait 5s --width 120").told(witness)
                .says("closed ", "without a byte").never("nothing came", "answered").exits(0);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aRefusalThatCameFirstIsNoAnswer(Witness witness) throws Exception {
        Situation refused = MACHINE.peer("server", "127.0.0.1 80 5 accept 'write=421 full\\r\\n' close")
                .trace("connect 127.0.0.1:80 --send 'LOGIN me\\r\\n'");
        Told told = refused.told(witness);
        // A server that has to wait for a CPU within its close may get the client's FIN first: then both did close in order.
        for (int again = 0; again < 5 && told.has("the server holds TIME_WAIT"); again++) {
            told = refused.told(witness);
        }
        told.never("Both ends closed in order");
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = {"ALL", "NO_PACKETS"})
    void anAcknowledgementProvesTheWayThereOnly(Witness witness) throws Exception {
        silent().told(witness).says("all 3 bytes were acknowledged", "the way there worked then", "Nor that no answer was sent")
                .never("The way works", "What is missing is an answer").exits(16);
    }

    @Test
    void withoutALookNothingIsAcknowledged() throws Exception {
        silent().told(Witness.PORTABLE).never("acknowledged (", "The way works", "the way there worked").exits(16);
    }

    private static Situation silent() {
        return Situation.in(Site.CABLE).peer("server", "10.8.0.2 80 5 accept read=3 hold")
                .trace("connect 10.8.0.2:80 --send abc --read-timeout 700ms");
    }
}
