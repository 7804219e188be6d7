package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.rule.Match;
import dev.lifeline.explain.rule.Phrase;
import java.util.ArrayList;
import java.util.List;

/// Places what one match tells, with what the words around it add.
final class Candidates {

    private final ActSearch acts;
    private final Surroundings around;

    Candidates(ActSearch acts, Surroundings around) {
        this.acts = acts;
        this.around = around;
    }

    /// Places a phrase, which names its stages itself; several of them are told apart by what was being done.
    Placed phrase(Match match, CauseClues clues, int level) {
        Phrase phrase = match.phrase();
        if (phrase.family().equals("english") && CodeKind.of(phrase.code()) == CodeKind.PIPE) {
            return code(match, level);
        }
        List<Match> rests = new ArrayList<>(List.of(match));
        String code = phrase.code();
        if (code == null && phrase.stages().getFirst() != ErrorStage.NONE) {
            Match told = lastCode(clues, phrase.stages());
            if (told != null) {
                code = told.phrase().code();
                rests.add(told);
            }
        }
        List<ErrorStage> stages = phrase.stages();
        Act own = Act.of(phrase.operation());
        ActClue act = own == null ? null : new ActClue(own, match, false);
        Placed placed = new Placed(stages.getFirst(), stages, phrase.confidence(), code, act, match, rests);
        if (stages.getFirst() == ErrorStage.NONE) {
            return placed;
        }
        ActClue around = acts.of(match, level);
        Leaning leaning = around == null ? null : leaning(code, around);
        if (act == null && leaning != null && leaning.stage() == placed.stage()) {
            placed = new Placed(placed.stage(), stages, placed.sure(), code, around, match, rests);
        }
        boolean several = stages.size() > 1 || phrase.wrapper() && phrase.confidence() != Confidence.HIGH;
        if (around == null || !several && !broken(placed, around)) {
            return placed;
        }
        if (leaning == null || around.weak() && !stages.contains(leaning.stage())) {
            return placed;
        }
        if (stages.contains(leaning.stage()) || broken(placed, around) || phrase.confidence() == Confidence.LOW) {
            rests.add(around.match());
            return new Placed(leaning.stage(), leaning.open(), leaning.sure(), code, around, match, rests);
        }
        return placed;
    }

    /// Tells whether a read or a write that broke was one of a handshake.
    private static boolean broken(Placed placed, ActClue around) {
        if (around.act() != Act.HANDSHAKE || placed.stage() != ErrorStage.READ && placed.stage() != ErrorStage.WRITE) {
            return false;
        }
        return switch (CodeKind.of(placed.code())) {
            case RESET, SILENCE, CLOCK, PIPE, END, NOT_CONNECTED -> true;
            default -> false;
        };
    }

    /// Places a code by what was being done; `null` where neither speaks for a connection.
    Placed code(Match match, int level) {
        String code = match.phrase().code();
        ActClue act = acts.of(match, level);
        Leaning leaning = leaning(code, act);
        if (leaning == null) {
            return null;
        }
        CodeKind kind = CodeKind.of(code);
        if (kind == CodeKind.PIPE) {
            leaning = around.ofPipe(leaning, act);
        } else if (kind == CodeKind.EXHAUSTED && act == null && around.ofFiles()) {
            leaning = new Leaning(ErrorStage.NONE, List.of(), Confidence.MEDIUM);
        }
        return new Placed(leaning.stage(), leaning.open(), leaning.sure(), code, act, match, act == null ? List.of(match) : List.of(match, act.match()));
    }

    private static Leaning leaning(String code, ActClue act) {
        CodeKind kind = CodeKind.of(code);
        Leaning leaning = StageByAct.of(kind, act == null ? null : act.act());
        if (leaning == null || act == null || !act.weak()) {
            return leaning;
        }
        return switch (kind) {
            case RESET, PIPE, END, NOT_CONNECTED, CLOSED -> new Leaning(leaning.stage(), List.of(ErrorStage.READ, ErrorStage.TLS), Confidence.LOW);
            case NAME, REFUSED, IN_USE, TLS, MEANING, SILENCE, NO_WAY -> leaning;
            case CLOCK, NOT_HERE, EXHAUSTED, DENIED, ODD, OTHER -> leaning.atMost(Confidence.MEDIUM);
        };
    }

    /// The last code of a cause that fits one of some stages.
    private static Match lastCode(CauseClues clues, List<ErrorStage> stages) {
        Match found = null;
        for (Match match : clues.codes) {
            Leaning leaning = StageByAct.of(CodeKind.of(match.phrase().code()), null);
            boolean fits = leaning == null || stages.contains(leaning.stage()) || leaning.open().stream().anyMatch(stages::contains);
            found = fits ? match : found;
        }
        return found;
    }
}
