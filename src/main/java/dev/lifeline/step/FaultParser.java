package dev.lifeline.step;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.wording.step.FaultWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads what stands behind `fault`.
public final class FaultParser {

    /// Words that can follow `fault`.
    public static final List<String> ACTS = List.of("list", "add", "clear");

    private static final String ON = "on";
    private static final long MOST_BYTES = 1L << 30;
    private static final List<String> UNITS = List.of("", "b", "byte", "bytes", "kib", "mib");

    private FaultParser() {
    }

    /// The words of all faults.
    public static List<String> words() {
        return Labelled.labels(FaultKind.values());
    }

    static Command read(String rest) throws CommandException {
        List<String> words = new ArrayList<>(Arrays.asList(rest.split("\\s+")));
        String act = words.removeFirst();
        int place = act.isEmpty() ? 0 : Shortened.place(act, ACTS);
        if (place < 0) {
            throw new CommandException("fault has no word " + Quoted.typed(act) + Nearest.hint(act, ACTS) + ": write fault list, fault add WORD or fault clear");
        }
        return switch (ACTS.get(place)) {
            case "add" -> add(words);
            case "clear" -> clear(words);
            default -> list(words);
        };
    }

    private static Command list(List<String> words) throws CommandException {
        if (!words.isEmpty()) {
            throw new CommandException("fault list takes no words behind it; to have one: fault add " + words.getFirst());
        }
        return new Command.Fault(Command.Fault.Act.LIST, null, 0, 0, 0, null, 0);
    }

    private static Command clear(List<String> words) throws CommandException {
        if (words.size() > 1) {
            throw new CommandException("write fault clear, and one word or number of a fault, or nothing for all");
        }
        String which = words.isEmpty() ? "all" : words.getFirst();
        boolean number = !which.isEmpty() && which.chars().allMatch(c -> c >= '0' && c <= '9') && which.length() < 9;
        return new Command.Fault(Command.Fault.Act.CLEAR, number || which.equals("all") ? null : kind(which), 0, 0, 0, null,
                number ? Integer.parseInt(which) : 0);
    }

    private static FaultKind kind(String word) throws CommandException {
        int place = Shortened.place(word, words());
        if (place < 0) {
            throw new CommandException("there is no fault " + Quoted.typed(word) + Nearest.hint(word, words()) + "; fault list shows them");
        }
        return FaultKind.values()[place];
    }

    private static Command add(List<String> words) throws CommandException {
        if (words.isEmpty()) {
            throw new CommandException("write fault add and one of the words that fault list shows");
        }
        FaultKind kind = kind(words.removeFirst());
        Lane lane = null;
        int on = words.indexOf(ON);
        if (on >= 0) {
            lane = lane(String.join(" ", words.subList(on + 1, words.size())), kind);
            words.subList(on, words.size()).clear();
        }
        long bytes = kind.takes() == FaultKind.Takes.BYTES || kind.takes() == FaultKind.Takes.BYTES_AND_TIME ? bytes(words, kind) : 0;
        long jitter = kind.takes() == FaultKind.Takes.TIME_AND_JITTER ? jitter(words) : 0;
        long time = 0;
        if (wantsTime(kind.takes(), words)) {
            time = time(String.join(" ", words), kind);
            words.clear();
        }
        if (jitter > time) {
            throw wrong(kind, "the jitter is longer than the latency: ");
        }
        if (!words.isEmpty()) {
            throw wrong(kind, Quoted.typed(String.join(" ", words)) + " is too much: ");
        }
        return new Command.Fault(Command.Fault.Act.ADD, kind, time, jitter, bytes, lane, 0);
    }

    private static boolean wantsTime(FaultKind.Takes takes, List<String> words) {
        return switch (takes) {
            case TIME, TIME_AND_JITTER -> true;
            case MAYBE_TIME, BYTES_AND_TIME -> !words.isEmpty();
            case NOTHING, BYTES -> false;
        };
    }

    /// Takes a second time away from the words, where two stand there: `200ms 50ms`, `1 s 50 ms`; 0 where one does.
    private static long jitter(List<String> words) {
        for (int first = 1; first < words.size(); first++) {
            long time = nanos(String.join(" ", words.subList(0, first)));
            long jitter = nanos(String.join(" ", words.subList(first, words.size())));
            if (time > 0 && jitter > 0) {
                words.subList(first, words.size()).clear();
                return jitter;
            }
        }
        return 0;
    }

    /// @return 0 where it is no time
    private static long nanos(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }

    private static long time(String text, FaultKind kind) throws CommandException {
        long nanos = nanos(text);
        if (nanos > 0) {
            return nanos;
        }
        throw wrong(kind, text.isEmpty() ? "" : Quoted.typed(text) + " is no time: ");
    }

    /// Reads `3`, `3 bytes`, `1KiB`, `1KiB/s`, and takes it away from the words.
    private static long bytes(List<String> words, FaultKind kind) throws CommandException {
        String first = words.isEmpty() ? "" : words.removeFirst();
        int end = 0;
        while (end < first.length() && Character.isDigit(first.charAt(end))) {
            end++;
        }
        String unit = first.substring(end);
        if (unit.isEmpty() && !words.isEmpty() && UNITS.contains(bare(words.getFirst()))) {
            unit = words.removeFirst();
        }
        int place = UNITS.indexOf(bare(unit));
        if (end == 0 || end > 9 || place < 0) {
            throw wrong(kind, first.isEmpty() ? "" : Quoted.typed(first + (unit.equals(first.substring(end)) ? "" : " " + unit)) + " is no number of bytes: ");
        }
        long bytes = Long.parseLong(first.substring(0, end)) * (place == 4 ? 1_024 : place == 5 ? 1_024 * 1_024 : 1);
        if (bytes < 1 || bytes > MOST_BYTES) {
            throw wrong(kind, first + " is outside 1 byte to 1 GiB: ");
        }
        return bytes;
    }

    private static String bare(String unit) {
        String small = unit.toLowerCase(Locale.ROOT);
        return small.endsWith("/s") ? small.substring(0, small.length() - 2) : small;
    }

    private static Lane lane(String word, FaultKind kind) throws CommandException {
        Lane lane = PlaceParser.side(word);
        if (lane == null) {
            throw wrong(kind, (word.isEmpty() ? "" : Quoted.typed(word) + " is no side: "));
        }
        return lane;
    }

    private static CommandException wrong(FaultKind kind, String why) {
        return new CommandException(why + "write fault add " + FaultWords.typed(kind) + (kind.isOfListener() ? "" : " on client, or on server"));
    }
}
