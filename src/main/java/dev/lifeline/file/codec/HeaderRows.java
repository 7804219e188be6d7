package dev.lifeline.file.codec;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.ScenarioSource;
import dev.lifeline.model.Target;
import dev.lifeline.model.TraceHeader.SourcePart;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.protocol.Scheme;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The first line of a recording, and the objects in it.
public final class HeaderRows {

    /// The format version that is written.
    public static final int VERSION = 2;

    /// The word that tells a recording from other NDJSON.
    public enum Format implements Labelled {
        LIFELINE_TRACE;

        @Override
        public String label() {
            return "lifeline-trace";
        }
    }

    private static final CodecRow<SourceStatus> SOURCE = CodecRow.named("evidenceSource", "A source of evidence.",
            Field.text("name", "Its name in trace doctor."),
            Field.word("state", EnumWords.SOURCE_PARTS, null),
            Field.text("reason", "Why not, or what it gave."))
            .of((source, out) -> out.text(source.name()).word(source.part()).text(source.reason()),
                    in -> new SourceStatus(in.text(), in.<SourcePart>word(), in.text()));

    static final CodecRow<PlannedStage> PLANNED = CodecRow.named("plannedStage", "A stage of a lane.",
            Field.word("lane", EnumWords.LANES, null),
            Field.word("stage", EnumWords.STAGES, null))
            .of((planned, out) -> out.word(planned.lane()).word(planned.stage()),
                    in -> new PlannedStage(in.word(), in.word()));

    private static final CodecRow<Target> TARGET = CodecRow.named("target",
            "What the person asked for, or where a server listens; for a play of which no client's target is known the name of its "
                    + "scenario.",
            Field.text("name", "The host as it was typed: a name in ASCII, or a numeric address without brackets."),
            Field.range("port", 1, 0xFFFF, "Left out where there is none.").optional(),
            Field.word("scheme", EnumWords.SCHEMES, "The protocols that were asked for; left out where that is TCP alone.").optional())
            .of((target, out) -> out.text(target.host()).whole(target.port()).word(target.scheme() == Scheme.TCP ? null : target.scheme()),
                    in -> target(in.text(), in.count(), in.word()));

    private static final CodecRow<ScenarioSource> SCENARIO = CodecRow.named("scenario", "The scenario that was played.",
            Field.text("id", "Its name: trace run ID."),
            Field.text("topic", "What it belongs to; own for a person's own file."),
            Field.text("claim", "What it is to show, in one sentence."),
            Field.text("text", "The text of its file: a replay judges by it."))
            .of((scenario, out) -> out.text(scenario.id()).text(scenario.topic()).text(scenario.claim()).text(scenario.text()),
                    in -> new ScenarioSource(in.text(), in.text(), in.text(), in.text()));

    public static final CodecRow<TraceHeader> HEADER = CodecRow.named("header",
            "The first line: what is known before the first event.",
            Field.word("format", EnumWords.FORMATS, null),
            Field.range("version", VERSION, VERSION, "The version of the format."),
            Field.text("tool", "The version of the program that recorded."),
            Field.object("target", TARGET, null),
            Field.object("scenario", SCENARIO, "The scenario that was played; left out where the trace is no play.").optional(),
            Field.word("mode", EnumWords.MODES, null),
            Field.time("origin", "The wall-clock time of time 0 (RFC 3339, UTC); no duration is computed from it."),
            Field.text("clock", "What the time stamps come from."),
            Field.count("connections", "How many connections the client was asked to make, one after the other."),
            Field.namedTexts("host", "Facts about the machine, for example os and jdk."),
            Field.objects("sources", SOURCE, "The sources of evidence that were looked at."),
            Field.objects("plan", PLANNED, "The stages that were asked for. What was asked for and never started is not "
                    + "reached."))
            .of((header, out) -> out.word(Format.LIFELINE_TRACE).whole(VERSION).text(header.tool()).object(header.target())
                            .object(header.scenario())
                            .word(header.mode()).text(header.origin().toString()).text(header.clock()).whole(header.connections())
                            .namedTexts(header.host()).objects(header.evidence()).objects(header.plan()),
                    in -> {
                        in.<Format>word();
                        in.whole();
                        String tool = in.text();
                        Target target = in.object();
                        ScenarioSource scenario = in.object();
                        TraceHeader.Mode mode = in.word();
                        Instant origin = in.time();
                        String clock = in.text();
                        int connections = in.count();
                        Map<String, String> host = in.namedTexts();
                        List<SourceStatus> sources = in.objects();
                        return new TraceHeader(tool, target, scenario, mode, origin, clock, host, sources, in.objects(),
                                connections);
                    });

    private HeaderRows() {
    }

    private static Target target(String host, int port, Scheme scheme) {
        return new Target(host, port, scheme == null ? Scheme.TCP : scheme);
    }
}
