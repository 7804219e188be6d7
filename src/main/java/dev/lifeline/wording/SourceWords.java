package dev.lifeline.wording;

import dev.lifeline.model.TraceHeader.SourcePart;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.text.Printable;
import java.util.LinkedHashMap;
import java.util.Map;

/// Sources of evidence in words.
public final class SourceWords {

    private SourceWords() {
    }

    /// Writes what a trace does not show because a source was asked for and could not take part, with the reason, safe to print:
    /// `packets: a packet socket needs CAP_NET_RAW; see trace doctor`. Empty where nothing is missing.
    public static String unseen(TraceHeader header) {
        Map<String, String> byReason = new LinkedHashMap<>();
        for (SourceStatus status : header.evidence()) {
            if (status.part() == SourcePart.UNAVAILABLE) {
                String before = byReason.get(status.reason());
                byReason.put(status.reason(), before == null ? what(status.name()) : before + ", " + what(status.name()));
            }
        }
        StringBuilder words = new StringBuilder();
        for (Map.Entry<String, String> entry : byReason.entrySet()) {
            words.append(entry.getValue()).append(": ").append(Printable.ascii(entry.getKey())).append("; ");
        }
        return words.isEmpty() ? "" : words.append("see trace doctor").toString();
    }

    /// Writes only what was not seen, and who says why: `packets, descriptors and SYNs: trace doctor says why`; empty for nothing.
    public static String unseenNames(TraceHeader header) {
        StringBuilder names = new StringBuilder();
        for (SourceStatus status : header.evidence()) {
            if (status.part() == SourcePart.UNAVAILABLE) {
                names.append(names.isEmpty() ? "" : ", ").append(what(status.name()));
            }
        }
        return names.isEmpty() ? "" : names.append(": trace doctor says why").toString();
    }

    /// Names what a source would have shown.
    private static String what(String source) {
        return switch (source) {
            case "packet" -> "packets";
            case "sockdiag" -> "the kernel's sockets";
            case "descriptors" -> "descriptors and SYNs";
            case "route" -> "the kernel's routes";
            case "getaddrinfo" -> "the system's look-up";
            default -> Printable.ascii(source);
        };
    }
}
