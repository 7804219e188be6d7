package dev.lifeline.file.codec;

import dev.lifeline.model.Endpoint;
import tools.jackson.core.JsonParser;

/// Gives the same object for the same text or endpoint where it was seen not long ago, so that a million events with a few
/// hundred different texts take little memory. Also keeps count of the memory that it gave out anew.
///
/// Each text has one place, and the last that came there stays: no search, no growth, and nothing that a hostile file can fill.
public final class Pool {

    private static final int PLACES = 1 << 12;
    private static final int LONGEST = 128;
    private static final int OBJECT_BYTES = 56;

    private final String[] texts = new String[PLACES];
    private final Endpoint[] endpoints = new Endpoint[PLACES];
    private long weight;

    /// The text that the parser stands on.
    public String text(JsonParser json) {
        int length = json.getStringLength();
        if (length > LONGEST) {
            weigh(OBJECT_BYTES + 2L * length);
            return json.getString();
        }
        char[] chars = json.getStringCharacters();
        int start = json.getStringOffset();
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + chars[i];
        }
        int place = place(hash);
        String known = texts[place];
        if (known != null && same(known, chars, start, length)) {
            return known;
        }
        weigh(OBJECT_BYTES + 2L * length);
        return texts[place] = new String(chars, start, length);
    }

    /// The endpoint of an address and a port in its range.
    Endpoint endpoint(String address, int port) {
        int place = place(31 * address.hashCode() + port);
        Endpoint known = endpoints[place];
        if (known != null && known.port() == port && known.address().equals(address)) {
            return known;
        }
        weigh(OBJECT_BYTES);
        return endpoints[place] = new Endpoint(address, port);
    }

    /// Counts memory that another gave out.
    void weigh(long bytes) {
        weight += bytes;
    }

    /// About how many bytes of memory were given out anew.
    public long weight() {
        return weight;
    }

    private static int place(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed >>> 20;
    }

    private static boolean same(String known, char[] chars, int start, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
