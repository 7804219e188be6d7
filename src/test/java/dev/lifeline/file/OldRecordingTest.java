package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.SourcePart;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent.Remark;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.model.walk.StepEnding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A recording of version 1 says in sentences what is told in fields today.
class OldRecordingTest {

    private static final String HEADER = """
            {"type":"header","format":"lifeline-trace","version":1,"tool":"0.3.0","target":"[::1]:7007","mode":"loopback",\
            "origin":"2026-11-20T19:54:00Z","clock":"System.nanoTime","connections":1,"host":{"os":"Linux"},"sources":[\
            {"name":"packet","available":true,"reason":"lo"},{"name":"route","available":false,"reason":"not asked for"},\
            {"name":"sockdiag","available":false,"reason":"netlink: EPERM"}],"plan":[{"lane":"client","stage":"connect"}]}
            """;

    private static Trace read(String... events) throws RecordingException {
        StringBuilder text = new StringBuilder(HEADER)
                .append("{\"type\":\"scenario\",\"id\":\"half-close\",\"topic\":\"bytes\",\"claim\":\"FIN.\"}\n");
        for (int i = 0; i < events.length; i++) {
            text.append("{\"type\":\"event\",\"seq\":").append(i).append(",\"atNanos\":").append(i)
                    .append(",\"lane\":\"client\",\"evidence\":\"application\",\"connection\":1,\"attempt\":0,\"event\":").append(events[i]).append("}\n");
        }
        return TraceReader.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), "old").trace();
    }

    private static List<EventBody> remarks(String... texts) throws RecordingException {
        String[] events = new String[texts.length];
        for (int i = 0; i < texts.length; i++) {
            events[i] = "\"remark\",\"text\":\"" + texts[i] + "\"";
        }
        return bodies(events);
    }

    private static List<EventBody> bodies(String... events) throws RecordingException {
        List<EventBody> bodies = new ArrayList<>();
        for (TraceEvent event : read(events).events()) {
            bodies.add(event.body());
        }
        return bodies;
    }

    @Test
    void theTargetComesApartAndTheSourcesSayWhatBecameOfThem() throws RecordingException {
        Trace trace = read();
        assertEquals(new Target("::1", 7007), trace.header().target());
        assertNull(trace.header().scenario());
        assertEquals(List.of(SourcePart.TOOK_PART, SourcePart.NOT_ASKED_FOR, SourcePart.UNAVAILABLE),
                trace.header().evidence().stream().map(SourceStatus::part).toList());
    }

    @Test
    void stepsAndTheirEndsAreEventsWhereTheyComeInTurn() throws RecordingException {
        assertEquals(List.of(new PlayEvent.StepStarted(1, "server", "listen", null), new Remark("step 3: client connect"),
                new PlayEvent.StepStarted(2, "machine", "look", "before (all)"),
                new PlayEvent.StepEnded(1, "server", "listen", StepEnding.NOT_DONE, "no port"),
                new PlayEvent.StepEnded(2, "machine", "look", StepEnding.BROKEN, "x"),
                new PlayEvent.StepEnded(1, "server", "listen", StepEnding.INTERRUPTED, null),
                new Remark("step 2: machine waits"), new Remark("the play had its time")),
                remarks("step 1: server listen", "step 3: client connect", "step 2: machine look (before (all))",
                        "step 1: server listen could not be done: no port", "step 2: machine look broke: x",
                        "step 1: server listen was interrupted", "step 2: machine waits", "the play had its time"));
    }

    @Test
    void anOwnerIsAnEventAndWhatOnlySoundsLikeOneIsNot() throws RecordingException {
        assertEquals(List.of(new PlayEvent.ConnectionOwned("it's peer", null, false), new Remark("this connection is closed"),
                new Remark("this connection is 's")),
                remarks("this connection is it's peer's", "this connection is closed", "this connection is 's"));
    }

    @Test
    void aLossHasItsKindAndWordsOfUseTheirConstants() throws RecordingException {
        assertEquals(List.of(new EvidenceLost("packet", -1, LossKind.MISSED, "the capture ring was full"),
                new EvidenceLost("packet", 3, LossKind.NOT_KEPT, "packets beyond 1000 are counted, not kept"),
                new EvidenceLost("packet", 2, LossKind.NOT_ATTRIBUTED, "captured, but not attributed: 1 flow"),
                new LoopEvent.SocketOpened(SocketPurpose.CONNECTING), new LoopEvent.Registered(Interest.WRITE)),
                bodies("\"evidence-lost\",\"evidenceSource\":\"packet\",\"reason\":\"the capture ring was full\"",
                        "\"evidence-lost\",\"evidenceSource\":\"packet\",\"count\":3,\"reason\":\"packets beyond 1000 are counted, not kept\"",
                        "\"evidence-lost\",\"evidenceSource\":\"packet\",\"count\":2,\"reason\":\"captured, but not attributed: 1 flow\"",
                        "\"socket-opened\",\"purpose\":\"connecting\"", "\"registered\",\"interest\":\"write\""));
    }
}
