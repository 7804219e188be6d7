package dev.lifeline.view;

import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;
import static dev.lifeline.view.Life.bytes;
import static dev.lifeline.view.WitnessedTrace.ACK;
import static dev.lifeline.view.WitnessedTrace.FIN;
import static dev.lifeline.view.WitnessedTrace.PSH;
import static dev.lifeline.view.WitnessedTrace.RST;
import static dev.lifeline.view.WitnessedTrace.SYN;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.socket.SynFacts;
import java.util.List;

/// Traces written by hand in which the kernel speaks and packets were seen.
public final class WitnessedLives {

    private static final FourTuple TUPLE = new FourTuple(Lives.CLIENT, Lives.SERVER);
    private static final WitnessedTrace LO = new WitnessedTrace(TUPLE, "lo");
    private static final PlannedStage[] PLAN = {new PlannedStage(CLIENT, Stage.CONNECT), new PlannedStage(SERVER, Stage.ACCEPT),
        new PlannedStage(CLIENT, Stage.FIRST_BYTE), new PlannedStage(CLIENT, Stage.CLOSE)};
    private static final PlannedStage[] CLIENT_PLAN = {new PlannedStage(CLIENT, Stage.CONNECT),
        new PlannedStage(CLIENT, Stage.FIRST_BYTE), new PlannedStage(CLIENT, Stage.CLOSE)};

    private WitnessedLives() {
    }

    public static List<DrawnLife> all() {
        return List.of(
                new DrawnLife("witnessed", loopback(), well("Connected, answered, closed.")),
                new DrawnLife("witnessed-held", held(), well("Connected, answered, closed.")),
                new DrawnLife("witnessed-refused", refused(), failed(ErrorCode.ECONNREFUSED,
                        "The host answered the SYN with a reset: nothing listens on that address and port.")),
                new DrawnLife("witnessed-silence", silence(), failed(ErrorCode.TIMEOUT,
                        "Three SYNs went out, and nothing came back.")),
                new DrawnLife("witnessed-unreachable", unreachable(), failed(ErrorCode.EHOSTUNREACH,
                        "A host on the way said that the target cannot be reached.")),
                new DrawnLife("witnessed-window", window(), well("Connected, answered, closed.")),
                new DrawnLife("witnessed-bulk", bulk(), well("Connected, answered, closed.")));
    }

    /// Everything goes well, and everything is seen.
    static Trace loopback() {
        Life life = all(new Life());
        handshake(life);
        accepted(life, 0);
        waits(life, 470);
        exchange(life, 0, true);
        close(life, 0);
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, PLAN);
    }

    /// Held before accept: what the kernel does meanwhile without the program.
    static Trace held() {
        Life life = all(new Life());
        handshake(life);
        life.server(0).held(400, 200_400, Stage.ACCEPT, "held for a person");
        life.client(1).begins(440, Stage.WRITE, TUPLE.local(), TUPLE.remote());
        life.kernel(1).at(446, LO.packet(CLIENT, PSH | ACK, 1, 1, 5)).at(447, LO.packet(SERVER, ACK, 1, 6, 0));
        life.client(1).ends(462, Stage.WRITE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE));
        life.kernel(1).at(466, LO.socket(CLIENT, SocketState.ESTABLISHED, 4711, 30))
                .at(469, LO.full(SERVER, 0, 5, 0, SocketTimer.NONE, 65_536, 30));
        life.kernel(1).at(470, LO.queue(1, 30));
        accepted(life, 200_000);
        waits(life, 200_470);
        exchange(life, 200_000, false);
        close(life, 200_000);
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, PLAN);
    }

    /// Nobody listens: the SYN is answered with a reset.
    static Trace refused() {
        Endpoint target = new Endpoint("127.0.0.1", 9);
        Endpoint local = new Endpoint("127.0.0.1", 40212);
        WitnessedTrace witness = new WitnessedTrace(local, target);
        Life life = all(new Life());
        life.client(1).at(4, new StageEvent.Skipped(Stage.LOOKUP, "a literal address: nothing to look up"));
        life.attempt(1).begins(40, Stage.CONNECT, null, target);
        life.kernel(1).attempt(1).at(58.1, witness.packet(CLIENT, SYN, 0, 0, 0))
                .at(64.3, witness.packet(SERVER, RST | ACK, 0, 1, 0));
        life.client(1).attempt(1).fails(102, Stage.CONNECT, ErrorCode.ECONNREFUSED, Operation.CONNECT, local, target);
        return life.trace(Mode.CLIENT, "127.0.0.1:9", 1, true, CLIENT_PLAN);
    }

    /// A SYN into silence, twice repeated.
    static Trace silence() {
        Endpoint target = new Endpoint("192.0.2.9", 80);
        Endpoint local = new Endpoint("192.0.2.200", 40212);
        WitnessedTrace witness = new WitnessedTrace(new FourTuple(local, target), "eth0");
        Life life = all(new Life());
        life.client(1).attempt(1).begins(40, Stage.CONNECT, null, target);
        life.kernel(1).attempt(1).at(58.1, witness.packet(CLIENT, SYN, 0, 0, 0))
                .at(70, witness.timed(CLIENT, SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 1000, 0, Occasion.EVENT));
        for (int i = 1; i <= 2; i++) {
            double micros = i == 1 ? 1_024_112.4 : 3_072_201.9;
            life.at(micros, witness.again(CLIENT, SYN, 0, 0, 0)).at(micros + 410,
                    witness.timed(CLIENT, SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 2000, i, Occasion.CHANGE));
        }
        life.client(1).attempt(1).fails(5_000_090, Stage.CONNECT, ErrorCode.TIMEOUT, Operation.CONNECT, local, target);
        return life.trace(Mode.CLIENT, "192.0.2.9:80", 1, true, CLIENT_PLAN);
    }

    /// A router says no.
    static Trace unreachable() {
        Endpoint target = new Endpoint("192.0.2.9", 80);
        Endpoint local = new Endpoint("198.51.100.2", 40212);
        WitnessedTrace witness = new WitnessedTrace(new FourTuple(local, target), "eth0");
        Life life = all(new Life());
        life.client(1).attempt(1).begins(40, Stage.CONNECT, null, target);
        life.kernel(1).attempt(1).at(58.1, witness.packet(CLIENT, SYN, 0, 0, 0))
                .at(70, witness.timed(CLIENT, SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 1000, 0, Occasion.EVENT))
                .at(1_204, witness.error("198.51.100.1", "host unreachable"));
        life.client(1).attempt(1).fails(1_240, Stage.CONNECT, ErrorCode.EHOSTUNREACH, Operation.CONNECT, local, target);
        life.kernel(1).attempt(1).at(1_251, new KernelEvent.ErrorOrigin("198.51.100.1", 3, 1, "host unreachable"));
        return life.trace(Mode.CLIENT, "192.0.2.9:80", 1, true, CLIENT_PLAN);
    }

    /// The server's program does not read until its window is closed and probed.
    static Trace window() {
        Life life = all(new Life());
        handshake(life);
        accepted(life, 0);
        life.server(1).held(465, 900_000, Stage.FIRST_BYTE, "the program does not read");
        life.client(1).begins(640, Stage.WRITE, TUPLE.local(), TUPLE.remote());
        life.at(700, new StreamEvent.ChunkWritten(131_072, 65_536)).kernel(1);
        life.at(651, LO.packet(CLIENT, ACK, 1, 1, 32_768)).at(660, LO.packet(SERVER, ACK, 1, 32_769, 0, 32_768, false));
        life.at(664, LO.packet(CLIENT, PSH | ACK, 32_769, 1, 32_768)).at(667, LO.packet(SERVER, ACK, 1, 65_537, 0, 0, false));
        life.at(712, LO.full(CLIENT, 4711, 0, 65_536, SocketTimer.PROBE, 65_536, 40))
                .at(714, LO.full(SERVER, 4712, 65_536, 0, SocketTimer.NONE, 0, 40));
        life.at(202_114.1, LO.again(CLIENT, ACK, 65_536, 1, 0)).at(202_116.8, LO.packet(SERVER, ACK, 1, 65_537, 0, 0, false));
        life.at(618_233.5, LO.again(CLIENT, ACK, 65_536, 1, 0)).at(618_236, LO.packet(SERVER, ACK, 1, 65_537, 0, 0, false));
        life.server(1).begins(900_005, Stage.FIRST_BYTE).at(900_040, new StreamEvent.ChunkRead(bytes("x".repeat(65_536))));
        life.kernel(1).at(900_052, LO.packet(SERVER, ACK, 1, 65_537, 0, 65_536, false))
                .at(900_058, LO.packet(CLIENT, PSH | ACK, 65_537, 1, 65_536))
                .at(900_063, LO.packet(SERVER, ACK, 1, 131_073, 0, 65_536, false));
        life.client(1).at(900_070, new StreamEvent.ChunkWritten(65_536, 65_536))
                .ends(900_075, Stage.WRITE, new Outcome.Moved(bytes("x".repeat(131_072)), 2, Ending.COMPLETE));
        life.server(1).ends(900_090, Stage.FIRST_BYTE, new Outcome.Moved(bytes("x".repeat(65_536)), 1, Ending.COMPLETE));
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, PLAN);
    }

    /// Three megabytes in a thousand packets, each read at once.
    static Trace bulk() {
        Life life = all(new Life());
        handshake(life);
        accepted(life, 0);
        life.client(1).begins(600, Stage.WRITE, TUPLE.local(), TUPLE.remote());
        for (int i = 0; i < 1_000; i++) {
            double at = 610 + 6 * i;
            life.client(1).at(at, new StreamEvent.ChunkWritten(3_277, 3_277));
            life.kernel(1).at(at + 1, LO.packet(CLIENT, PSH | ACK, 1 + 3_277L * i, 1, 3_277))
                    .at(at + 2, LO.packet(SERVER, ACK, 1, 1 + 3_277L * (i + 1), 0));
            life.server(1).at(at + 4, new StreamEvent.ChunkRead(bytes("x".repeat(3_277))));
        }
        life.client(1).ends(6_700, Stage.WRITE, new Outcome.Moved(bytes("x".repeat(3_277_000)), 1_000, Ending.COMPLETE));
        return life.trace(Mode.LOOPBACK, "localhost:7007", 1, true, PLAN);
    }

    private static Life all(Life life) {
        return life.observedBy("sockdiag").observedBy("packet");
    }

    private static void handshake(Life life) {
        life.server(0).begins(2, Stage.BIND).ends(30, Stage.BIND, new Outcome.Listening(Lives.SERVER, 128));
        life.kernel(0).at(33, LO.queue(0, 1));
        life.client(1).attempt(1).begins(251, Stage.CONNECT, null, Lives.SERVER);
        life.kernel(1).attempt(1).at(268.4, LO.packet(CLIENT, SYN, 0, 0, 0)).at(271.9, LO.packet(SERVER, SYN | ACK, 0, 1, 0))
                .at(276.2, LO.packet(CLIENT, ACK, 1, 1, 0));
        life.client(1).attempt(1).ends(318, Stage.CONNECT, new Outcome.Connected(TUPLE));
        life.kernel(1).attempt(1).at(323, LO.socket(CLIENT, SocketState.ESTABLISHED, 4711, 20))
                .at(326, LO.socket(SERVER, SocketState.ESTABLISHED, 0, 20)).at(328, LO.queue(1, 20));
    }

    private static void waits(Life life, double micros) {
        life.server(1).begins(micros, Stage.FIRST_BYTE, TUPLE.remote(), TUPLE.local());
    }

    private static void accepted(Life life, double later) {
        life.server(1).begins(later + 420, Stage.ACCEPT, Lives.SERVER, null)
                .ends(later + 434, Stage.ACCEPT, new Outcome.Accepted(TUPLE.reversed(), 1, 1));
        life.kernel(1).attempt(1).at(later + 439, LO.socket(CLIENT, SocketState.ESTABLISHED, 4711, 60))
                .at(later + 442, LO.socket(SERVER, SocketState.ESTABLISHED, 4712, 60)).at(later + 444, LO.queue(0, 60))
                .at(later + 452, new KernelEvent.DescriptorFound(SERVER, SocketPurpose.ACCEPTED, 9, 4712))
                .at(later + 455, new KernelEvent.SynSaved(TUPLE.reversed(), new SynFacts(64, 65_495, 65_495, 7, true, true)));
    }

    private static void exchange(Life life, double later, boolean writes) {
        if (writes) {
            life.client(1).begins(later + 640, Stage.WRITE, TUPLE.local(), TUPLE.remote());
            life.kernel(1).attempt(1).at(later + 647.3, LO.packet(CLIENT, PSH | ACK, 1, 1, 5))
                    .at(later + 649.1, LO.packet(SERVER, ACK, 1, 6, 0));
            life.client(1).ends(later + 662, Stage.WRITE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE));
        }
        life.client(1).begins(later + 670, Stage.FIRST_BYTE);
        life.server(1).at(later + 690, new StreamEvent.ChunkRead(bytes("ping\n")))
                .ends(later + 691, Stage.FIRST_BYTE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE))
                .begins(later + 702, Stage.WRITE);
        life.kernel(1).attempt(1).at(later + 706.4, LO.packet(SERVER, PSH | ACK, 1, 6, 5))
                .at(later + 708, LO.packet(CLIENT, ACK, 6, 6, 0));
        life.server(1).ends(later + 711, Stage.WRITE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE));
        life.client(1).at(later + 752, new StreamEvent.ChunkRead(bytes("ping\n")))
                .ends(later + 753, Stage.FIRST_BYTE, new Outcome.Moved(bytes("ping\n"), 1, Ending.COMPLETE));
    }

    private static void close(Life life, double later) {
        life.client(1).begins(later + 790, Stage.CLOSE);
        life.kernel(1).attempt(1).at(later + 797.5, LO.packet(CLIENT, FIN | ACK, 6, 6, 0));
        life.client(1).at(later + 800, new StreamEvent.OutputShut());
        life.kernel(1).attempt(1).at(later + 804, LO.socket(CLIENT, SocketState.FIN_WAIT2, 4711, 90))
                .at(later + 807, LO.socket(SERVER, SocketState.CLOSE_WAIT, 4712, 90));
        life.server(1).at(later + 830, new StreamEvent.EndOfStream()).begins(later + 840, Stage.CLOSE);
        life.kernel(1).attempt(1).at(later + 846.6, LO.packet(SERVER, FIN | ACK, 6, 7, 0))
                .at(later + 848.2, LO.packet(CLIENT, ACK, 7, 7, 0)).at(later + 853, LO.destroyed(SERVER, 21, 5, 6));
        life.server(1).ends(later + 860, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, CLIENT, 5, 5));
        life.client(1).at(later + 900, new StreamEvent.EndOfStream())
                .ends(later + 910, Stage.CLOSE, new Outcome.Closed(CloseKind.ORDERLY, CLIENT, 5, 5));
        life.kernel(1).attempt(1).at(later + 960,
                LO.timed(CLIENT, SocketState.TIME_WAIT, SocketTimer.TIME_WAIT, 60_000, 0, Occasion.CHANGE));
    }

    private static Verdict well(String happened) {
        return new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, happened,
                "Both programs held the same connection.", "That a connection over a network would do the same.", null);
    }

    private static Verdict failed(ErrorCode code, String happened) {
        return new Verdict(Verdict.Result.FAILED, Stage.CONNECT, CLIENT, code, Operation.CONNECT, null, null, happened,
                "What was seen.", "What was not.", null);
    }
}
