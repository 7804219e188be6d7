package dev.lifeline.wording.crowd;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.crowd.CrowdOnTrace;
import dev.lifeline.analysis.crowd.CrowdStage;
import dev.lifeline.analysis.crowd.CrowdWay;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.NumberRanges;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Words for what the members of a crowd did.
///
/// @param glyphs the signs that may be used
public record CrowdWords(Glyphs glyphs) {

    /// Writes how a stage went with some, for a rung: `44 x connect: TIMEOUT after 901 to 904 ms`.
    ///
    /// @param several whether there are other crowds in its lane
    /// @param odd whether they are not those with whom most went: then they are named
    public String mark(CrowdOnTrace crowd, boolean several, CrowdStage stage, CrowdWay way, boolean odd) {
        return Counted.grouped(way.count()) + " " + glyphs.times() + " " + (several ? Printable.ascii(crowd.name()) + " " : "") + stage.stage().label() + switch (way.kind()) {
            case DONE -> " in " + span(way);
            case SLOW -> " in " + span(way) + ", far slower";
            case CONCLUDED -> " concluded, at least " + span(way);
            case FAILED -> ": " + way.code().name() + " after " + span(way);
            case OPEN -> open(stage);
        } + (odd ? " (" + names(crowd, way) + ")" : "");
    }

    private static String open(CrowdStage stage) {
        return stage.stage() == Stage.HANDSHAKE ? " not completed" : stage.stage() == Stage.ACCEPT_QUEUE ? ", its end not seen"
                : " under way at the end";
    }

    /// Writes how a stage went with some, beside its figures: `TIMEOUT`, `storm-2, 4, 16`.
    ///
    /// @param odd whether they are not those with whom most went
    public String beside(CrowdOnTrace crowd, CrowdStage stage, CrowdWay way, boolean odd) {
        String how = switch (way.kind()) {
            case DONE -> "";
            case SLOW -> "far slower";
            case CONCLUDED -> "inferred, at least";
            case FAILED -> way.code().name();
            case OPEN -> open(stage).replace(", ", "").strip();
        };
        return how + (odd && !how.isEmpty() ? ": " : "") + (odd ? names(crowd, way) : "");
    }

    /// Writes what stands over a line of life where crowds are drawn as one: `storm (50)`; `null` where none is of that lane.
    public static String over(TraceIndex index, Lane lane) {
        StringBuilder text = new StringBuilder();
        for (CrowdOnTrace crowd : index.crowds().all()) {
            if (crowd.lane() == lane) {
                text.append(text.isEmpty() ? "" : ", ").append(crowd.name()).append(" (").append(crowd.size()).append(')');
            }
        }
        return text.isEmpty() ? null : text.toString();
    }

    /// Lists the crowds: `storm, peers`.
    public static String listed(TraceIndex index) {
        StringBuilder text = new StringBuilder();
        for (CrowdOnTrace crowd : index.crowds().all()) {
            text.append(text.isEmpty() ? "" : ", ").append(Printable.ascii(crowd.name()));
        }
        return text.toString();
    }

    /// Names some of them: `storm-2, 4, 16 to 18`.
    public static String names(CrowdOnTrace crowd, CrowdWay way) {
        return Printable.ascii(crowd.name()) + "-" + NumberRanges.text(way.members());
    }

    private String span(CrowdWay way) {
        String least = Durations.of(way.min(), glyphs);
        String most = Durations.of(way.max(), glyphs);
        int unit = least.lastIndexOf(' ');
        boolean same = unit > 0 && most.endsWith(least.substring(unit));
        return least.equals(most) ? least : (same ? least.substring(0, unit) : least) + " to " + most;
    }

    /// Writes a stage of a crowd as a sentence.
    public String sentence(CrowdOnTrace crowd, CrowdStage stage) {
        StringBuilder text = new StringBuilder(stage.lane() == Lane.KERNEL ? "The kernel's " : "The ").append(stage.stage().label()).append(" of ")
                .append(Printable.ascii(crowd.name()));
        boolean first = true;
        for (CrowdWay way : stage.ways()) {
            text.append(first ? " " : "; ").append(switch (way.kind()) {
                case DONE -> "finished ";
                case SLOW -> "was far slower ";
                case CONCLUDED -> "is concluded, not measured, ";
                case FAILED -> "failed ";
                case OPEN -> stage.stage() == Stage.HANDSHAKE ? "did not complete " : "did not end before the trace did ";
            }).append(Counted.times(way.count()));
            text.append(way.kind() == CrowdWay.Kind.FAILED ? " with " + way.code().name() : "");
            text.append(way.kind() == CrowdWay.Kind.OPEN ? "" : way.count() == 1 ? ", after " + span(way) : ": shortest " + Durations.of(way.min(), glyphs) + ", median "
                    + Durations.of(way.median(), glyphs) + ", longest " + Durations.of(way.max(), glyphs));
            text.append(first ? "" : " (" + names(crowd, way) + ")");
            first = false;
        }
        return text.append('.').toString();
    }

    /// Writes what became of the crowds of a trace in a sentence each; empty where it has none.
    public String happened(TraceIndex index) {
        StringBuilder text = new StringBuilder();
        // How many of the clients' were accepted stands with the clients.
        boolean clients = over(index, Lane.CLIENT) != null;
        for (CrowdOnTrace crowd : index.crowds().all()) {
            String sentence = crowd.lane() == Lane.CLIENT ? happened(crowd, index.counts().bothSeen())
                    : clients ? "" : accepted(crowd);
            text.append(text.isEmpty() || sentence.isEmpty() ? "" : " ").append(sentence);
        }
        return text.toString();
    }

    private static String accepted(CrowdOnTrace crowd) {
        return Counted.of(crowd.size(), "connection") + (crowd.size() == 1 ? " was" : " were") + " accepted as " + Printable.ascii(crowd.name())
                + ".";
    }

    /// @param both whether the server's program was watched, too
    private String happened(CrowdOnTrace crowd, boolean both) {
        List<String> parts = new ArrayList<>();
        CrowdStage connect = crowd.stage(Stage.CONNECT);
        if (connect != null) {
            Set<Integer> those = new HashSet<>();
            for (CrowdWay way : connect.ways()) {
                those.addAll(way.kind() == CrowdWay.Kind.DONE || way.kind() == CrowdWay.Kind.SLOW ? way.members() : List.of());
            }
            int connected = those.size();
            parts.add(connected == crowd.size() ? "all " + crowd.size() + " connected" : connected == 0 ? "none of " + crowd.size() + " connected"
                    : connected + " of " + crowd.size() + " connected");
            if (connected > 0 && crowd.accepted() < connected && both) {
                parts.add("the server's program accepted " + (crowd.accepted() == 0 ? "none" : crowd.accepted()) + " of them");
            }
        }
        for (CrowdStage stage : crowd.stages()) {
            for (CrowdWay way : stage.ways()) {
                String part = stage.lane() != crowd.lane() ? "" : trouble(stage, way);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
            }
        }
        return parts.isEmpty() ? "" : "Of " + Printable.ascii(crowd.name()) + " " + String.join("; ", parts) + ".";
    }

    /// Says what went wrong with some of them; empty where nothing did.
    private String trouble(CrowdStage stage, CrowdWay way) {
        boolean connect = stage.stage() == Stage.CONNECT;
        return switch (way.kind()) {
            case DONE, CONCLUDED -> "";
            case SLOW -> Counted.grouped(way.count()) + " took " + span(way) + (connect ? "" : " at " + stage.stage().label());
            case FAILED -> Counted.grouped(way.count()) + (connect && way.code() == ErrorCode.TIMEOUT ? " had no result within "
                    + Durations.of(way.min(), glyphs) : " failed" + (connect ? "" : " at " + stage.stage().label()) + ": " + way.code().name());
            case OPEN -> Counted.grouped(way.count()) + " still waited at " + stage.stage().label();
        };
    }
}
