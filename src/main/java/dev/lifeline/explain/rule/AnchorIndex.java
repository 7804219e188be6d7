package dev.lifeline.explain.rule;

import java.util.ArrayList;
import java.util.List;

/// Finds which patterns may be in a text, in one pass: four chars at a time are asked of a filter that nearly always says no.
final class AnchorIndex {

    private static final int FILTER_BITS = 17;
    private static final int MIX = 0x9e3779b1;
    private static final int SHORT_MASK = 0x00ffffff;
    private static final byte[] ASCII = ascii();

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

    /// Tells whether a pattern may be found in a part of some UTF-8: what is not ASCII always may.
    boolean mayHold(byte[] bytes, int from, int to) {
        int window = 0;
        for (int at = from; at < to; at++) {
            byte one = bytes[at];
            if (one < 0) {
                return true;
            }
            window = window << 8 | ASCII[one];
            if (passes(window) && (known(window) || anyShort && known(window & SHORT_MASK))) {
                return true;
            }
        }
        return false;
    }

    private boolean passes(int window) {
        int hash = window * MIX >>> 32 - FILTER_BITS;
        return (filter[hash >> 6] & 1L << hash) != 0;
    }

    private void mark(int window) {
        int hash = window * MIX >>> 32 - FILTER_BITS;
        filter[hash >> 6] |= 1L << hash;
    }

    private boolean known(int gram) {
        return heads[slot(gram)] != 0;
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
    private static int small(char c) {
        return c < 0x80 ? c : 0x80 | c & 0x7f ^ c >> 8 & 0x7f;
    }

    private static byte[] ascii() {
        byte[] table = new byte[0x80];
        for (char c = 0; c < table.length; c++) {
            table[c] = (byte) FoldedText.fold(c);
        }
        return table;
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
