package dev.lifeline.situation;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Accept queues of other programs: who waits in which, until when that was seen, and what a slow answer proves.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class QueueSituationsTest {

    private static final Situation MACHINE = Situation.in(Site.LOOPBACK);

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aSlowAcceptIsToldAsSlow(Witness witness) throws Exception {
        Told told = MACHINE.peer("server", "127.0.0.1 80 5 after=6000 accept read=2 write=late close")
                .trace("connect 127.0.0.1:80 --send hi --width 160").told(witness)
                .says("answered after", "slow at", "first byte: ")
                .never("until the end", "What is missing is an answer", "waiting for accept: the queue is full").exits(0);
        if (witness == Witness.PORTABLE) {
            told.says("What took the time").never("accept queue", "no program had accepted");
        } else {
            // What shows first that it was accepted: its answer, or a look that falls between the accept and the answer.
            told.says("not accepted when last seen", "no program had accepted it; by", " one had", "Which part of the");
        }
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = "PORTABLE", mode = EnumSource.Mode.EXCLUDE)
    void theQueueIsThatOfTheListenerThatTakesTheConnection(Witness witness) throws Exception {
        Situation crowded = MACHINE.peer("server", "::1 80 1 hold").with("exec 7<>/dev/tcp/::1/80 8<>/dev/tcp/::1/80");
        crowded.peer("server", "127.0.0.1 80 7 hold").trace("connect 127.0.0.1:80 --send x --read-timeout 700ms").told(witness)
                .says("depth 1 of 7", "1 of 7 waiting").never("of 1 ", "full").exits(16);
        MACHINE.peer("server", "0.0.0.0 80 1 hold").with("exec 7<>/dev/tcp/127.0.0.2/80 8<>/dev/tcp/127.0.0.2/80")
                .trace("connect 127.0.0.1:80 --timeout 1500ms").told(witness)
                .says("accept queue of", "was full: 2 waiting, and its limit is 1").exits(13);
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = "PORTABLE", mode = EnumSource.Mode.EXCLUDE)
    void ofSeveralListenersAtOnePortItIsNotKnownWhichTakesIt(Witness witness) throws Exception {
        MACHINE.peer("server", "127.0.0.1 80 3 share hold").peer("server", "127.0.0.1 80 4 share hold")
                .trace("connect 127.0.0.1:80 --send x --read-timeout 700ms").told(witness)
                .says("no program had accepted it").says("one of 2 listeners at this port").never("Its accept queue held", "depth", "queue is full").exits(16);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void whoNeverAcceptedIsSaidUntilTheLastLook(Witness witness) throws Exception {
        Told told = MACHINE.peer("server", "127.0.0.1 80 5 hold").trace("connect 127.0.0.1:80 --send x --read-timeout 700ms --width 160")
                .told(witness).never("until the end", "no program has accepted", "no program has taken", "answered after").exits(16);
        if (witness != Witness.PORTABLE) {
            told.says("When last looked at, the server's kernel had the connection and no program had accepted it");
        }
    }
}
