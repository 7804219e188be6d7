package dev.lifeline.explain.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// All rules, and the search for them in a text.
public final class PhraseBook {

    private static final String FOLDER = "/dev/lifeline/explain/vocabulary/";
    /// A stack trace may have a thousand lines that one rule fits: the first of them tell as much.
    private static final int MOST_OF_A_PATTERN = 100;

    private static PhraseBook builtIn;

    private final List<Phrase> phrases;
    private final List<PhrasePattern> patterns = new ArrayList<>();
    private final List<Phrase> owners = new ArrayList<>();
    private final AnchorIndex index;
    private final BytesLook bytesLook;

    private PhraseBook(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        for (Phrase phrase : phrases) {
            for (PhrasePattern pattern : phrase.says()) {
                patterns.add(pattern);
                owners.add(phrase);
            }
        }
        index = AnchorIndex.of(patterns);
        bytesLook = new BytesLook(index);
    }

    /// The one that the program brings: all files that its `index` names, and the systems' own texts. Read once; who asks meanwhile waits.
    public static synchronized PhraseBook builtIn() {
        if (builtIn == null) {
            builtIn = read();
        }
        return builtIn;
    }

    /// Reads every other file on a thread of its own: with all of them on one, a start takes a third of a `java Hello` longer.
    private static PhraseBook read() {
        List<String> families = families();
        List<List<Phrase>> read = new ArrayList<>(Collections.nCopies(families.size(), null));
        Thread odd = Thread.ofPlatform().daemon().name("vocabulary").start(() -> read(families, 1, read));
        read(families, 0, read);
        List<Phrase> systems = SystemTexts.phrases();
        try {
            odd.join();
        } catch (InterruptedException e) {
            // What is not there yet is read below.
            Thread.currentThread().interrupt();
        }
        List<Phrase> all = new ArrayList<>(2048);
        for (int i = 0; i < families.size(); i++) {
            all.addAll(read.get(i) != null ? read.get(i) : VocabularyReader.read(families.get(i), resource(families.get(i) + ".txt"), false));
        }
        all.addAll(systems);
        return new PhraseBook(all);
    }

    private static void read(List<String> families, int first, List<List<Phrase>> read) {
        for (int i = first; i < families.size(); i += 2) {
            read.set(i, VocabularyReader.read(families.get(i), resource(families.get(i) + ".txt"), false));
        }
    }

    /// Makes one of some rules.
    public static PhraseBook of(List<Phrase> phrases) {
        return new PhraseBook(phrases);
    }

    /// The names of the files, without their ending, in the order of the index.
    static List<String> families() {
        List<String> families = new ArrayList<>();
        String index = resource("index");
        int end;
        for (int from = 0; from < index.length(); from = end + 1) {
            end = index.indexOf('\n', from);
            end = end < 0 ? index.length() : end;
            if (end > from && index.charAt(from) != '#') {
                families.add(index.substring(from, end).strip());
            }
        }
        return families;
    }

    static String resource(String name) {
        try (InputStream in = PhraseBook.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("the vocabulary has no file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// All rules, in the order of their files.
    public List<Phrase> phrases() {
        return phrases;
    }

    /// The rules whose wording is in a text and whose conditions hold there, by where they begin, the longer first.
    public List<Match> find(String entry) {
        return find(entry, new SearchEffort());
    }

    List<Match> find(String entry, SearchEffort effort) {
        FoldedText text = new FoldedText(entry);
        List<Match> found = new ArrayList<>();
        effort.add(entry.length());
        long[] candidates = index.candidates(text, patterns.size());
        for (int word = 0; word < candidates.length; word++) {
            for (long bits = candidates[word]; bits != 0; bits &= bits - 1) {
                int number = (word << 6) + Long.numberOfTrailingZeros(bits);
                find(number, text, found, effort);
            }
        }
        found.sort(PhraseBook::order);
        return withoutRepeats(found);
    }

    private void find(int number, FoldedText text, List<Match> found, SearchEffort effort) {
        Phrase phrase = owners.get(number);
        if (!conditionsHold(phrase, text)) {
            return;
        }
        PatternSearch search = new PatternSearch(patterns.get(number), text);
        int start = 0;
        for (int i = 0; i < MOST_OF_A_PATTERN && (start = search.next(start)) >= 0; i++) {
            if (phrase.exactly() == null || text.text().substring(start, search.end()).contains(phrase.exactly())) {
                found.add(new Match(phrase, start, search.end(), search.captured()));
            }
            start = Math.max(search.end(), start + 1);
        }
        effort.add(text.length() + search.steps());
    }

    private static boolean conditionsHold(Phrase phrase, FoldedText text) {
        for (String literal : phrase.unless()) {
            if (text.has(FoldedText.fold(literal))) {
                return false;
            }
        }
        for (String literal : phrase.with()) {
            if (text.has(FoldedText.fold(literal))) {
                return true;
            }
        }
        return phrase.with().isEmpty();
    }

    private static int order(Match one, Match other) {
        return one.start() != other.start() ? Integer.compare(one.start(), other.start()) : Integer.compare(other.end(), one.end());
    }

    /// Of two patterns of one rule the one that found more.
    private static List<Match> withoutRepeats(List<Match> sorted) {
        List<Match> kept = new ArrayList<>(sorted.size());
        for (Match match : sorted) {
            boolean repeated = false;
            for (int i = kept.size() - 1; i >= 0 && !repeated && kept.get(i).end() > match.start(); i--) {
                repeated = kept.get(i).phrase() == match.phrase() && kept.get(i).end() >= match.end();
            }
            if (!repeated) {
                kept.add(match);
            }
        }
        return List.copyOf(kept);
    }

    /// Tells whether a rule may be found in a part of some UTF-8: a fast look that is never wrong when it says no.
    public boolean mayHold(byte[] bytes, int from, int to) {
        return bytesLook.mayHold(bytes, from, to);
    }

    /// Says how many rules it has.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d rules, %d patterns", phrases.size(), patterns.size());
    }
}
