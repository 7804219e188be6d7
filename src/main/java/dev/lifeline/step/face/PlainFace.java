package dev.lifeline.step.face;

import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.text.Printable;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import dev.lifeline.view.plain.Plain;
import java.util.ArrayList;
import java.util.List;

/// Sentences and numbered choices: nothing is drawn, nothing is in columns, and nothing is painted over. A line that `?` can be asked of
/// begins with its number.
public final class PlainFace {

    private static final int INDENT = 2;
    private static final int LEAST_WIDTH = 20;

    /// Commands that have a number, each the same at every stop: who has learned one may type it without hearing the list.
    private static final List<String> NUMBERED = List.of("next", "step", "continue", "inspect sockets", "why", "help", "quit", "predict", "back", "live",
            "rerun", "notebook");

    private PlainFace() {
    }

    /// Writes a stop.
    ///
    /// @param width columns, also fewer than a table needs
    public static Card draw(StepFrame frame, Canvas canvas, int width) {
        List<CardLine> all = new ArrayList<>();
        all.add(frame.parts().stop());
        all.addAll(frame.parts().hits());
        all.addAll(StopCard.kept(frame.parts().done(), StopCard.MOST));
        all.addAll(frame.parts().kernel());
        if (frame.parts().next() != null) {
            all.add(frame.parts().next());
        }
        all.addAll(frame.parts().asked());
        List<Line> lines = new ArrayList<>();
        PlayedScenario played = frame.journey().stop().number() == 1 ? PlayedScenario.of(frame.journey().header()) : null;
        if (played != null) {
            if (!Answers.isAsking(frame.journey())) {
                add("Claim: " + Printable.ascii(played.scenario().claim()), width, lines);
            }
            add("Watch for: " + Printable.ascii(played.scenario().watch()), width, lines);
        }
        lines.addAll(card(new Card(new Frame(List.of()), all), canvas, width).frame().lines());
        if (frame.journey().isOver()) {
            Frame answer = PlayedScenario.of(frame.journey().header()) != null ? StopCard.answer(frame.journey(), frame.parts().index(), canvas)
                    : new Plain(Detail.BRIEF).draw(frame.parts().index(), Diagnosis.of(frame.parts().index()), canvas);
            text(answer, width, lines);
        }
        return new Card(new Frame(lines), all);
    }

    /// Writes any card; one that has no lines of its own is text already.
    public static Card card(Card card, Canvas canvas, int width) {
        List<Line> lines = new ArrayList<>();
        int number = 1;
        for (CardLine line : card.lines()) {
            String sentence = sentence(line, canvas);
            if (!sentence.isEmpty()) {
                add((line.evidence().isEmpty() ? "" : "Line " + number + ": ") + sentence, width, lines);
            }
            number += line.evidence().isEmpty() ? 0 : 1;
        }
        if (card.lines().isEmpty()) {
            text(card.frame(), width, lines);
        }
        return new Card(new Frame(lines), card.lines());
    }

    private static void text(Frame frame, int width, List<Line> lines) {
        for (Line line : frame.lines()) {
            if (line.text().length() <= width) {
                lines.add(Line.of(line.text()));
            } else {
                add(line.text(), width, lines);
            }
        }
    }

    /// Writes a question: each answer, or event, with its letter in a line of its own.
    ///
    /// @param keys whether what can be answered is wanted below it
    public static Frame question(OpenQuestion question, boolean keys, int width) {
        List<Line> lines = new ArrayList<>();
        add(Printable.ascii(question.ask()), width, lines);
        for (int i = 0; i < question.lines().size(); i++) {
            add(OpenQuestion.letter(i) + ": " + Printable.ascii(question.lines().get(i)), width, lines);
        }
        if (keys) {
            add(capital(question.possible()) + "; Enter skips it.", width, lines);
        }
        return new Frame(lines);
    }

    /// Writes a sentence that was said.
    public static Frame text(String sentence, int width) {
        List<Line> lines = new ArrayList<>();
        add(capital(sentence) + (".!?".indexOf(sentence.charAt(sentence.length() - 1)) >= 0 ? "" : "."), width, lines);
        return new Frame(lines);
    }

    /// Writes the choices of a stop, each with a number that can be typed instead of it.
    public static Frame choices(List<StopKeys.Key> keys, int width) {
        StringBuilder text = new StringBuilder("Type ");
        for (int i = 0; i < NUMBERED.size(); i++) {
            text.append(has(keys, NUMBERED.get(i)) ? i + 1 + " for " + NUMBERED.get(i) + ", " : "");
        }
        List<Line> lines = new ArrayList<>();
        add(text + "or a command.", width, lines);
        return new Frame(lines);
    }

    /// The command behind a number of [#choices]; the line itself where it is none.
    public static String chosen(List<StopKeys.Key> keys, String line) {
        String text = line.strip();
        for (int i = 0; i < NUMBERED.size(); i++) {
            if (text.equals(Integer.toString(i + 1)) && has(keys, NUMBERED.get(i))) {
                return NUMBERED.get(i);
            }
        }
        return line;
    }

    private static boolean has(List<StopKeys.Key> keys, String command) {
        for (StopKeys.Key key : keys) {
            if (command.equals(key.command())) {
                return true;
            }
        }
        return false;
    }

    private static String sentence(CardLine line, Canvas canvas) {
        String text = line.said();
        if (text == null) {
            String words = line.words().strip();
            boolean news = words.startsWith("* ");
            String who = (line.label().strip() + (line.side().isEmpty() ? "" : ", " + line.side())).strip();
            text = (who.isEmpty() ? "" : who + ": ") + (news ? words.substring(1).strip() : words) + (line.figure().isEmpty() ? "" : ", " + line.figure())
                    + (news ? " (news)" : "");
        }
        text = text.replace(" " + canvas.glyphs().arrow() + " ", " to ");
        while (text.contains("  ")) {
            text = text.replace("  ", " ");
        }
        return text.isEmpty() || ".!?".indexOf(text.charAt(text.length() - 1)) >= 0 ? capital(text) : capital(text) + ".";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static void add(String sentence, int width, List<Line> lines) {
        for (String line : Wrap.lines(sentence, Math.max(LEAST_WIDTH, width), INDENT)) {
            lines.add(Line.of(line, Role.PLAIN));
        }
    }
}
