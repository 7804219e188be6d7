package dev.lifeline.run;

import dev.lifeline.text.AddressText;
import java.net.IDN;

/// Says if a text can be the name of a host (RFC 1123 section 2.1, lengths of RFC 1035 section 2.3.4) or a numeric address.
/// Underscores are allowed because real networks have them; an international name becomes its ASCII form (RFC 5890).
final class HostName {

    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    private HostName() {
    }

    /// The name in ASCII, or the IPv4 address as it stands.
    ///
    /// @throws TargetException when no resolver could be asked for it
    static String check(String name) throws TargetException {
        String ascii = toAscii(name);
        if (ascii.length() > MAX_NAME) {
            throw new TargetException("the host name has " + ascii.length() + " characters; names end at " + MAX_NAME);
        }
        String labels = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        boolean numeric = true;
        int start = 0;
        for (int i = 0; i <= labels.length(); i++) {
            if (i < labels.length() && labels.charAt(i) != '.') {
                char c = labels.charAt(i);
                numeric &= c >= '0' && c <= '9';
                checkCharacter(name, c);
                continue;
            }
            if (i == start) {
                throw new TargetException("the host name " + TargetParser.quote(name)
                        + " has an empty label: two dots in a row, or one at the start");
            }
            if (i - start > MAX_LABEL) {
                throw new TargetException("the host name has a label of " + (i - start) + " characters; labels end at "
                        + MAX_LABEL);
            }
            start = i + 1;
        }
        if (numeric && !AddressText.isIpv4(labels)) {
            throw new TargetException(TargetParser.quote(name)
                    + " is not an IPv4 address: write four numbers from 0 to 255, for example 127.0.0.1");
        }
        return ascii;
    }

    /// A numeric IPv6 address, with its zone where it has one.
    ///
    /// @throws TargetException when it is none
    static String checkIpv6(String address) throws TargetException {
        int percent = address.indexOf('%');
        String numeric = percent < 0 ? address : address.substring(0, percent);
        String zone = percent < 0 ? "x" : address.substring(percent + 1);
        boolean zoneOk = !zone.isEmpty() && zone.length() <= 32;
        for (int i = 0; i < zone.length(); i++) {
            char c = zone.charAt(i);
            zoneOk &= c > 0x20 && c < 0x7F && c != '[' && c != ']' && c != '%';
        }
        if (!zoneOk || !AddressText.isIpv6(numeric)) {
            throw new TargetException(TargetParser.quote("[" + address + "]")
                    + " is not an IPv6 address: write [ADDRESS]:PORT, for example [::1]:80");
        }
        return address;
    }

    private static String toAscii(String name) throws TargetException {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                try {
                    return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
                } catch (IllegalArgumentException e) {
                    throw new TargetException("the host name " + TargetParser.quote(name) + " is no international host name");
                }
            }
        }
        return name;
    }

    private static void checkCharacter(String name, char c) throws TargetException {
        boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letterOrDigit && c != '-' && c != '_') {
            String what = c <= 0x20 || c == 0x7F ? "a space or control character" : TargetParser.quote(String.valueOf(c));
            throw new TargetException("the host name " + TargetParser.quote(name) + " holds " + what
                    + ": names are letters, digits, '-', '_' and '.'");
        }
    }
}
