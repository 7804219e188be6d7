package dev.lifeline.diagnosis.texts;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads a data file of texts, in one pass and without splitting, because every run reads one when it ends. `progress.txt` explains
/// the format.
final class SectionReader {

    private final String text;
    private final Map<String, List<Section>> sections = new LinkedHashMap<>();
    private String first;
    private String happened;
    private String proved;
    private String notProved;
    private List<String> next;

    private SectionReader(String text) {
        this.text = text;
    }

    /// The sections by what they are about, in the order of the file.
    ///
    /// @param resource the file, in the folder of texts
    static Map<String, List<Section>> read(String resource) {
        try (InputStream in = SectionReader.class.getResourceAsStream(resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// The sections of a text; its lines end with a line feed.
    ///
    /// @throws IllegalArgumentException where a line, a condition or a finding is not known
    static Map<String, List<Section>> parse(String text) {
        return new SectionReader(text).lines();
    }

    private Map<String, List<Section>> lines() {
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            if (text.charAt(from) == '[') {
                end();
                begin(text.substring(from + 1, text.lastIndexOf(']', end)));
            } else if (end > from && text.charAt(from) != '#') {
                String line = text.substring(from, end);
                while (text.startsWith("  ", end + 1)) {
                    int more = text.indexOf('\n', end + 1);
                    line += text.substring(end + 2, more);
                    end = more;
                }
                line(line);
            }
        }
        end();
        return sections;
    }

    private void begin(String words) {
        first = words;
        happened = "";
        proved = "";
        notProved = "";
        next = List.of();
    }

    private void line(String line) {
        int colon = line.indexOf(": ");
        String value = line.substring(colon + 2);
        String said = value.startsWith("\"") ? value.substring(1, value.length() - 1) : value;
        switch (line.substring(0, colon)) {
            case "happened", "text" -> happened = said;
            case "proved" -> proved = said;
            case "not proved" -> notProved = said;
            case "next" -> {
                next = next.isEmpty() ? new ArrayList<>() : next;
                next.add(said);
            }
            default -> throw new IllegalArgumentException("not a line of a section: " + line);
        }
    }

    /// Keeps the section that ends here. The first two words say what it is about, the others are conditions, or a finding.
    private void end() {
        if (first == null) {
            return;
        }
        EvidenceFinding finding = null;
        List<Condition> conditions = new ArrayList<>();
        int about = first.indexOf(' ', first.indexOf(' ') + 1);
        for (int from = about; from >= 0; from = first.indexOf(' ', from + 1)) {
            int to = first.indexOf(' ', from + 1);
            String word = first.substring(from + 1, to < 0 ? first.length() : to);
            Condition condition = Condition.of(word);
            if (condition != null) {
                conditions.add(condition);
            } else {
                finding = EvidenceFinding.of(word);
            }
        }
        keep(about < 0 ? first : first.substring(0, about), finding, conditions);
    }

    private void keep(String about, EvidenceFinding finding, List<Condition> conditions) {
        int bar = about.indexOf('|');
        if (bar < 0) {
            List<Section> alike = sections.get(about);
            if (alike == null) {
                alike = new ArrayList<>();
                sections.put(about, alike);
            }
            alike.add(new Section(about, finding, conditions, happened, proved, notProved, next));
            return;
        }
        // The first alternative, then the others: "write|idle EPIPE" stands for "write EPIPE" and "idle EPIPE".
        int from = about.lastIndexOf(' ', bar) + 1;
        int blank = about.indexOf(' ', bar);
        String rest = blank < 0 ? "" : about.substring(blank);
        keep(about.substring(0, bar) + rest, finding, conditions);
        keep(about.substring(0, from) + about.substring(bar + 1), finding, conditions);
    }
}
