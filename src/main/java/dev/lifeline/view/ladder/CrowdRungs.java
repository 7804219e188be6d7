package dev.lifeline.view.ladder;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.crowd.CrowdOnTrace;
import dev.lifeline.analysis.crowd.CrowdStage;
import dev.lifeline.analysis.crowd.CrowdWay;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.crowd.CrowdWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rungs of crowds, folded: what many members did, and many packets that are alike, are one rung each, at the time of the first.
final class CrowdRungs {

    private CrowdRungs() {
    }

    /// Packets that are alike.
    private static final class Alike {
        private int count;
        private long bytes;
        private long from;
        private long until;
    }

    private record Kind(Lane from, String name, boolean again) {
    }

    /// All of them, in no order.
    static List<Rung> of(TraceIndex index, Glyphs glyphs, boolean full) {
        List<Rung> rungs = new ArrayList<>();
        for (CrowdOnTrace crowd : index.crowds().all()) {
            crowd(index, crowd, glyphs, full, rungs);
        }
        packets(index, glyphs, full, rungs);
        return rungs;
    }

    /// A bind that went well is no news, and the packets of a handshake are arrows.
    private static boolean shown(CrowdStage stage, CrowdWay way, boolean full) {
        return full || (stage.stage() != Stage.BIND || way.kind() != CrowdWay.Kind.DONE) && stage.stage() != Stage.HANDSHAKE;
    }

    /// Rungs of crowds of UDP sockets, for a ladder of another connection.
    static List<Rung> ofSockets(TraceIndex index, Glyphs glyphs) {
        List<Rung> rungs = new ArrayList<>();
        for (CrowdOnTrace crowd : index.crowds().all()) {
            boolean sockets = false;
            for (int connection : crowd.connections()) {
                sockets |= index.actors().datagrams(connection) != null;
            }
            if (sockets) {
                crowd(index, crowd, glyphs, false, rungs);
            }
        }
        return rungs;
    }

    private static void crowd(TraceIndex index, CrowdOnTrace crowd, Glyphs glyphs, boolean full, List<Rung> rungs) {
        CrowdWords words = new CrowdWords(glyphs);
        for (CrowdStage stage : crowd.stages()) {
            boolean odd = false;
            for (CrowdWay way : stage.ways()) {
                if (shown(stage, way, full)) {
                    boolean beginning = way.kind() != CrowdWay.Kind.FAILED && way.kind() != CrowdWay.Kind.SLOW;
                    rungs.add(new Rung.Folded(beginning ? Math.max(way.from(), way.firstEnd()) : way.firstEnd(), way.lastEnd(), stage.lane(),
                            words.mark(crowd, several(index, crowd), stage, way, odd), way.kind() == CrowdWay.Kind.FAILED));
                }
                odd = true;
            }
        }
    }

    private static boolean several(TraceIndex index, CrowdOnTrace crowd) {
        for (CrowdOnTrace other : index.crowds().all()) {
            if (other != crowd && other.lane() == crowd.lane()) {
                return true;
            }
        }
        return false;
    }

    /// Counts the connects that went well: as many SYN-ACKs say no more than they do.
    private static int connects(TraceIndex index) {
        int connects = 0;
        for (CrowdOnTrace crowd : index.crowds().all()) {
            CrowdStage connect = crowd.lane() == Lane.CLIENT ? crowd.stage(Stage.CONNECT) : null;
            for (CrowdWay way : connect == null ? List.<CrowdWay>of() : connect.ways()) {
                connects += way.kind() == CrowdWay.Kind.DONE || way.kind() == CrowdWay.Kind.SLOW ? way.count() : 0;
            }
        }
        return connects;
    }

    private static void packets(TraceIndex index, Glyphs glyphs, boolean full, List<Rung> rungs) {
        Map<Kind, Alike> kinds = new LinkedHashMap<>();
        for (TraceEvent event : index.kernel()) {
            if (event.body() instanceof SegmentSeen segment && index.crowds().hasPacketsOf(event.connection())) {
                boolean data = segment.payload() > 0;
                String name = data ? "data" : TcpFlags.name(segment.flags());
                if (!name.equals("ACK")) {
                    Alike alike = kinds.computeIfAbsent(new Kind(segment.from(), name, segment.again()), any -> new Alike());
                    alike.from = alike.count == 0 ? event.at() : alike.from;
                    alike.until = event.at();
                    alike.count++;
                    alike.bytes += segment.payload();
                }
            }
        }
        int connects = connects(index);
        kinds.forEach((kind, alike) -> {
            if (!full && kind.name().equals("SYN-ACK") && !kind.again() && alike.count == connects) {
                return;
            }
            String over = alike.until > alike.from ? ", over " + Durations.of(alike.until - alike.from, glyphs) : "";
            rungs.add(new Rung.FoldedPackets(alike.from, alike.until, kind.from(), Counted.grouped(alike.count) + " " + glyphs.times() + " " + kind.name()
                    + (kind.again() ? " again" : "") + (alike.bytes > 0 ? ", " + Counted.bytes(alike.bytes) : "") + over,
                    kind.again() || kind.name().startsWith("RST")));
        });
    }
}
