package dev.lifeline.view.answer;

import dev.lifeline.analysis.socket.LabelMoment;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.table.FindingSentences;
import dev.lifeline.view.table.FindingsBlock;
import dev.lifeline.view.table.ScenarioText;
import dev.lifeline.wording.FindingWords.Shown;
import dev.lifeline.wording.FindingWords;
import dev.lifeline.wording.SocketWords;
import java.util.ArrayList;
import java.util.List;

/// The answer to the play of a scenario: its claim and what to look at, right above the result; what did not hold, and why it is so.
/// An expectation that held is only counted.
public final class PlayAnswer {

    private static final int LEAST_WHY = 2;
    private static final int MOST_HAPPENED = 2;
    private static final int MOST_REMARKS = 3;
    /// The result, the shortest why, where to find more, and the empty line above all.
    private static final int REST = 5;

    private final List<Line> lines = new ArrayList<>();
    private final ScenarioText text;
    private final Canvas canvas;

    private PlayAnswer(ScenarioText text, Canvas canvas) {
        this.text = text;
        this.canvas = canvas;
    }

    /// The answer in the normal detail.
    ///
    /// @param findings on all expectations; texts need not be safe
    /// @param happened sentences on the connection, where it did not go well; else empty. What every expectation asked for is said only
    ///        where there is room: the claim has it
    /// @param above the lines of the view above it: both fit one screen where they can
    /// @param remarks what was waited for in vain: where an expectation did not hold, that may be why
    /// @param moments the sockets at the labels of steps; those are told whose label stands in what is to be watched
    public static Frame normal(ScenarioText text, List<Shown> findings, List<String> remarks, String happened, List<LabelMoment> moments,
            Canvas canvas, int above) {
        PlayAnswer answer = new PlayAnswer(text, canvas);
        answer.claim();
        String label = "sockets";
        for (LabelMoment moment : watched(text, moments)) {
            answer.say(label, "at " + Printable.ascii(moment.label()) + ": " + SocketWords.at(moment), Role.PLAIN);
            label = "";
        }
        if (!FindingWords.open(findings).isEmpty() || above + answer.lines.size() + MOST_HAPPENED + REST <= AnswerLines.SCREEN) {
            answer.say("happened", AnswerLines.fitted(happened, MOST_HAPPENED, canvas), Role.PLAIN);
        }
        answer.lines.addAll(FindingsBlock.open(findings, canvas).lines());
        for (String remark : remarks.subList(0, Math.min(remarks.size(), MOST_REMARKS))) {
            answer.say("remark", remark, Role.STRONG);
        }
        int room = AnswerLines.SCREEN - above - 1 - answer.lines.size() - 1;
        answer.say("why", AnswerLines.fitted(text.why(), Math.max(LEAST_WHY, room), canvas), Role.PLAIN);
        answer.say("more", "--detail deep: each expectation, every look, where to read on", Role.DIM);
        return new Frame(answer.lines);
    }

    /// The answer to a play that is not judged: of what was not played a finding would say that it did not hold.
    ///
    /// @param why what ended it
    public static Frame unjudged(ScenarioText text, String why, Canvas canvas) {
        PlayAnswer answer = new PlayAnswer(text, canvas);
        answer.claim();
        answer.lines.add(Line.of(FindingWords.unjudged(why), Role.STRONG));
        return new Frame(answer.lines);
    }

    /// The answer in one to seven lines.
    ///
    /// @param crowds what became of crowds; empty where there were none
    /// @param findings on all expectations, or `null` where they were not judged
    /// @param remarks what was waited for in vain
    /// @param why what ended it, where they were not
    public static Frame brief(ScenarioText text, List<Shown> findings, List<String> remarks, String why, String crowds, Canvas canvas) {
        PlayAnswer answer = new PlayAnswer(text, canvas);
        String id = Printable.ascii(text.id());
        for (String line : Wrap.lines(id + ": " + Sentences.fit(Printable.ascii(text.claim()), canvas.width() - id.length() - 2,
                MOST_HAPPENED, canvas.glyphs().ellipsis()), canvas.width(), 2)) {
            answer.lines.add(Line.of(line, Role.PLAIN));
        }
        if (!crowds.isEmpty()) {
            for (String line : Wrap.lines(crowds, canvas.width(), 2)) {
                answer.lines.add(Line.of(line, Role.PLAIN));
            }
        }
        if (findings == null) {
            answer.lines.add(Line.of(FindingWords.unjudged(why), Role.STRONG));
            return new Frame(answer.lines);
        }
        String summary = FindingWords.summary(findings);
        answer.lines.add(Line.of(summary, FindingsBlock.summaryRole(findings)));
        List<Shown> open = FindingWords.open(findings);
        if (!open.isEmpty()) {
            List<String> sentence = Wrap.lines(FindingWords.sentence(open.getFirst()), canvas.width(), 2);
            for (String line : sentence.subList(0, Math.min(sentence.size(), MOST_HAPPENED + 1))) {
                answer.lines.add(Line.of(line, Role.PLAIN));
            }
        }
        if (!remarks.isEmpty()) {
            FindingSentences.add(answer.lines, remark(remarks.getFirst()), Role.PLAIN, canvas);
        }
        return new Frame(answer.lines);
    }

    /// The answer in sentences, for screen readers, logs and `grep`.
    ///
    /// @param happened sentences on the connection, where it did not go well; else empty
    /// @param remarks what was waited for in vain
    /// @param moments the sockets at the labels of steps; those are told whose label stands in what is to be watched
    public static Frame sentences(ScenarioText text, List<Shown> findings, List<String> remarks, String happened, List<LabelMoment> moments,
            Canvas canvas) {
        List<Line> lines = new ArrayList<>(text.before(true, canvas).lines());
        for (LabelMoment moment : watched(text, moments)) {
            FindingSentences.add(lines, "At " + Printable.ascii(moment.label()) + ": " + SocketWords.at(moment) + ".", Role.PLAIN, canvas);
        }
        FindingSentences.add(lines, Printable.measured(happened, canvas.glyphs()), Role.PLAIN, canvas);
        lines.addAll(FindingSentences.of(FindingWords.open(findings), findings, canvas).lines());
        for (String remark : remarks.subList(0, Math.min(remarks.size(), MOST_REMARKS))) {
            FindingSentences.add(lines, remark(remark), Role.PLAIN, canvas);
        }
        FindingSentences.add(lines, "Why: " + Printable.ascii(text.why()), Role.PLAIN, canvas);
        return new Frame(lines);
    }

    private static String remark(String remark) {
        return Character.toUpperCase(remark.charAt(0)) + remark.substring(1) + ".";
    }

    private static List<LabelMoment> watched(ScenarioText text, List<LabelMoment> moments) {
        List<LabelMoment> watched = new ArrayList<>();
        for (LabelMoment moment : moments) {
            if (names(text.watch(), moment.label())) {
                watched.add(moment);
            }
        }
        return watched;
    }

    /// Tells whether a sentence has this label as a word.
    private static boolean names(String sentence, String label) {
        for (int at = sentence.indexOf(label); at >= 0; at = sentence.indexOf(label, at + 1)) {
            int end = at + label.length();
            if ((at == 0 || !isOfName(sentence.charAt(at - 1))) && (end == sentence.length() || !isOfName(sentence.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfName(char c) {
        return c == '-' || Character.isLetterOrDigit(c);
    }

    private void claim() {
        say("claim", Printable.ascii(text.claim()), Role.STRONG);
        say("watch", Printable.ascii(text.watch()), Role.PLAIN);
    }

    private void say(String label, String words, Role role) {
        AnswerLines.add(lines, label, words, role, canvas);
    }
}
