package dev.lifeline.scenario.yaml;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Tells mistakes that the YAML parser stumbled over in the words of somebody who writes scenarios.
final class YamlMistakes {

    private YamlMistakes() {
    }

    static void note(YamlEngineException e, String text, Problems problems) {
        if (e instanceof ReaderException reader) {
            problems.add(at(text, reader.getPosition()), "a character that no YAML file may hold (\\u"
                    + Integer.toHexString(reader.getCodePoint() | 0x10000).substring(1)
                    + ") stands here; take it out, or write it as an escape in double quotes");
        } else if (e instanceof MarkedYamlEngineException marked) {
            // Where a colon or a quote is missing, the parser comes to know too late; the context is the key, or the quote that begins.
            Mark mark = (noColon(marked) || noQuote(marked) ? marked.getContextMark() : marked.getProblemMark()).or(marked::getContextMark)
                    .orElse(null);
            problems.add(YamlReader.position(mark), sentence(marked, mark, text));
        } else {
            problems.add(new Position(1, 1), "this is no YAML: " + firstLine(e.getMessage()));
        }
    }

    private static boolean noColon(MarkedYamlEngineException e) {
        return e.getProblem() != null && e.getProblem().contains("expected ':'");
    }

    private static boolean noQuote(MarkedYamlEngineException e) {
        return e.getProblem() != null && e.getProblem().contains("unexpected end of stream");
    }

    private static String sentence(MarkedYamlEngineException e, Mark mark, String text) {
        String line = mark == null ? "" : line(text, mark.getLine());
        String problem = e.getProblem() == null ? "" : e.getProblem();
        int column = mark == null ? 0 : Math.min(mark.getColumn(), line.length());
        char here = column < line.length() ? line.charAt(column) : '\n';
        if (here == '\t' || indentedWithTab(line)) {
            return "a tab stands here; YAML is indented with spaces only; put two spaces instead";
        }
        if (problem.contains("cannot start any token") || here == '>' || here == '|') {
            return "no value can begin with " + here + " here; a value that begins so stands in quotes, for example '>= 1'";
        }
        if (noColon(e)) {
            return "a colon is missing in this line; each line is a word, a colon, a space and a value: claim: A client ...";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "a colon with a space stands inside of a value here, or the line is indented too far; "
                    + "put the value in quotes, or indent the line as the one before";
        }
        if (problem.contains("expected ',' or")) {
            return "a comma or a closing bracket is missing before here; between values in { } and [ ] stands a comma";
        }
        if (problem.contains("expected <block end>")) {
            return "the line does not fit in with those before; a colon is missing, or it is indented by another number of "
                    + "spaces";
        }
        if (noQuote(e)) {
            return "the quote that begins here is not closed before the end of the file; the closing quote is missing";
        }
        if (problem.contains("unknown escape character")) {
            return "YAML knows no such escape in double quotes; put the text in single quotes: there \\n, \\r, \\t, \\\\, \\\" and \\xHH are read";
        }
        return "this is no YAML: " + firstLine(problem.isEmpty() ? e.getMessage() : problem);
    }

    private static boolean indentedWithTab(String line) {
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            if (line.charAt(i) == '\t') {
                return true;
            }
        }
        return false;
    }

    private static Position at(String text, int index) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(index, text.length()); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new Position(line, column);
    }

    /// A line of a text, counted from 0.
    private static String line(String text, int number) {
        int start = 0;
        for (int i = 0; i < number; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return "";
            }
            start = end + 1;
        }
        int end = text.indexOf('\n', start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }

    private static String firstLine(String message) {
        String text = message == null ? "no reason given" : message;
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
