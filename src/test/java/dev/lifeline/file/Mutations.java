package dev.lifeline.file;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Makes recordings and scenarios that nobody recorded or wrote: most of them can be read still, and say what cannot be. The same
/// seed makes the same one.
final class Mutations {

    private static final Pattern NUMBER = Pattern.compile(":(-?\\d+)");
    private static final Pattern SEQUENCE = Pattern.compile("\"seq\":\\d+");
    private static final Pattern EVENTS = Pattern.compile("\"events\":\\d+");
    private static final Pattern TEXT = Pattern.compile("\"(host|address|message|text|name|device|happened|reason|description)\":\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final List<String> NUMBERS = List.of("0", "-1", "1", "2", "3", "65535", "65536", "2147483647", "-2147483648", "1000000000",
            "9223372036854775807", "-9223372036854775808");
    private static final List<String> HOSTILE = List.of("\\u001b[2J", "\\u202e\\u0000", "\\u009b31m", "\\r\\n", "\\ud800", "{list}", "%n%s", "");
    private static final List<String> RAW = List.of("\u001b[2J", "\u202e", "\u009b31m", "\t", "\r", "\u0000", "- ", ": ", "&a", "*a", "!!x", "'", "\"", "{", "[");

    private final Random random;
    private final List<List<String>> recordings;
    private final List<String> scenarios;

    private Mutations(List<List<String>> recordings, List<String> scenarios, long seed) {
        this.recordings = recordings;
        this.scenarios = scenarios;
        this.random = new Random(seed);
    }

    /// Those that grow out of the samples of the repository, and out of every kind in every lane.
    static Mutations of(long seed) throws IOException {
        List<List<String>> recordings = new ArrayList<>();
        for (String name : List.of("late-accept", "loopback", "refused", "reset-on-read")) {
            recordings.add(Files.readAllLines(Path.of("samples/recordings", name + ".ndjson")));
        }
        recordings.add(everyKindInEveryLane());
        List<String> scenarios = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("samples/scenarios"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList()) {
                scenarios.add(Files.readString(file));
            }
        }
        return new Mutations(recordings, scenarios, seed);
    }

    /// The lines of a recording that has every kind in every lane with every grade of evidence.
    static List<String> everyKindInEveryLane() {
        List<TraceEvent> events = new ArrayList<>();
        for (Lane lane : Lane.values()) {
            for (EventBody body : Samples.bodies()) {
                int i = events.size();
                events.add(new TraceEvent(i, 1_000L * i, lane, Evidence.values()[i % Evidence.values().length], i % 3, i % 2, body));
            }
        }
        return new String(Samples.recording(events), StandardCharsets.US_ASCII).lines().toList();
    }

    /// The next recording.
    byte[] recording() {
        List<String> lines = new ArrayList<>(any(recordings));
        thin(lines);
        for (int i = 1 + random.nextInt(8); i > 0; i--) {
            change(lines);
        }
        boolean numbered = random.nextInt(16) > 0;
        StringBuilder text = new StringBuilder();
        int events = 0;
        for (String line : lines) {
            String written = line;
            if (numbered && line.startsWith("{\"type\":\"event\"")) {
                written = SEQUENCE.matcher(line).replaceFirst("\"seq\":" + events++);
            } else if (numbered && line.startsWith("{\"type\":\"end\"")) {
                written = EVENTS.matcher(line).replaceFirst("\"events\":" + events);
            }
            text.append(written).append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(12) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(8) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    /// Of a long one only some events, so that rare kinds stand alone as well.
    private void thin(List<String> lines) {
        int keep = 1 + random.nextInt(lines.size());
        boolean some = random.nextInt(3) == 0;
        lines.removeIf(line -> some && line.startsWith("{\"type\":\"event\"") && random.nextInt(lines.size()) > keep);
    }

    private void change(List<String> lines) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(13)) {
            case 0 -> lines.set(at, word(line, "lane", Lane.values()[random.nextInt(Lane.values().length)].label()));
            case 1 -> lines.set(at, word(line, "stage", Stage.values()[random.nextInt(Stage.values().length)].label()));
            case 2 -> lines.set(at, word(line, "evidence", Evidence.values()[random.nextInt(Evidence.values().length)].label()));
            case 3 -> lines.set(at, word(line, "code", ErrorCode.values()[random.nextInt(ErrorCode.values().length)].name()));
            case 4 -> lines.set(at, word(line, "mode", any(List.of("client", "server", "loopback"))));
            case 5 -> lines.set(at, number(line));
            case 6 -> lines.set(at, TEXT.matcher(line).replaceFirst(Matcher.quoteReplacement("\"host\":\"" + any(HOSTILE) + "\"")));
            case 7 -> lines.set(at, line.replaceFirst("\"connection\":\\d+", "\"connection\":" + random.nextInt(4)));
            case 8 -> lines.remove(lines.size() > 1 ? at : random.nextInt(lines.size()));
            case 9 -> lines.add(random.nextInt(lines.size()), line);
            case 10 -> lines.set(at, lines.get(random.nextInt(lines.size())));
            case 11 -> lines.set(at, line.replaceFirst("\"started\":\\d+", "\"started\":" + random.nextInt(lines.size())));
            case 12 -> lines.set(at, TEXT.matcher(line).replaceFirst(Matcher.quoteReplacement("\"$1\":\"" + any(HOSTILE) + "\"").replace("\\$1", "$1")));
            default -> throw new IllegalStateException();
        }
        if (lines.isEmpty()) {
            lines.add("");
        }
    }

    private static String word(String line, String field, String word) {
        return line.replaceFirst("\"" + field + "\":\"[^\"]*\"", Matcher.quoteReplacement("\"" + field + "\":\"" + word + "\""));
    }

    private String number(String line) {
        Matcher numbers = NUMBER.matcher(line);
        int which = random.nextInt(8);
        int begin = 0;
        while (which-- > 0 && numbers.find(begin)) {
            begin = numbers.end();
        }
        return numbers.find(begin) ? line.substring(0, numbers.start(1)) + any(NUMBERS) + line.substring(numbers.end(1)) : line;
    }

    /// The next scenario.
    String scenario() {
        StringBuilder text = new StringBuilder(any(scenarios));
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, any(RAW));
                case 1 -> text.delete(at, Math.min(text.length() - 1, at + 1 + random.nextInt(12)));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                case 3 -> replaceWord(text, at);
                case 4 -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(80))));
                default -> throw new IllegalStateException();
            }
        }
        return text.toString();
    }

    private void replaceWord(StringBuilder text, int from) {
        String other = any(scenarios);
        Matcher given = WORD.matcher(other);
        Matcher place = WORD.matcher(text);
        if (place.find(from) && given.find(random.nextInt(other.length()))) {
            text.replace(place.start(), place.end(), random.nextInt(4) == 0 ? any(NUMBERS) : given.group());
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// A number below this one, for whoever shows what was made.
    int below(int bound) {
        return random.nextInt(bound);
    }
}
