package dev.lifeline.explain.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Chooses the word of a pattern by which it is found: one that is in every text that the pattern finds, and in few others.
final class AnchorChoice {

    static final int SHORTEST = 3;
    /// The chars of it that are looked up.
    static final int GRAM = 4;
    /// How rare letters are in logs: `a` to `z`, the rarest is `9`.
    private static final String RARITY = "14220333085230039110354648";
    /// In nearly every line of some log.
    private static final Set<String> COMMON = Set.of("http", "conn", "onne", "nnec", "ecti", "erro", "rror", "serv", "time", "requ",
            "tion", "info", "warn", "fail", "java", "host", "tcp:", "port", "exce", "xcep", "cept", "epti", "ptio", "lang");
    private static final int PENALTY = 12;

    private final String text;
    private final int end;
    private final List<List<String>> choices = new ArrayList<>();
    private int at;

    private AnchorChoice(String text, int from, int end) {
        this.text = text;
        this.at = from;
        this.end = end;
    }

    /// Words of which each text that the pattern finds has one.
    ///
    /// @throws IllegalArgumentException where the pattern has none of three chars
    static List<String> of(String text, int from, int end) {
        List<String> best = new AnchorChoice(text, from, end).best();
        if (best == null) {
            throw new IllegalArgumentException("no word of " + SHORTEST + " chars that is in all that it finds");
        }
        return best;
    }

    private List<String> best() {
        StringBuilder word = new StringBuilder();
        while (at < end) {
            char c = text.charAt(at++);
            switch (c) {
                case ' ' -> offer(word);
                case '{' -> {
                    offer(word);
                    at = after('}');
                }
                case '(' -> {
                    offer(word);
                    group();
                }
                default -> word.append(FoldedText.fold(c == '\\' && at < end ? text.charAt(at++) : c));
            }
        }
        offer(word);
        if (choices.size() < 2) {
            return choices.isEmpty() ? null : choices.getFirst();
        }
        List<String> best = null;
        int most = Integer.MIN_VALUE;
        for (List<String> choice : choices) {
            int score = score(choice);
            if (score > most) {
                most = score;
                best = choice;
            }
        }
        return best;
    }

    private int after(char close) {
        int found = text.indexOf(close, at);
        return found < 0 ? end : found + 1;
    }

    private void offer(StringBuilder word) {
        if (word.length() >= SHORTEST) {
            choices.add(List.of(word.toString()));
        }
        word.setLength(0);
    }

    /// A word of each alternative, where each has one; alternatives within them are passed over.
    private void group() {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        String longest = "";
        boolean all = true;
        int depth = 1;
        while (at < end && depth > 0) {
            char c = text.charAt(at++);
            boolean ends = c == ' ' || c == '{' || c == '(' || c == ')' || c == '|';
            if (c == '(') {
                depth++;
            }
            if (ends) {
                longest = score(word) > score(longest) ? word.toString() : longest;
                word.setLength(0);
                at = c == '{' ? after('}') : at;
                if (depth == 1 && (c == '|' || c == ')')) {
                    all &= longest.length() >= SHORTEST;
                    words.add(longest);
                    longest = "";
                }
                depth -= c == ')' ? 1 : 0;
            } else if (depth == 1) {
                word.append(FoldedText.fold(c == '\\' && at < end ? text.charAt(at++) : c));
            }
        }
        if (all && !words.isEmpty()) {
            choices.add(words);
        }
    }

    private static int score(List<String> words) {
        int least = Integer.MAX_VALUE;
        for (String word : words) {
            least = Math.min(least, score(word));
        }
        return least;
    }

    /// How rare the rarest chars of a word are that follow each other.
    private static int score(CharSequence word) {
        return word.length() < SHORTEST ? -1 : word.length() < GRAM ? 0 : gramScore(word, gram(word));
    }

    /// Where the chars of a word begin by which it is looked up.
    static int gram(CharSequence word) {
        int best = 0;
        int score = -1;
        for (int from = 0; from + GRAM <= word.length(); from++) {
            int here = gramScore(word, from);
            if (here > score) {
                score = here;
                best = from;
            }
        }
        return best;
    }

    private static int gramScore(CharSequence word, int from) {
        int score = PENALTY;
        for (int i = from; i < from + GRAM; i++) {
            char c = word.charAt(i);
            score += c >= 'a' && c <= 'z' ? RARITY.charAt(c - 'a') - '0' : c >= 0x80 ? 4 : 1;
        }
        return COMMON.contains(word.subSequence(from, from + GRAM).toString()) ? score - PENALTY : score;
    }
}
