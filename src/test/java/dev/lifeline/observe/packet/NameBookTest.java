package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.wire.Packets;
import dev.lifeline.linux.wire.PacketDecoder;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.names.SearchList;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which messages of name servers are a look-up's own.
class NameBookTest {

    private static final String OWN = "10.0.0.1";
    private static final String SERVER = "10.0.0.53";

    private final List<String> told = new ArrayList<>();
    private final NameBook book = new NameBook(new SearchList("db", List.of("corp.test")), this::found);
    private long sequence;

    private void found(long at, Evidence evidence, int connection, int attempt, EventBody body) {
        told.add(connection + " " + switch (body) {
            case PacketEvent.QuestionSeen asked -> "? " + asked.name() + " " + asked.type() + " to " + asked.flow().remote()
                    + (asked.again() ? " again" : "");
            case PacketEvent.ReplySeen reply -> "! " + reply.name() + " " + reply.code() + " " + reply.addresses();
            case PacketEvent.QuestionRefused refused -> "x " + refused.meaning() + " from " + refused.offender();
            case KernelEvent.EvidenceLost lost -> "lost " + lost.count();
            default -> throw new AssertionError(body);
        });
    }

    @Test
    void aQuestionItsRetryAndItsAnswer() {
        begins(1, 10).asked(11, 40000, 7, "db.corp.test").asked(12, 40000, 8, "db").asked(13, 40000, 8, "db")
                .answered(14, 40000, 8, "db", 0x8180, 2).ends(1, 15);
        assertEquals(List.of("1 ? db.corp.test 1 to 10.0.0.53:53", "1 ? db 1 to 10.0.0.53:53", "1 ? db 1 to 10.0.0.53:53 again",
                "1 ! db 0 2"), told);
        assertFalse(book.endedBefore(15_000));
        assertTrue(book.endedBefore(15_001));
    }

    @Test
    void whatNoLookUpAskedIsNotTold() {
        asked(5, 40000, 1, "db");
        begins(1, 10).asked(11, 40000, 1, "db.example.com").asked(11, 40000, 1, "other").answered(12, 40000, 1, "db", 0x8180, 1)
                .asked(12, 40000, 2, "db").answered(13, 40001, 2, "db", 0x8180, 1).answered(13, 40000, 3, "db", 0x8180, 1)
                .ends(1, 14).asked(15, 40000, 9, "db");
        assertEquals(List.of("1 ? db 1 to 10.0.0.53:53"), told);
    }

    @Test
    void anAnswerAfterTheEndOfTheLookUpIsTold() {
        begins(1, 10).asked(11, 40000, 1, "db").ends(1, 12).answered(20, 40000, 1, "db", 0x8183, 0);
        assertEquals(List.of("1 ? db 1 to 10.0.0.53:53", "1 ! db 3 0"), told);
    }

    @Test
    void ofSeveralLookUpsAtOnceNothingTellsWhose() {
        begins(1, 10).begins(2, 10).asked(11, 40000, 1, "db").ends(1, 12).asked(13, 40000, 2, "db");
        assertEquals(List.of("0 ? db 1 to 10.0.0.53:53", "2 ? db 1 to 10.0.0.53:53"), told);
    }

    @Test
    void aPacketOnAnotherInterfaceIsTheSame() {
        begins(1, 10).asked(11, 40000, 1, "db").seen(11, 2, question(40000, 1, "db"))
                .answered(12, 40000, 1, "db", 0x8182, 0).seen(12, 2, answer(40000, 1, "db", 0x8182, 0));
        assertEquals(List.of("1 ? db 1 to 10.0.0.53:53", "1 ! db 2 0"), told);
    }

    @Test
    void anErrorAboutAQuestionIsToldAndAboutAnythingElseNot() {
        begins(1, 10).asked(11, 40000, 1, "db").seen(12, 1, Packets.icmp(SERVER, OWN, 3, 3, question(40000, 1, "db")))
                .seen(12, 1, Packets.icmp(SERVER, OWN, 3, 3, question(40001, 1, "db")));
        assertEquals(List.of("1 ? db 1 to 10.0.0.53:53", "1 x port unreachable from 10.0.0.53"), told);
    }

    @Test
    void memoryIsBoundedAndWhatIsLeftOutIsCounted() {
        begins(1, 10);
        for (int i = 0; i < 1100; i++) {
            asked(11, 40000, i, "db");
        }
        book.finish(12);
        assertEquals(1025, told.size());
        assertEquals("0 lost 76", told.getLast());
    }

    @Test
    void withoutANameNothingIsTold() {
        NameBook none = new NameBook((SearchList) null, this::found);
        none.told(new TraceEvent(0, 10, Lane.CLIENT, Evidence.APPLICATION, 1, 0, new StageEvent.Started(Stage.LOOKUP, null, null)));
        byte[] packet = question(40000, 1, "db");
        none.seen(PacketDecoder.decode(ByteBuffer.wrap(packet), packet.length), sighting(11, 1, packet));
        assertEquals(List.of(), told);
    }

    private NameBookTest begins(int connection, long micros) {
        return told(connection, micros, new StageEvent.Started(Stage.LOOKUP, null, null));
    }

    private NameBookTest ends(int connection, long micros) {
        return told(connection, micros, new StageEvent.Failed(Stage.LOOKUP, 0, new Failure(ErrorCode.EAI_AGAIN, Operation.GETADDRINFO,
                null, null, null)));
    }

    private NameBookTest told(int connection, long micros, EventBody body) {
        book.told(new TraceEvent(sequence++, micros * 1000, Lane.CLIENT, Evidence.APPLICATION, connection, 0, body));
        return this;
    }

    private NameBookTest asked(long micros, int port, int id, String name) {
        return seen(micros, 1, question(port, id, name));
    }

    private NameBookTest answered(long micros, int port, int id, String name, int flags, int addresses) {
        return seen(micros, 1, answer(port, id, name, flags, addresses));
    }

    private NameBookTest seen(long micros, int device, byte[] packet) {
        book.seen(PacketDecoder.decode(ByteBuffer.wrap(packet), packet.length), sighting(micros, device, packet));
        return this;
    }

    private static byte[] question(int port, int id, String name) {
        return Packets.udp(OWN, port, SERVER, 53, Packets.dns(id, 0x0100, name, 1, 0));
    }

    private static byte[] answer(int port, int id, String name, int flags, int addresses) {
        return Packets.udp(SERVER, 53, OWN, port, Packets.dns(id, flags, name, 1, addresses));
    }

    private static Sighting sighting(long micros, int device, byte[] packet) {
        return new Sighting(micros * 1000, 100, micros * 1000, packet.length, device, "eth" + device, false, ByteBuffer.wrap(packet));
    }
}
