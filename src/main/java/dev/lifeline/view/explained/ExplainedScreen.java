package dev.lifeline.view.explained;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Words;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// An explained error as a person reads it: the words that the answer rests on, where that is on the path, what it proves and what it
/// does not, and what to run next. One error fits 24 lines of 80.
public final class ExplainedScreen {

    /// Beyond this a paragraph is hard to read.
    private static final int WIDEST_TEXT = 100;
    private static final int LABEL = 14;
    private static final int MOST_WORD = 120;
    private static final String NOTHING = "It has no words of an error of a connection, among those that this version knows.";
    private static final String LIST = "trace explain --list";

    private final String text;
    private final Canvas canvas;
    private final List<Line> lines = new ArrayList<>();

    private ExplainedScreen(String text, Canvas canvas) {
        this.text = text;
        this.canvas = new Canvas(Math.min(canvas.width(), WIDEST_TEXT), canvas.glyphs());
    }

    /// Draws the answers to a text.
    ///
    /// @param text the text as it was explained
    public static Frame of(String text, List<ErrorAnswer> answers, Canvas canvas) {
        ExplainedScreen screen = new ExplainedScreen(text, canvas);
        for (ErrorAnswer answer : answers) {
            if (!screen.lines.isEmpty()) {
                screen.lines.add(Line.EMPTY);
            }
            screen.draw(answer);
        }
        return new Frame(screen.lines);
    }

    /// The same without columns and carets.
    public static Frame sentences(String text, List<ErrorAnswer> answers, Canvas canvas) {
        ExplainedScreen screen = new ExplainedScreen(text, canvas);
        for (ErrorAnswer answer : answers) {
            if (!screen.lines.isEmpty()) {
                screen.lines.add(Line.EMPTY);
            }
            screen.tell(answer);
        }
        return new Frame(screen.lines);
    }

    private void draw(ErrorAnswer answer) {
        Explanation of = answer.of();
        List<ShownText> rows = TextExcerpt.rows(text, of.words(), canvas);
        boolean carets = rows.stream().allMatch(ShownText::aligned);
        TextExcerpt.add(lines, rows, carets);
        if (!carets && !of.words().isEmpty()) {
            say("rests on", words(of), Role.STRONG);
        }
        say("stage", stage(of), of.stage() == ErrorStage.NONE ? Role.GOOD : Role.STRONG);
        say("confidence", StageAbout.of(of.confidence()), Role.PLAIN);
        say("code", code(answer), Role.PLAIN);
        say(of.operation() == null ? "runtime" : "operation", operation(of), Role.PLAIN);
        say(of.local() == null ? "remote" : of.remote() == null ? "local" : "ends", ends(of, canvas.glyphs().arrow()), Role.PLAIN);
        say("because", because(of), Role.PLAIN);
        if (answer.advice() != null) {
            say("proved", proved(answer), Role.PLAIN);
            say("not proved", answer.advice().notProved(), Role.PLAIN);
        }
        say("tells apart", of.apart() == null ? "" : Printable.ascii(of.apart()), Role.PLAIN);
        String label = "next";
        for (String command : next(answer)) {
            say(label, command, Role.COMMAND);
            label = "";
        }
        String scenario = answer.known().scenario();
        say("shown by", scenario == null ? "" : "trace run " + scenario + ", or trace step " + scenario, Role.COMMAND);
        say("elsewhere", elsewhere(answer), Role.DIM);
    }

    /// Where the words leave another stage open, what this one would prove is proved only if it was this one.
    private static String proved(ErrorAnswer answer) {
        String proved = answer.advice().proved();
        return answer.of().alternatives().isEmpty() || proved.isEmpty() ? proved : "If at " + answer.of().stage().label() + ": " + proved;
    }

    private void tell(ErrorAnswer answer) {
        Explanation of = answer.of();
        for (ShownText row : TextExcerpt.rows(text, List.of(), canvas)) {
            wrap("The text: " + row.text());
        }
        if (!of.words().isEmpty()) {
            wrap("The answer rests on: " + words(of) + ".");
        }
        wrap("Stage: " + stage(of) + ". Confidence: " + StageAbout.of(of.confidence()) + ".");
        told("Code", code(answer));
        told(of.operation() == null ? "Runtime" : "Operation", operation(of));
        told(of.local() == null ? "Remote end" : of.remote() == null ? "Local end" : "Ends", ends(of, "to"));
        wrap(because(of));
        if (answer.advice() != null) {
            wrap("Proved: " + proved(answer));
            wrap("Not proved: " + answer.advice().notProved());
        }
        wrap(of.apart() == null ? "" : "To tell them apart: " + Printable.ascii(of.apart()));
        List<String> next = next(answer);
        wrap(next.isEmpty() ? "" : "Next, type: " + String.join(", or ", next));
        String scenario = answer.known().scenario();
        wrap(scenario == null ? "" : "To see it happen, type: trace run " + scenario + ", or trace step " + scenario);
        told("Elsewhere it is called", elsewhere(answer));
    }

    private static String words(Explanation of) {
        List<String> quoted = new ArrayList<>();
        for (Words each : of.words()) {
            quoted.add('"' + Printable.line(each.text(), MOST_WORD) + '"');
        }
        return String.join(", ", quoted);
    }

    private static String stage(Explanation of) {
        StringBuilder out = new StringBuilder(of.stage().label());
        for (int i = 0; i < of.alternatives().size(); i++) {
            out.append(i == 0 ? ", or else " : " or ").append(of.alternatives().get(i).label());
        }
        return of.alternatives().isEmpty() ? out.append(": ").append(StageAbout.of(of.stage())).toString() : out.toString();
    }

    private static String code(ErrorAnswer answer) {
        String code = answer.of().code();
        return code == null ? "" : Printable.ascii(code) + (answer.code() == ErrorCode.UNKNOWN ? "" : ": " + answer.code().text());
    }

    private static String operation(Explanation of) {
        String runtime = of.runtime() == null ? "" : Printable.line(of.runtime(), MOST_WORD);
        String operation = of.operation() == null ? "" : Printable.line(of.operation(), MOST_WORD);
        return operation.isEmpty() || runtime.isEmpty() ? operation + runtime : operation + ", as " + runtime + " says it";
    }

    private static String ends(Explanation of, String arrow) {
        String local = of.local() == null ? "" : Printable.ascii(of.local().toString());
        String remote = of.remote() == null ? "" : Printable.ascii(of.remote().toString());
        return local + (local.isEmpty() || remote.isEmpty() ? "" : " " + arrow + " ") + remote;
    }

    private static String because(Explanation of) {
        return of.because() != null ? Printable.ascii(of.because()) : of.stage() == ErrorStage.NONE && of.words().isEmpty() ? NOTHING : "";
    }

    private static List<String> next(ErrorAnswer answer) {
        return answer.of().stage() == ErrorStage.NONE && answer.of().words().isEmpty() ? List.of(LIST) : answer.next();
    }

    private static String elsewhere(ErrorAnswer answer) {
        String nel = answer.known().nelType() == null ? "" : answer.known().nelType() + " in NEL, phase " + answer.known().nelPhase();
        String proxy = answer.known().proxyError() == null ? "" : answer.known().proxyError() + " in Proxy-Status";
        return nel + (nel.isEmpty() || proxy.isEmpty() ? "" : "; ") + proxy;
    }

    private void say(String label, String said, Role role) {
        HangingIndent.add(lines, label, Role.DIM, said, role, LABEL, canvas);
    }

    private void told(String what, String said) {
        wrap(said.isEmpty() ? "" : what + ": " + said + ".");
    }

    private void wrap(String said) {
        if (!said.isEmpty()) {
            for (String line : Wrap.lines(said, canvas.width(), 0)) {
                lines.add(Line.of(line));
            }
        }
    }
}
