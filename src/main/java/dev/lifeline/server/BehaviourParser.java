package dev.lifeline.server;

import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.HttpFault;
import dev.lifeline.server.web.WebSettings;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.nio.charset.StandardCharsets;

/// From the words of a person to a behaviour.
final class BehaviourParser {

    /// The longest greeting, in bytes: more than any real one, and small beside the buffer of a connection.
    static final int MAX_GREETING_BYTES = 4096;

    private static final String LIST =
            "echo, banner[=TEXT], silent, reset[=accept|=answer], close, late-accept=DURATION, drip=BYTES/INTERVAL, cpu=DURATION, flood, http[=FAULT], tls[=FAULT][,BEHAVIOUR]";
    private static final List<String> NAMES = List.of("echo", "banner", "silent", "reset", "close", "late-accept", "drip", "cpu",
            "flood", "http", "tls");
    private static final long MIN_INTERVAL_NANOS = 1_000_000;

    private BehaviourParser() {
    }

    static Behaviour parse(String text) {
        int equals = text.indexOf('=');
        String name = (equals < 0 ? text : text.substring(0, equals)).strip();
        if (name.startsWith("tls,")) {
            return new Behaviour.Secured(TlsFault.NONE, inside(text.substring("tls,".length())));
        }
        String value = equals < 0 ? null : text.substring(equals + 1);
        return switch (name) {
            case "echo" -> plain(name, value, new Behaviour.Echo());
            case "silent" -> plain(name, value, new Behaviour.Silent());
            case "close" -> plain(name, value, new Behaviour.Close());
            case "flood" -> plain(name, value, new Behaviour.Flood());
            case "tls" -> secured(value);
            case "http" -> new Behaviour.Http(WebSettings.USUAL.withFault(fault(value)));
            case "banner" -> new Behaviour.Banner(value == null ? Behaviour.Banner.DEFAULT_GREETING : greeting(value));
            case "reset" -> new Behaviour.Reset(moment(value));
            case "late-accept" -> new Behaviour.LateAccept(span(name, needed(name, value, "late-accept=200ms"), 0));
            case "cpu" -> new Behaviour.Cpu(span(name, needed(name, value, "cpu=200ms"), 0));
            case "drip" -> drip(needed(name, value, "drip=1/100ms"));
            default -> throw new IllegalArgumentException(
                    "there is no behaviour " + Quoted.content(name) + Nearest.hint(name, NAMES) + "; there are " + LIST);
        };
    }

    private static Behaviour plain(String name, String value, Behaviour behaviour) {
        if (value != null) {
            throw new IllegalArgumentException("behaviour " + name + " takes no value, but has " + Quoted.content(value));
        }
        return behaviour;
    }

    private static String needed(String name, String value, String example) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("behaviour " + name + " needs a value, for example " + example);
        }
        return value;
    }

    private static ResetMoment moment(String value) {
        return switch (value) {
            case null -> ResetMoment.FIRST_BYTE;
            case "accept" -> ResetMoment.ACCEPT;
            case "answer" -> ResetMoment.ANSWER;
            default -> throw new IllegalArgumentException("behaviour reset has no moment " + Quoted.content(value)
                    + "; write reset (after the first byte), reset=accept or reset=answer");
        };
    }

    private static Behaviour secured(String value) {
        int comma = value == null ? -1 : value.indexOf(',');
        return new Behaviour.Secured(tlsFault(comma < 0 ? value : value.substring(0, comma)),
                comma < 0 ? Behaviour.DEFAULT : inside(value.substring(comma + 1)));
    }

    private static Behaviour inside(String text) {
        Behaviour inside = parse(text.strip());
        if (inside instanceof Behaviour.Secured) {
            throw new IllegalArgumentException("behaviour tls has TLS inside of TLS; name it once, and behind the comma what it does with the bytes");
        }
        return inside;
    }

    private static TlsFault tlsFault(String value) {
        if (value == null) {
            return TlsFault.NONE;
        }
        List<String> words = new ArrayList<>();
        for (TlsFault fault : TlsFault.values()) {
            if (fault != TlsFault.NONE && fault.word().equals(value)) {
                return fault;
            }
            if (fault != TlsFault.NONE) {
                words.add(fault.word());
            }
        }
        throw new IllegalArgumentException("behaviour tls has no fault " + Quoted.content(value) + Nearest.hint(value, words) + "; there are "
                + String.join(", ", words));
    }

    private static HttpFault fault(String value) {
        if (value == null) {
            return HttpFault.NONE;
        }
        List<String> words = new ArrayList<>();
        for (HttpFault fault : HttpFault.values()) {
            if (fault != HttpFault.NONE && fault.word().equals(value)) {
                return fault;
            }
            if (fault != HttpFault.NONE) {
                words.add(fault.word());
            }
        }
        throw new IllegalArgumentException("behaviour http has no fault " + Quoted.content(value) + Nearest.hint(value, words) + "; there are "
                + String.join(", ", words));
    }

    private static Behaviour drip(String value) {
        int slash = value.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("behaviour drip needs bytes and an interval, for example drip=1/100ms");
        }
        int bytes;
        try {
            bytes = Integer.parseInt(value, 0, slash, 10);
        } catch (NumberFormatException e) {
            bytes = 0;
        }
        if (bytes < 1 || bytes > Outbox.CAPACITY) {
            throw new IllegalArgumentException("behaviour drip has " + Quoted.content(value.substring(0, slash))
                    + " for its bytes; write a number from 1 to " + Outbox.CAPACITY);
        }
        return new Behaviour.Drip(bytes, span("drip", value.substring(slash + 1), MIN_INTERVAL_NANOS));
    }

    private static long span(String name, String value, long least) {
        long nanos;
        try {
            nanos = Durations.parse(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("behaviour " + name + ": " + e.getMessage(), e);
        }
        if (nanos < least) {
            throw new IllegalArgumentException(
                    "behaviour " + name + ": " + Quoted.content(value) + " is shorter than " + Durations.text(least));
        }
        return nanos;
    }

    /// The text of a greeting, with `\r`, `\n`, `\t` and `\\` read as the characters that they stand for.
    private static String greeting(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int escaped = c == '\\' && i + 1 < value.length() ? "rnt\\".indexOf(value.charAt(i + 1)) : -1;
            if (escaped >= 0) {
                out.append("\r\n\t\\".charAt(escaped));
                i++;
            } else {
                out.append(c);
            }
        }
        int bytes = out.toString().getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_GREETING_BYTES) {
            throw new IllegalArgumentException(
                    "behaviour banner has a text of " + bytes + " bytes; it must have 1 to " + MAX_GREETING_BYTES);
        }
        return out.toString();
    }

}
