package dev.lifeline.glossary;

import java.util.ArrayList;
import java.util.List;

/// Finds the terms in the text of a drawn screen, for the line at its foot that says what `trace help` can explain.
///
/// It reads no file: the words that a screen should point at are few, and their order is a choice of its own, which no file of terms
/// makes. A screen of 24 lines takes about a millisecond the first time and 0.2 ms after that; to read the files would take
/// longer than drawing it.
public final class ScreenTerms {

    private static final String NOTHING = "";

    /// A row a term, those first that say most about the screen they stand on: the word as it is typed after `trace help`, then the
    /// spellings of screens; where there is none, the word is the spelling.
    private static final String[][] ROWS = {
        // Codes: the first that a person in trouble asks for.
        {"ENOTFOUND"}, {"EAI_AGAIN"}, {"EAI_NODATA"}, {"EAI_FAIL"}, {"EACCES"}, {"EPERM"}, {"EADDRINUSE"}, {"EADDRNOTAVAIL"},
        {"EAFNOSUPPORT"}, {"EINVAL"}, {"ENETUNREACH"}, {"ENETDOWN"}, {"EHOSTUNREACH"}, {"EHOSTDOWN"}, {"ECONNREFUSED"},
        {"ETIMEDOUT"}, {"ECONNRESET"}, {"ECONNABORTED"}, {"EPIPE"}, {"ENOTCONN"}, {"EMFILE"}, {"ENFILE"}, {"ENOBUFS"}, {"ENOMEM"},
        {"FAMILY_MISMATCH"}, {"CERT_EXPIRED"}, {"CERT_NOT_YET_VALID"}, {"CERT_SELF_SIGNED"}, {"CERT_UNKNOWN_ISSUER"}, {"CERT_WRONG_HOST"},
        {"CERT_INVALID"}, {"TLS_VERSION"}, {"TLS_NO_CIPHER"}, {"TLS_NO_GROUP"}, {"TLS_ALPN"}, {"TLS_SNI"}, {"TLS_CLIENT_CERT"},
        {"TLS_PLAINTEXT"}, {"TLS_ALERT"}, {"TLS_BROKEN"}, {"TLS_TOO_LARGE"}, {"HTTP_MALFORMED"}, {"HTTP_TOO_LARGE"}, {"HTTP_VERSION"}, {"TUNNEL_REFUSED"}, {"REDIRECT_REFUSED"}, {"TIMEOUT"}, {"EOF"},
        // What TLS and HTTP say that few people know.
        {"close-notify", "close_notify"}, {"redirect", "redirect", "redirects"}, {"session-resumption", "resumed"}, {"ALPN"}, {"SNI"}, {"slowloris"},
        // Mechanisms that few people know.
        {"SYN-cookies", "SYN cookies"}, {"TCP_DEFER_ACCEPT"}, {"tcp_abort_on_overflow"}, {"challenge-ACK", "challenge ACK"},
        {"ListenOverflows", "ListenOverflows", "ListenDrops"}, {"connected-to-itself", "connected to itself"},
        {"SYN-queue", "SYN queue", "half-open"},
        {"zero-window", "window 0", "window is closed", "window probe", "zero window"},
        {"keep-alive-probe", "keep-alive probe", "keep-alive probes"}, {"blackhole"}, {"search-domain", "search domain"},
        {"network-namespace", "network namespace"}, {"NAT"}, {"ICMP-error", "ICMP error", "ICMP"}, {"SO_REUSEADDR"}, {"SO_REUSEPORT"},
        {"Nagle"}, {"delayed-ACK", "delayed ACK"},
        // Connected and not taken: the reason for this tool.
        {"inode-0", "inode 0", "not accepted", "no program had accepted"}, {"worker-queue", "worker queue", "for a worker", "no worker took"},
        {"accept-queue", "accept queue"}, {"app-lag", "app lag"},
        {"unread-bytes", "unread"}, {"retransmit", "sent again", "retransmission", "retransmissions", "retransmits"},
        // States, the telling ones first.
        {"SYN_RECV"}, {"SYN_SENT"}, {"CLOSE_WAIT"}, {"LAST_ACK"}, {"CLOSING"}, {"FIN_WAIT2"}, {"FIN_WAIT1"}, {"TIME_WAIT"},
        {"ESTABLISHED"}, {"LISTEN"},
        {"RST", "RST", "reset by", "resets"}, {"end-of-stream", "end of stream"}, {"half-close", "half-closed", "half close"},
        {"attempt-delay", "attempt delay"}, {"attempt", "attempt", "attempts"}, {"wake-up", "wake-up"},
        {"held", "held before", "held after", "held"}, {"inferred"}, {"slow-at", "slow at"}, {"backlog"},
        {"hosts-file", "hosts file"}, {"handshake"}, {"orderly"},
        {"mss"}, {"mtu"}, {"window", "window", "wscale"}, {"rtt"}, {"descriptor", "fd", "descriptor"}, {"SYN", "SYN", "SYN-ACK"}, {"FIN"},
        {"acknowledgement", "acknowledged", "acknowledgement"}, {"last-seen", "last seen"}, {"not-proved", "not proved"},
        {"source-address", "source", "src"}, {"first-byte", "first byte"},
        // Nobody asks for what did not happen.
        {NOTHING, "none sent again", "0 retransmits"},
    };

    private static final int LETTERS = 128;

    /// By the first letter of their spelling: pairs of row and place in the row.
    private static final int[][] BY_LETTER = byLetter();

    private final boolean[] found = new boolean[ROWS.length];

    /// Finds the terms of one text.
    ///
    /// @param screen as it was drawn
    /// @param most of them at most
    /// @return the words as a person types them, the most telling ones first
    public static List<String> in(String screen, int most) {
        ScreenTerms terms = new ScreenTerms();
        terms.add(screen);
        return terms.words(most);
    }

    /// Looks at a piece of a screen; no term is looked for across two pieces.
    public void add(String text) {
        boolean inWord = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int length = inWord || c >= LETTERS || BY_LETTER[c].length == 0 ? 0 : longest(text, i, BY_LETTER[c]);
            inWord = length > 0 || part(c);
            i += Math.max(1, length);
        }
    }

    /// The words that were found until now, the most telling ones first.
    public List<String> words(int most) {
        List<String> words = new ArrayList<>();
        for (int row = 0; row < ROWS.length && words.size() < most; row++) {
            if (found[row] && !ROWS[row][0].equals(NOTHING)) {
                words.add(ROWS[row][0]);
            }
        }
        return words;
    }

    /// All rows, for those who check that each has its term.
    static String[][] rows() {
        return ROWS;
    }

    /// Marks the row of the longest spelling that stands here as a whole word.
    ///
    /// @return its length; 0 where none stands here
    private int longest(String text, int at, int[] spellings) {
        int longest = 0;
        int row = -1;
        for (int i = 0; i < spellings.length; i += 2) {
            String spelling = ROWS[spellings[i]][spellings[i + 1]];
            int length = spelling.length();
            if (length > longest && text.startsWith(spelling, at) && (at + length == text.length() || !part(text.charAt(at + length)))) {
                longest = length;
                row = spellings[i];
            }
        }
        if (row >= 0) {
            found[row] = true;
        }
        return longest;
    }

    private static boolean part(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static int[][] byLetter() {
        int[] counts = new int[LETTERS];
        int[][] places = new int[LETTERS][];
        for (int pass = 0; pass < 2; pass++) {
            for (int row = 0; row < ROWS.length; row++) {
                for (int i = ROWS[row].length == 1 ? 0 : 1; i < ROWS[row].length; i++) {
                    char letter = ROWS[row][i].charAt(0);
                    if (pass == 1) {
                        places[letter][counts[letter]] = row;
                        places[letter][counts[letter] + 1] = i;
                    }
                    counts[letter] += 2;
                }
            }
            for (int letter = 0; letter < LETTERS && pass == 0; letter++) {
                places[letter] = new int[counts[letter]];
                counts[letter] = 0;
            }
        }
        return places;
    }
}
