package dev.lifeline.glossary;

import java.util.ArrayList;
import java.util.List;

/// Reads a file of terms. `stages.txt` explains the format.
final class TermReader {

    private final String file;
    private final List<String> lines;
    private final List<Term> terms = new ArrayList<>();
    private String title;
    private List<String> names;
    private List<String> others;
    private List<String> picture;
    private List<String> scenarios;
    private List<String> sources;
    private List<String> see;
    private String text;

    /// @param file its name, for messages
    TermReader(String file, String content) {
        this.file = file;
        this.lines = content.lines().toList();
    }

    /// The topic with all terms.
    ///
    /// @throws IllegalArgumentException for a line that is not of the format
    TermTopic topic() {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("[") && line.endsWith("]")) {
                end();
                begin(line.substring(1, line.length() - 1));
            } else if (names != null && line.startsWith("| ")) {
                picture.add(line.substring(2).stripTrailing());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                StringBuilder whole = new StringBuilder(line);
                while (i + 1 < lines.size() && lines.get(i + 1).startsWith("  ")) {
                    whole.append(' ').append(lines.get(++i).strip());
                }
                line(whole.toString(), i + 1);
            }
        }
        end();
        return new TermTopic(title, terms);
    }

    private void begin(String words) {
        names = listed(words);
        others = List.of();
        picture = new ArrayList<>();
        scenarios = List.of();
        sources = List.of();
        see = List.of();
        text = "";
    }

    private void line(String line, int number) {
        int colon = line.indexOf(": ");
        String key = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 2);
        if (names == null && !key.equals("topic")) {
            throw wrong(line, number);
        }
        switch (key) {
            case "topic" -> title = value;
            case "also" -> others = listed(value);
            case "text" -> text = value;
            case "scenario" -> scenarios = listed(value);
            case "source" -> sources = listed(value);
            case "see" -> see = listed(value);
            default -> throw wrong(line, number);
        }
    }

    private static List<String> listed(String words) {
        List<String> listed = new ArrayList<>();
        // One character: that needs no regular expression, which would cost more than all else here.
        for (String word : words.split(",")) {
            listed.add(word.strip());
        }
        return listed;
    }

    private IllegalArgumentException wrong(String line, int number) {
        return new IllegalArgumentException(file + ":" + number + " is no line of a term: " + line);
    }

    private void end() {
        if (names != null) {
            terms.add(new Term(names, others, text, picture, scenarios, sources, see));
        }
    }
}
