package dev.lifeline.explain.place;

import dev.lifeline.explain.rule.Match;
import java.util.List;

/// Finds what was being done when an error came: in the words around it, else in the frames, else in the errors around its cause.
final class ActSearch {

    private final String text;
    /// The causes from the innermost to the outermost.
    private final List<CauseClues> chain;

    ActSearch(String text, List<CauseClues> chain) {
        this.text = text;
        this.chain = chain;
    }

    /// Finds it; `null` where nothing tells.
    ///
    /// @param at the words of the error
    /// @param level which of the causes they stand in
    ActClue of(Match at, int level) {
        ActClue weak = null;
        for (int i = level; i < chain.size(); i++) {
            CauseClues clues = chain.get(i);
            ActClue found = i == level ? inside(clues, at) : outside(clues);
            if (found != null && !found.weak()) {
                return inHandshake(found, level, at);
            }
            weak = weak == null ? found : weak;
        }
        return weak;
    }

    /// Bytes that move in a handshake are the handshake's.
    private ActClue inHandshake(ActClue found, int level, Match at) {
        if (!found.act().movesBytes()) {
            return found;
        }
        for (int i = level; i < chain.size(); i++) {
            for (ActClue clue : chain.get(i).acts) {
                boolean near = i > level || sameLine(clue.match(), at) || !sameLine(found.match(), at);
                if (clue.act() == Act.HANDSHAKE && near && clue.match() != at) {
                    return clue;
                }
            }
        }
        return found;
    }

    private ActClue inside(CauseClues clues, Match at) {
        ActClue before = null;
        ActClue after = null;
        ActClue weak = null;
        ActClue lookup = null;
        ActClue earlier = null;
        ActClue later = null;
        for (ActClue clue : clues.acts) {
            if (clue.match() == at) {
                continue;
            }
            boolean ahead = clue.match().start() <= at.start();
            if (clue.weak()) {
                weak = weak == null || ahead ? clue : weak;
            } else if (sameLine(clue.match(), at)) {
                lookup = clue.act() == Act.LOOKUP && ahead ? clue : lookup;
                before = ahead ? clue : before;
                after = !ahead && after == null ? clue : after;
            } else if (!property(clue.match())) {
                earlier = ahead ? clue : earlier;
                later = !ahead && later == null ? clue : later;
            }
        }
        ActClue here = lookup != null ? lookup : before != null ? before : after;
        if (here != null) {
            return here;
        }
        ActClue first = clues.cause.innermostLast ? earlier : later;
        ActClue other = clues.cause.innermostLast ? later : earlier;
        return first != null ? first : other != null ? other : weak;
    }

    /// Tells whether words are the name of a value in a dump of an object, as `accept: 'text/html'` is.
    private boolean property(Match words) {
        int line = text.lastIndexOf('\n', words.start()) + 1;
        return text.charAt(words.end() - 1) == ':' && text.substring(line, words.start()).isBlank() && words.start() > line;
    }

    private static ActClue outside(CauseClues clues) {
        ActClue found = null;
        for (ActClue clue : clues.acts) {
            if (found == null || found.weak() && !clue.weak() || clues.cause.innermostLast && found.weak() == clue.weak()) {
                found = clue;
            }
        }
        return found;
    }

    private boolean sameLine(Match one, Match other) {
        int from = Math.min(one.end(), other.end());
        int to = Math.max(one.start(), other.start());
        return from >= to || text.indexOf('\n', from, to) < 0;
    }
}
