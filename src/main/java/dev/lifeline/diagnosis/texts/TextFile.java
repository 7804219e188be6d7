package dev.lifeline.diagnosis.texts;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.util.List;
import java.util.Map;

/// A data file with texts of verdicts, read the first time that one of them is asked for. Immutable after that; any thread.
public enum TextFile {
    /// Progress: the steps that got done, and what they prove.
    PROGRESS("progress.txt"),
    /// Placeholders that are words.
    PHRASES("phrases.txt"),
    /// Runs that were cut short, races, expectations, missing events.
    ENDINGS("endings.txt"),
    /// Failures before there was a connection to make.
    BEFORE_CONNECT("before-connect.txt"),
    /// Failures while it is made and taken.
    CONNECT("connect.txt"),
    /// Failures of an established connection.
    STREAM("stream.txt"),
    /// Failures of TLS, in its handshake and after it.
    TLS("tls.txt"),
    /// Failures of HTTP, and of what else comes above TCP.
    HTTP("http.txt"),
    /// Failures of which only the text of an error is known, where that tells less than a trace does.
    TOLD("told.txt"),
    /// Findings at any stage, and of missing events.
    EVIDENCE("evidence.txt"),
    /// Findings about a failure before the connection was established.
    EVIDENCE_CONNECT("evidence-connect.txt"),
    /// Findings about a failure of an established connection.
    EVIDENCE_STREAM("evidence-stream.txt");

    private final String resource;
    private Map<String, List<Section>> sections;

    TextFile(String resource) {
        this.resource = resource;
    }

    /// The sections by what they are about, in the order of the file.
    public synchronized Map<String, List<Section>> sections() {
        if (sections == null) {
            sections = SectionReader.read(resource);
        }
        return sections;
    }

    /// The section about something that fits best: of those whose conditions all hold the one with the most, the first of those;
    /// `null` where none fits.
    public Section about(String what, Conditions holding) {
        return about(what, null, holding);
    }

    /// The section that tells a finding about something, as [#about(String, Conditions)].
    ///
    /// @param finding what the section must tell; `null` for no finding
    public Section about(String what, EvidenceFinding finding, Conditions holding) {
        Section best = null;
        for (Section section : sections().getOrDefault(what, List.of())) {
            if (section.finding() == finding && (best == null || section.conditions().size() > best.conditions().size())
                    && fits(section, holding)) {
                best = section;
            }
        }
        return best;
    }

    private static boolean fits(Section section, Conditions holding) {
        for (Condition condition : section.conditions()) {
            if (!holding.hold(condition)) {
                return false;
            }
        }
        return true;
    }

    /// Finds what a code means at a stage: the section of the two, or else that of the stage, or else that of all stages.
    public static Section failure(Stage stage, ErrorCode code, Conditions holding) {
        TextFile file = of(stage);
        // These two say the same of TLS wherever they are met.
        boolean tls = code == ErrorCode.TLS_ALERT || code == ErrorCode.TLS_BROKEN;
        Section found = (tls ? TLS : file).about(name(stage) + " " + code.name(), holding);
        found = found == null ? file.about(name(stage) + " *", holding) : found;
        return found == null ? ENDINGS.about("* *", holding) : found;
    }

    /// Finds what a code means at a stage where only the text of an error tells of it: what that can tell lies over what is told of a
    /// life that was watched.
    public static Section told(Stage stage, ErrorCode code, Conditions holding) {
        Section watched = failure(stage, code, holding);
        Section own = TOLD.about(name(stage) + " " + code.name(), holding);
        boolean any = watched.about().endsWith(" *") && own == null;
        return watched.with(any ? TOLD.about(name(stage) + " *", holding) : own);
    }

    /// Finds what a finding says at a stage; `null` where it says nothing there.
    public static Section evidence(Stage stage, ErrorCode code, EvidenceFinding finding, Conditions holding) {
        TextFile file = of(stage) == BEFORE_CONNECT || of(stage) == CONNECT ? EVIDENCE_CONNECT : EVIDENCE_STREAM;
        Section found = file.about(name(stage) + " " + code.name(), finding, holding);
        found = found == null ? file.about(name(stage) + " *", finding, holding) : found;
        return found == null ? EVIDENCE.about("* *", finding, holding) : found;
    }

    private static TextFile of(Stage stage) {
        return switch (stage) {
            case LOOKUP, ROUTE, BIND -> BEFORE_CONNECT;
            case CONNECT, HANDSHAKE, ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE -> CONNECT;
            case TLS -> TLS;
            case REQUEST, HANDLER, RESPONSE, PROTOCOL -> HTTP;
            case WRITE, FIRST_BYTE, DATA, IDLE, CLOSE -> STREAM;
        };
    }

    /// The word that the files use for a stage.
    static String name(Stage stage) {
        return stage.label().replace(' ', '-');
    }
}
