package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import dev.lifeline.text.ShellWord;
import java.util.ArrayList;
import java.util.List;

/// `trace run --check`: reads scenarios and says all that is wrong with them. Nothing is played.
final class ScenarioCheck {

    private final Io io;

    ScenarioCheck(Io io) {
        this.io = io;
    }

    /// Reads them all, also after one that is wrong.
    ExitCode check(List<String> words, List<Catalogue.Topic> topics) {
        List<String> all = new ArrayList<>(words);
        for (Catalogue.Topic topic : topics) {
            all.addAll(topic.ids());
        }
        ExitCode code = ExitCode.OK;
        for (String word : all) {
            try {
                Scenario scenario = ScenarioFinder.find(word);
                Cli.print(io, ShellWord.ofPath(Printable.ascii(word)) + ": no mistakes (" + Counted.of(scenario.steps().size(), "step") + ", "
                        + Counted.of(scenario.expectations().size(), "expectation") + questions(scenario.questions()) + ")\n");
            } catch (ScenarioException e) {
                tell(e, io);
                code = ExitCode.USAGE;
            } catch (UsageException e) {
                io.complain("run", e.getMessage());
                code = ExitCode.USAGE;
            }
        }
        return code;
    }

    private static String questions(Questions questions) {
        return (questions.predictions().isEmpty() ? "" : ", " + Counted.of(questions.predictions().size(), "prediction"))
                + (questions.puzzles().isEmpty() ? "" : ", " + Counted.of(questions.puzzles().size(), "puzzle"));
    }

    /// Every mistake on a line of its own, as editors and their error lists read it: FILE:LINE:COLUMN: what.
    static void tell(ScenarioException mistakes, Io io) {
        for (String line : mistakes.getMessage().split("\n")) {
            io.say(line);
        }
    }

    /// The first mistake, for a line that has no room for all.
    static String first(Exception failed) {
        String[] lines = String.valueOf(failed.getMessage()).split("\n");
        return lines.length == 1 ? lines[0] : lines[0] + " (and " + (lines.length - 1) + " more)";
    }
}
