package dev.lifeline.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The facts that are known before the first event.
///
/// @param tool the version of the program that recorded
/// @param target what the person asked for, or where a server listens
/// @param scenario the scenario of which this is the play; `null` for every other trace
/// @param mode which sides are traced
/// @param origin the wall-clock time of time 0 of the trace; for people, no duration is computed from it
/// @param clock what the time stamps come from
/// @param host facts about the machine, for example `os` and `jdk`
/// @param evidence which sources were looked at, in a fixed order
/// @param plan the stages that were asked for, in the order in which they are shown
/// @param connections how many connections the client was asked to make, one after the other
public record TraceHeader(String tool, Target target, ScenarioSource scenario, Mode mode, Instant origin, String clock,
                          Map<String, String> host, List<SourceStatus> evidence, List<PlannedStage> plan, int connections) {

    /// The sides that a trace shows.
    public enum Mode implements Labelled {
        /// A client of a real target: the server's side is not observed.
        CLIENT("client"),
        /// Client and server in one process.
        LOOPBACK("loopback"),
        /// A server for clients of other programs: the client's side is not observed.
        SERVER("server");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        /// Says if this lane has an observer in the traced programs themselves.
        public boolean observes(Lane lane) {
            return switch (lane) {
                case CLIENT -> this != SERVER;
                case SERVER -> this != CLIENT;
                case KERNEL -> false;
            };
        }
    }

    /// Says if this lane has an observer: its own program, or for the kernel's lane a source of evidence that took part.
    public boolean observes(Lane lane) {
        return lane == Lane.KERNEL ? available("sockdiag") || available("packet") : mode.observes(lane);
    }

    /// Says if a source of evidence took part, by its name in `trace doctor`.
    public boolean available(String source) {
        for (SourceStatus status : evidence) {
            if (status.available() && status.name().equals(source)) {
                return true;
            }
        }
        return false;
    }

    /// A stage that was asked for. What was asked for and never started is *not reached*.
    ///
    /// @param lane whose
    /// @param stage which
    public record PlannedStage(Lane lane, Stage stage) {
        public PlannedStage {
            Objects.requireNonNull(lane, "lane");
            Objects.requireNonNull(stage, "stage");
        }
    }

    /// The part that a source of evidence has in a trace.
    public enum SourcePart implements Labelled {
        /// It was looked at.
        TOOK_PART("took part"),
        /// It was asked for, and cannot work here.
        UNAVAILABLE("unavailable"),
        /// Nobody wanted it: its absence is no news.
        NOT_ASKED_FOR("not asked for");

        private final String label;

        SourcePart(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /// A source of evidence, and what became of it.
    ///
    /// @param name its name in `trace doctor`
    /// @param part whether it took part
    /// @param reason why not, or what it gave; for a person
    public record SourceStatus(String name, SourcePart part, String reason) {
        public SourceStatus {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(part, "part");
            Objects.requireNonNull(reason, "reason");
        }

        /// A source that was asked for.
        public SourceStatus(String name, boolean available, String reason) {
            this(name, available ? SourcePart.TOOK_PART : SourcePart.UNAVAILABLE, reason);
        }

        /// A source that nobody wanted.
        public static SourceStatus notAskedFor(String name) {
            return new SourceStatus(name, SourcePart.NOT_ASKED_FOR, SourcePart.NOT_ASKED_FOR.label());
        }

        /// Says if it took part.
        public boolean available() {
            return part == SourcePart.TOOK_PART;
        }
    }

    /// The header of a trace that is no play.
    public TraceHeader(String tool, Target target, Mode mode, Instant origin, String clock, Map<String, String> host,
                       List<SourceStatus> evidence, List<PlannedStage> plan, int connections) {
        this(tool, target, null, mode, origin, clock, host, evidence, plan, connections);
    }

    public TraceHeader {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(clock, "clock");
        host = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(host));
        evidence = List.copyOf(evidence);
        plan = List.copyOf(plan);
    }
}
