package dev.lifeline.errors;

import dev.lifeline.model.ErrorCode;
import java.util.HashMap;
import java.util.Map;

/// From the text of an error to its canonical code, in the language of any machine.
///
/// The JDK keeps no errno in its exceptions: the text of `strerror(3)` or `gai_strerror(3)` is all there is, and on Linux it
/// follows the locale. A text counts only when it matches as a whole, so that a host name cannot pose as an error; what does
/// not match is [ErrorCode#UNKNOWN]. English texts are known in code; those of other languages are read from the resource
/// `error-texts.tsv` the first time that English does not match. Safe for use by any thread.
public final class ErrorText {

    private static final Map<String, ErrorCode> ENGLISH = english();

    private ErrorText() {
    }

    /// All texts, in English and in other languages, with their codes.
    public static Map<String, ErrorCode> all() {
        Map<String, ErrorCode> texts = new HashMap<>(ErrorTextTable.all());
        texts.putAll(ENGLISH);
        return texts;
    }

    /// The code of a failed look-up, from the text of `gai_strerror(3)` inside the JDK's message.
    ///
    /// @param message `host: text` as the JDK writes it; `null` and a host name alone are [ErrorCode#UNKNOWN]
    public static ErrorCode lookup(String message) {
        if (message == null) {
            return ErrorCode.UNKNOWN;
        }
        // From the end: the text is the last part, whatever stands in the name before it.
        for (int colon = message.lastIndexOf(": "); colon >= 0; colon = message.lastIndexOf(": ", colon - 1)) {
            ErrorCode code = whole(message.substring(colon + 2));
            if (code != ErrorCode.UNKNOWN) {
                return code;
            }
        }
        return ErrorCode.UNKNOWN;
    }

    /// The code of a failed system call, from the text of `strerror(3)` inside the JDK's message.
    ///
    /// @param message the text, perhaps followed by what the JDK or a library adds (`: getsockopt`, ` (connect failed)`);
    ///     `null` is [ErrorCode#UNKNOWN]
    public static ErrorCode system(String message) {
        if (message == null) {
            return ErrorCode.UNKNOWN;
        }
        ErrorCode code = whole(message);
        if (code == ErrorCode.UNKNOWN) {
            code = before(message, message.indexOf(": "));
        }
        return code == ErrorCode.UNKNOWN ? before(message, message.lastIndexOf(" (")) : code;
    }

    private static ErrorCode before(String message, int end) {
        return end < 0 ? ErrorCode.UNKNOWN : whole(message.substring(0, end));
    }

    private static ErrorCode whole(String text) {
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        ErrorCode code = ENGLISH.get(bare);
        return code == null ? ErrorTextTable.code(bare) : code;
    }

    /// The English texts of glibc, macOS, musl and the JDK.
    private static Map<String, ErrorCode> english() {
        Map<String, ErrorCode> texts = new HashMap<>(128);
        put(texts, ErrorCode.ENOTFOUND, "Name or service not known", "nodename nor servname provided, or not known",
                "Name does not resolve");
        put(texts, ErrorCode.EAI_AGAIN, "Temporary failure in name resolution", "Try again");
        put(texts, ErrorCode.EAI_NODATA, "No address associated with hostname", "No address associated with nodename",
                "Name has no usable address", "Address family for hostname not supported", "Address family for nodename not supported");
        put(texts, ErrorCode.EAI_FAIL, "Non-recoverable failure in name resolution", "Non-recoverable error");
        put(texts, ErrorCode.EACCES, "Permission denied");
        put(texts, ErrorCode.EPERM, "Operation not permitted");
        put(texts, ErrorCode.EADDRINUSE, "Address already in use", "Address in use");
        put(texts, ErrorCode.EADDRNOTAVAIL, "Cannot assign requested address", "Can't assign requested address", "Address not available");
        put(texts, ErrorCode.EAFNOSUPPORT, "Address family not supported by protocol", "Address family not supported by protocol family",
                "ai_family not supported", "Unsupported address type", "IPv6 not available");
        put(texts, ErrorCode.EINVAL, "Invalid argument");
        put(texts, ErrorCode.ENETUNREACH, "Network is unreachable", "Network unreachable");
        put(texts, ErrorCode.ENETDOWN, "Network is down");
        put(texts, ErrorCode.EHOSTUNREACH, "No route to host", "Host is unreachable");
        put(texts, ErrorCode.EHOSTDOWN, "Host is down");
        put(texts, ErrorCode.ECONNREFUSED, "Connection refused");
        put(texts, ErrorCode.ETIMEDOUT, "Connection timed out", "Operation timed out");
        put(texts, ErrorCode.ECONNRESET, "Connection reset by peer", "Connection reset");
        put(texts, ErrorCode.ECONNABORTED, "Software caused connection abort", "Connection aborted");
        put(texts, ErrorCode.EPIPE, "Broken pipe");
        put(texts, ErrorCode.ENOTCONN, "Transport endpoint is not connected", "Socket is not connected", "Socket not connected");
        put(texts, ErrorCode.EMFILE, "Too many open files", "No file descriptors available");
        put(texts, ErrorCode.ENFILE, "Too many open files in system");
        put(texts, ErrorCode.ENOBUFS, "No buffer space available");
        put(texts, ErrorCode.ENOMEM, "Cannot allocate memory", "Memory allocation failure", "Out of memory");
        return texts;
    }

    private static void put(Map<String, ErrorCode> texts, ErrorCode code, String... said) {
        for (String text : said) {
            texts.put(text, code);
        }
    }
}
