package dev.lifeline.diagnosis.cause;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.RequestedTarget;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;

/// The values of the placeholders for one stage of one trace.
///
/// | name | value |
/// |---|---|
/// | `remote`, `local` | the two ends, address and port |
/// | `address`, `source` | their addresses alone, without a zone |
/// | `host`, `port`, `target` | what was asked for: name, port, both |
/// | `other` | the same host at a port that often answers |
/// | `after`, `elapsed` | how long the stage took; how long the trace is |
/// | `stage`, `call`, `code`, `said` | where, by which call, what, and the system's own words |
/// | `sent`, `read` | bytes of this side |
/// | `peerRead`, `peerWritten` | bytes of the other side, by its own lane |
/// | `localPort` | the local port |
public record Placeholders(Facts facts, UnfinishedStage run) implements Template.Values {

    @Override
    public String value(String name) {
        ConnectionSide story = facts.story(run.lane(), run.connection());
        return switch (name) {
            case "remote" -> text(remote());
            case "local" -> text(local());
            case "address" -> address(remote());
            case "source" -> address(local());
            case "host" -> target().hostOr(remote());
            case "port" -> port();
            case "localPort" -> number(local());
            case "target" -> target().at(port());
            case "other" -> target().at("443".equals(port()) ? "80" : "443");
            case "after" -> Durations.rounded(run.took());
            case "elapsed" -> Durations.rounded(facts.end());
            case "stage" -> run.stage().label();
            case "call" -> failure() == null ? null : failure().operation().label();
            case "code" -> failure() == null ? null : failure().code().name();
            case "said" -> said();
            case "sent" -> Counted.bytes(story.written());
            case "read" -> Counted.bytes(story.read());
            case "peerRead" -> peer(true);
            case "peerWritten" -> peer(false);
            default -> throw new IllegalArgumentException("no placeholder {" + name + "}");
        };
    }

    /// The local end: that of the failure, else that of the connection, else the address alone that the kernel had chosen for
    /// the way there, else `null`.
    public Endpoint local() {
        ConnectionSide story = facts.story(run.lane(), run.connection());
        if (run.local() != null) {
            return run.local();
        }
        return story.tuple() != null ? story.tuple().local() : story.source(run.attempt());
    }

    /// The remote end: that of the failure, else that of the connection, else `null`.
    public Endpoint remote() {
        FourTuple tuple = facts.story(run.lane(), run.connection()).tuple();
        return run.remote() != null || tuple == null ? run.remote() : tuple.remote();
    }

    private Failure failure() {
        return run.failure();
    }

    private String peer(boolean read) {
        ConnectionSide peer = facts.sides().serverOf(facts.story(run.lane(), run.connection()).tuple());
        return peer == null ? null : Counted.bytes(read ? peer.read() : peer.written());
    }

    private RequestedTarget target() {
        return RequestedTarget.of(facts.trace().header().target());
    }

    private String port() {
        String used = number(remote());
        return used == null ? target().port() : used;
    }

    private String said() {
        if (failure() == null) {
            return null;
        }
        if (failure().message() != null && !failure().message().isBlank()) {
            return '"' + failure().message() + '"';
        }
        return failure().code() == ErrorCode.UNKNOWN ? "nothing" : failure().code().text();
    }

    private static String number(Endpoint endpoint) {
        return endpoint == null || endpoint.port() == Endpoint.UNKNOWN_PORT ? null : Integer.toString(endpoint.port());
    }

    private static String text(Endpoint endpoint) {
        return endpoint == null ? null : endpoint.toString();
    }

    private static String address(Endpoint endpoint) {
        if (endpoint == null) {
            return null;
        }
        int zone = endpoint.address().indexOf('%');
        return zone < 0 ? endpoint.address() : endpoint.address().substring(0, zone);
    }
}
