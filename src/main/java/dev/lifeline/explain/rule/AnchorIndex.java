package dev.lifeline.explain.rule;

import java.util.ArrayList;
import java.util.List;

/// Finds which patterns may be in a text, in one pass: four chars at a time are asked of a filter that nearly always says no.
final class AnchorIndex {

    private static final int FILTER_BITS = 17;
    private static final int MIX = 0x9e3779b1;
    private static final int SHORT_MASK = 0x00ffffff;

    private final long[] filter = new long[1 << FILTER_BITS - 6];
    private final int[] keys;
    private final int[] heads;
    private final int[] nexts;
    private final String[] words;
    private final int[] patterns;
    private final byte[] offsets;
    private int size;
    private boolean anyShort;

    /// Makes one of so many anchors at most.
    AnchorIndex(int most) {
        int slots = Integer.highestOneBit(Math.max(4, most)) << 2;
        keys = new int[slots];
        heads = new int[slots];
        nexts = new int[most];
        words = new String[most];
        patterns = new int[most];
        offsets = new byte[most];
    }

    /// Adds a pattern by one of its anchors.
    void add(String word, int pattern) {
        int offset = Math.min(AnchorChoice.gram(word), Byte.MAX_VALUE);
        int gram = 0;
        int end = Math.min(word.length(), offset + AnchorChoice.GRAM);
        for (int at = offset; at < end; at++) {
            gram = gram << 8 | small(word.charAt(at));
        }
        words[size] = word;
        patterns[size] = pattern;
        // Until the last of the chars that are looked up.
        offsets[size] = (byte) (end - 1);
        int slot = slot(gram);
        keys[slot] = gram;
        nexts[size] = heads[slot];
        heads[slot] = ++size;
        if (end - offset == AnchorChoice.GRAM) {
            mark(gram);
        } else {
            anyShort = true;
            for (int before = 0; before < 1 << 8; before++) {
                mark(before << 24 | gram);
            }
        }
    }

    /// The patterns whose anchor is in a text, as bits by their numbers.
    long[] candidates(FoldedText text, int count) {
        long[] hits = new long[(count >> 6) + 1];
        int window = 0;
        for (int at = 0; at < text.length(); at++) {
            window = window << 8 | small(text.at(at));
            if (passes(window)) {
                collect(window, text, at, hits);
                if (anyShort) {
                    collect(window & SHORT_MASK, text, at, hits);
                }
            }
        }
        return hits;
    }

    /// Tells whether an anchor ends with the last byte of a window.
    ///
    /// @param escaped whether the bytes are not the text itself, so that words cannot be compared with them
    boolean anchored(int window, byte[] bytes, int last, boolean escaped) {
        return anchoredBy(window, bytes, last, escaped) || anyShort && anchoredBy(window & SHORT_MASK, bytes, last, escaped);
    }

    private boolean anchoredBy(int gram, byte[] bytes, int last, boolean escaped) {
        for (int anchor = heads[slot(gram)] - 1; anchor >= 0; anchor = nexts[anchor] - 1) {
            if (escaped || isAt(words[anchor], bytes, last - offsets[anchor])) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(String word, byte[] bytes, int from) {
        if (from < 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= 0x80) {
                return true;
            }
            if (from + i >= bytes.length || FoldedText.fold((char) (bytes[from + i] & 0xff)) != c) {
                return false;
            }
        }
        return true;
    }

    boolean passes(int window) {
        int hash = window * MIX >>> 32 - FILTER_BITS;
        return (filter[hash >> 6] & 1L << hash) != 0;
    }

    private void mark(int window) {
        int hash = window * MIX >>> 32 - FILTER_BITS;
        filter[hash >> 6] |= 1L << hash;
    }

    private void collect(int gram, FoldedText text, int last, long[] hits) {
        for (int anchor = heads[slot(gram)] - 1; anchor >= 0; anchor = nexts[anchor] - 1) {
            int pattern = patterns[anchor];
            if ((hits[pattern >> 6] & 1L << pattern) == 0 && text.has(words[anchor], last - offsets[anchor])) {
                hits[pattern >> 6] |= 1L << pattern;
            }
        }
    }

    private int slot(int gram) {
        int slot = gram * MIX >>> 4 & keys.length - 1;
        while (heads[slot] != 0 && keys[slot] != gram) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /// A folded char as one of 256.
    static int small(char c) {
        return c < 0x80 ? c : 0x80 | c & 0x7f ^ c >> 8 & 0x7f;
    }

    /// Makes one of patterns by their numbers in a list.
    static AnchorIndex of(List<PhrasePattern> all) {
        int most = 0;
        List<List<String>> anchors = new ArrayList<>(all.size());
        for (PhrasePattern pattern : all) {
            List<String> words = pattern.anchors();
            anchors.add(words);
            most += words.size();
        }
        AnchorIndex index = new AnchorIndex(most);
        for (int i = 0; i < anchors.size(); i++) {
            for (String word : anchors.get(i)) {
                index.add(word, i);
            }
        }
        return index;
    }
}
