package dev.lifeline.explain.source;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Reads the time at the beginning of a line: ISO 8601 and what programs make of it, syslog, Apache and nginx, klog,
/// java.util.logging, Redis.
final class LogTimes {

    /// How far into a line it is looked for: behind a level, a process, the brackets of some server.
    private static final int FARTHEST = 96;
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    /// A leap year, for times without a year.
    private static final int NO_YEAR = 2000;
    private static final long DAY = 86_400_000L;

    private final byte[] bytes;
    private final int limit;
    private int at;

    private LogTimes(byte[] bytes, int at, int limit) {
        this.bytes = bytes;
        this.at = at;
        this.limit = limit;
    }

    /// The first time in the first part of a line; `null` for none.
    static LogTime in(byte[] bytes, int from, int to) {
        int last = Math.min(to, from + FARTHEST);
        for (int start = from; start + 7 < last; start++) {
            if (start == from || !LinePrefix.letterOrDigit(bytes[start - 1]) && bytes[start - 1] != '-' && bytes[start - 1] != '.') {
                LogTimes times = new LogTimes(bytes, start, Math.min(to, start + 48));
                long millis = times.any();
                if (millis != Long.MIN_VALUE) {
                    return new LogTime(new String(bytes, start, times.at - start, StandardCharsets.US_ASCII), millis);
                }
            }
        }
        return null;
    }

    /// The time that a text is; `null` where it is none.
    static LogTime of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return in(bytes, 0, bytes.length);
    }

    /// Where an ISO time ends that begins here; -1 for none.
    static int isoEnd(byte[] bytes, int from, int to) {
        LogTimes times = new LogTimes(bytes, from, Math.min(to, from + 48));
        return times.iso() == Long.MIN_VALUE ? -1 : times.at;
    }

    /// Where a time of syslog ends that begins here; -1 for none.
    static int syslogEnd(byte[] bytes, int from, int to) {
        LogTimes times = new LogTimes(bytes, from, Math.min(to, from + 48));
        return times.month(from) == 0 || times.syslog() == Long.MIN_VALUE ? -1 : times.at;
    }

    private long any() {
        int start = at;
        byte first = bytes[start];
        if (first >= '0' && first <= '9') {
            long iso = iso();
            if (iso != Long.MIN_VALUE) {
                return iso;
            }
            at = start;
            return dayFirst();
        }
        if (first < 'A' || first > 'Z') {
            return Long.MIN_VALUE;
        }
        if (month(start) > 0) {
            long syslog = syslog();
            if (syslog != Long.MIN_VALUE) {
                return syslog;
            }
            at = start;
            return monthFirst();
        }
        return "IWEF".indexOf(first) >= 0 ? klog() : Long.MIN_VALUE;
    }

    /// `2026-12-01T02:48:39.123Z`, `2026/12/01 02:48:39`, `2026-12-01 02:48:39,123+01:00`
    private long iso() {
        int year = number(4, 4);
        if (year < 1970 || !sign('-', '/', '.')) {
            return Long.MIN_VALUE;
        }
        int month = number(2, 2);
        if (!sign('-', '/', '.')) {
            return Long.MIN_VALUE;
        }
        int day = number(2, 2);
        return sign('T', ' ', 't') ? at(year, month, day) : Long.MIN_VALUE;
    }

    /// `Dec  1 02:48:39`, and `Dec 01 02:48:39.123 2026` of Apache
    private long syslog() {
        int month = month(at);
        at += 3;
        if (!blanks()) {
            return Long.MIN_VALUE;
        }
        int day = number(1, 2);
        if (!sign(' ', ' ', ' ')) {
            return Long.MIN_VALUE;
        }
        int start = at;
        long time = at(NO_YEAR, month, day);
        int end = at;
        if (time != Long.MIN_VALUE && sign(' ', ' ', ' ')) {
            int year = number(4, 4);
            if (year >= 1970 && (at == limit || !LinePrefix.letterOrDigit(bytes[at]) && bytes[at] != ':' && bytes[at] != '-')) {
                int after = at;
                at = start;
                time = at(year, month, day);
                at = after;
                return time;
            }
        }
        at = end;
        return time;
    }

    /// `10/Oct/2026:13:55:36 +0200` of access logs, `01 Dec 2026 02:48:39.123` of Redis
    private long dayFirst() {
        int day = number(1, 2);
        if (day < 0 || !sign('/', ' ', '-')) {
            return Long.MIN_VALUE;
        }
        int month = month(at);
        at += 3;
        if (month == 0 || !sign('/', ' ', '-')) {
            return Long.MIN_VALUE;
        }
        int year = number(4, 4);
        return year >= 1970 && sign(':', ' ', ' ') ? at(year, month, day) : Long.MIN_VALUE;
    }

    /// `Dec 01, 2026 2:48:39 AM` of java.util.logging
    private long monthFirst() {
        int month = month(at);
        at += 3;
        if (!blanks()) {
            return Long.MIN_VALUE;
        }
        int day = number(1, 2);
        if (!sign(',', ',', ',') || !blanks()) {
            return Long.MIN_VALUE;
        }
        int year = number(4, 4);
        return year >= 1970 && blanks() ? at(year, month, day) : Long.MIN_VALUE;
    }

    /// `E1201 02:48:39.123456`
    private long klog() {
        at++;
        int month = number(2, 2);
        int day = number(2, 2);
        return month > 0 && day > 0 && sign(' ', ' ', ' ') ? at(NO_YEAR, month, day) : Long.MIN_VALUE;
    }

    /// The time of day, with what may follow it: a fraction, AM or PM, a zone.
    private long at(int year, int month, int day) {
        int hour = number(1, 2);
        if (!sign(':', ':', ':')) {
            return Long.MIN_VALUE;
        }
        int minute = number(2, 2);
        int second = sign(':', ':', ':') ? number(2, 2) : 0;
        if (month < 1 || month > 12 || day < 1 || day > 31 || hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return Long.MIN_VALUE;
        }
        long millis = LocalDate.of(year, month, 1).toEpochDay() * DAY + (day - 1) * DAY + hour * 3_600_000L + minute * 60_000L + second * 1000L;
        return millis + fraction() + noon(hour) - zone();
    }

    private long fraction() {
        int start = at;
        if (!sign('.', ',', '.')) {
            return 0;
        }
        int digits = 0;
        int value = 0;
        while (at < limit && bytes[at] >= '0' && bytes[at] <= '9' && digits < 9) {
            value = digits < 3 ? value * 10 + bytes[at] - '0' : value;
            digits++;
            at++;
        }
        if (digits == 0) {
            at = start;
        }
        return digits == 1 ? value * 100L : digits == 2 ? value * 10L : value;
    }

    private long noon(int hour) {
        if (at + 2 < limit && bytes[at] == ' ' && (bytes[at + 1] == 'A' || bytes[at + 1] == 'P') && bytes[at + 2] == 'M') {
            boolean afternoon = bytes[at + 1] == 'P';
            at += 3;
            return afternoon && hour < 12 ? 12 * 3_600_000L : !afternoon && hour == 12 ? -12 * 3_600_000L : 0;
        }
        return 0;
    }

    /// `Z`, `+01:00`, ` -0700`; none is UTC.
    private long zone() {
        int start = at;
        if (sign('Z', 'z', 'Z')) {
            return 0;
        }
        int sign = at + (at < limit && bytes[at] == ' ' ? 1 : 0);
        if (sign >= limit || bytes[sign] != '+' && bytes[sign] != '-') {
            return 0;
        }
        at = sign + 1;
        int hours = number(2, 2);
        sign(':', ':', ':');
        int minutes = number(2, 2);
        if (hours < 0 || minutes < 0) {
            at = start;
            return 0;
        }
        long offset = ZoneOffset.ofHoursMinutes(Math.min(hours, 18), hours > 17 ? 0 : Math.min(59, minutes)).getTotalSeconds() * 1000L;
        return bytes[sign] == '-' ? -offset : offset;
    }

    private int month(int from) {
        if (from + 3 > limit) {
            return 0;
        }
        for (int month = 0; month < 12; month++) {
            if (bytes[from] == MONTHS.charAt(3 * month) && bytes[from + 1] == MONTHS.charAt(3 * month + 1)
                    && bytes[from + 2] == MONTHS.charAt(3 * month + 2)) {
                return month + 1;
            }
        }
        return 0;
    }

    private boolean blanks() {
        int start = at;
        while (at < limit && bytes[at] == ' ') {
            at++;
        }
        return at > start;
    }

    private boolean sign(char one, char other, char third) {
        if (at < limit && (bytes[at] == one || bytes[at] == other || bytes[at] == third)) {
            at++;
            return true;
        }
        return false;
    }

    private int number(int least, int most) {
        int value = 0;
        int digits = 0;
        while (at < limit && digits < most && bytes[at] >= '0' && bytes[at] <= '9') {
            value = value * 10 + bytes[at++] - '0';
            digits++;
        }
        return digits < least ? -1 : value;
    }
}
