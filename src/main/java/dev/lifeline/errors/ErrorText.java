package dev.lifeline.errors;

import dev.lifeline.model.ErrorCode;

/// From the text of an error to its canonical code, in the language of any machine.
///
/// The JDK keeps no errno in its exceptions: the text of `strerror(3)` or `gai_strerror(3)` is all there is, and on Linux it
/// follows the locale. A text counts only when it matches as a whole, so that a host name cannot pose as an error; what does
/// not match is [ErrorCode#UNKNOWN]. English texts are known in code; those of other languages are read from the resource
/// `error-texts.tsv` the first time that English does not match. Safe for use by any thread.
public final class ErrorText {

    private ErrorText() {
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
        ErrorCode code = english(bare);
        return code == ErrorCode.UNKNOWN ? ErrorTextTable.code(bare) : code;
    }

    /// The English texts of glibc, macOS, musl and the JDK.
    private static ErrorCode english(String text) {
        return switch (text) {
            case "Name or service not known", "nodename nor servname provided, or not known", "Name does not resolve" ->
                    ErrorCode.ENOTFOUND;
            case "Temporary failure in name resolution", "Try again" -> ErrorCode.EAI_AGAIN;
            case "No address associated with hostname", "No address associated with nodename", "Name has no usable address",
                 "Address family for hostname not supported", "Address family for nodename not supported" -> ErrorCode.EAI_NODATA;
            case "Non-recoverable failure in name resolution", "Non-recoverable error" -> ErrorCode.EAI_FAIL;
            case "Permission denied" -> ErrorCode.EACCES;
            case "Operation not permitted" -> ErrorCode.EPERM;
            case "Address already in use", "Address in use" -> ErrorCode.EADDRINUSE;
            case "Cannot assign requested address", "Can't assign requested address", "Address not available" ->
                    ErrorCode.EADDRNOTAVAIL;
            case "Address family not supported by protocol", "Address family not supported by protocol family",
                 "ai_family not supported", "Unsupported address type", "IPv6 not available" -> ErrorCode.EAFNOSUPPORT;
            case "Invalid argument" -> ErrorCode.EINVAL;
            case "Network is unreachable", "Network unreachable" -> ErrorCode.ENETUNREACH;
            case "Network is down" -> ErrorCode.ENETDOWN;
            case "No route to host", "Host is unreachable" -> ErrorCode.EHOSTUNREACH;
            case "Host is down" -> ErrorCode.EHOSTDOWN;
            case "Connection refused" -> ErrorCode.ECONNREFUSED;
            case "Connection timed out", "Operation timed out" -> ErrorCode.ETIMEDOUT;
            case "Connection reset by peer", "Connection reset" -> ErrorCode.ECONNRESET;
            case "Software caused connection abort", "Connection aborted" -> ErrorCode.ECONNABORTED;
            case "Broken pipe" -> ErrorCode.EPIPE;
            case "Transport endpoint is not connected", "Socket is not connected", "Socket not connected" -> ErrorCode.ENOTCONN;
            case "Too many open files", "No file descriptors available" -> ErrorCode.EMFILE;
            case "Too many open files in system" -> ErrorCode.ENFILE;
            case "No buffer space available" -> ErrorCode.ENOBUFS;
            case "Cannot allocate memory", "Memory allocation failure", "Out of memory" -> ErrorCode.ENOMEM;
            default -> ErrorCode.UNKNOWN;
        };
    }
}
