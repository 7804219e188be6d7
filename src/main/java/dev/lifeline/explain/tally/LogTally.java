package dev.lifeline.explain.tally;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Words;
import dev.lifeline.explain.source.LogEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Sum of a log: its errors counted by stage, by code and by remote end, and the groups of alike ones. Bounded in memory, whatever the
/// log holds.
public final class LogTally {

    /// Ends or groups that are kept apart.
    static final int MOST = 5_000;
    private static final int MOST_CODES = 500;
    private static final int MOST_EXAMPLE = 2_000;
    private static final int MOST_KEY = 300;
    private static final String NO_CODE = "(no code)";
    private static final String NO_REMOTE = "(not told)";

    private final Map<ErrorStage, Long> stages = new EnumMap<>(ErrorStage.class);
    private final BoundedCounts codes = new BoundedCounts(MOST_CODES);
    private final BoundedCounts remotes = new BoundedCounts(MOST);
    private final Map<String, ErrorGroup> groups = new HashMap<>();
    private final TimeSpan seen = new TimeSpan();
    private long errors;
    private long entries;
    private long none;
    private boolean forgot;

    /// Counts an entry. What only sounds like an error of a connection is counted apart.
    public void add(LogEntry entry, List<Explanation> explanations) {
        boolean any = false;
        for (Explanation each : explanations) {
            if (each.stage() == ErrorStage.NONE) {
                none += each.words().isEmpty() ? 0 : 1;
            } else {
                any = true;
                add(entry, each);
            }
        }
        entries += any ? 1 : 0;
    }

    private void add(LogEntry entry, Explanation error) {
        errors++;
        stages.merge(error.stage(), 1L, Long::sum);
        String code = error.code() == null ? NO_CODE : error.code();
        String remote = remote(error);
        codes.add(code);
        remotes.add(remote);
        seen.add(entry.time());
        group(error.stage().label() + " " + code + " " + remote, entry, error).add(entry.time());
    }

    private ErrorGroup group(String key, LogEntry entry, Explanation error) {
        ErrorGroup group = groups.get(key);
        if (group == null) {
            if (groups.size() >= MOST) {
                forgetHalf();
            }
            group = first(entry, error);
            groups.put(key, group);
        }
        return group;
    }

    /// A group that begins with this error. Of a long entry the line with its first words is kept.
    private static ErrorGroup first(LogEntry entry, Explanation error) {
        String text = entry.text();
        if (text.length() <= MOST_EXAMPLE) {
            return new ErrorGroup(error, text, entry.line());
        }
        int word = error.words().isEmpty() ? 0 : error.words().getFirst().start();
        int from = Math.max(text.lastIndexOf('\n', word) + 1, word - MOST_EXAMPLE / 2);
        int end = text.indexOf('\n', word);
        int to = Math.min(end < 0 ? text.length() : end, from + MOST_EXAMPLE);
        List<Words> words = new ArrayList<>();
        for (Words each : error.words()) {
            if (each.start() >= from && each.end() <= to) {
                words.add(new Words(each.start() - from, each.end() - from, each.text()));
            }
        }
        return new ErrorGroup(error.on(words), text.substring(from, to), entry.line());
    }

    private static String remote(Explanation error) {
        if (error.remote() == null) {
            return NO_REMOTE;
        }
        String remote = error.remote().toString();
        return remote.length() <= MOST_KEY ? remote : remote.substring(0, MOST_KEY);
    }

    private void forgetHalf() {
        List<ErrorGroup> kept = commonest(MOST / 2);
        groups.values().retainAll(kept);
        forgot = true;
    }

    /// The commonest groups, the commonest first, of alike ones the one that came first.
    ///
    /// @param number how many at most
    public List<ErrorGroup> commonest(int number) {
        List<ErrorGroup> all = new ArrayList<>(groups.values());
        all.sort(Comparator.comparingLong(ErrorGroup::count).reversed().thenComparingLong(ErrorGroup::line));
        return List.copyOf(all.subList(0, Math.min(number, all.size())));
    }

    /// The errors of each stage that has any, in the order of the stages.
    public Map<ErrorStage, Long> stages() {
        return stages;
    }

    public BoundedCounts codes() {
        return codes;
    }

    public BoundedCounts remotes() {
        return remotes;
    }

    /// Counts the errors: an entry can have several.
    public long errors() {
        return errors;
    }

    /// Counts the entries with an error.
    public long entries() {
        return entries;
    }

    /// Counts what only sounds like an error of a connection, by words that are known for it.
    public long none() {
        return none;
    }

    /// Counts the groups that are kept.
    public int groups() {
        return groups.size();
    }

    /// The times of all errors.
    public TimeSpan seen() {
        return seen;
    }

    /// Says if there were more ends or groups than are kept apart: the rarer ones were forgotten then, and counts of the others can be
    /// too small.
    public boolean cut() {
        return forgot || remotes.forgot() || codes.forgot();
    }
}
