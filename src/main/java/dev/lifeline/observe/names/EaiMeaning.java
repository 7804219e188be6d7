package dev.lifeline.observe.names;

import dev.lifeline.linux.Errno;
import dev.lifeline.linux.name.EaiCode;
import dev.lifeline.linux.name.NameAnswer;
import dev.lifeline.model.ErrorCode;

/// From a code of `getaddrinfo(3)` to the canonical one, by number and never by text.
final class EaiMeaning {

    private static final int EMFILE = 24;
    private static final int ENFILE = 23;

    private EaiMeaning() {
    }

    /// The canonical code; UNKNOWN for what is a fault of the call, or a system call's error without a canonical code.
    static ErrorCode of(NameAnswer.Failed failed) {
        return switch (failed.code().number()) {
            case EaiCode.NONAME -> ErrorCode.ENOTFOUND;
            case EaiCode.AGAIN -> ErrorCode.EAI_AGAIN;
            case EaiCode.FAIL -> ErrorCode.EAI_FAIL;
            case EaiCode.NODATA, EaiCode.ADDRFAMILY -> ErrorCode.EAI_NODATA;
            case EaiCode.FAMILY -> ErrorCode.EAFNOSUPPORT;
            case EaiCode.MEMORY -> ErrorCode.ENOMEM;
            case EaiCode.SYSTEM -> failed.errno() == null ? ErrorCode.UNKNOWN : system(failed.errno().number());
            default -> ErrorCode.UNKNOWN;
        };
    }

    private static ErrorCode system(int errno) {
        return switch (errno) {
            case Errno.EPERM -> ErrorCode.EPERM;
            case Errno.EACCES -> ErrorCode.EACCES;
            case Errno.ENOMEM -> ErrorCode.ENOMEM;
            case Errno.ENOBUFS -> ErrorCode.ENOBUFS;
            case Errno.EINVAL -> ErrorCode.EINVAL;
            case Errno.EAFNOSUPPORT -> ErrorCode.EAFNOSUPPORT;
            case Errno.ENETUNREACH -> ErrorCode.ENETUNREACH;
            case Errno.EHOSTUNREACH -> ErrorCode.EHOSTUNREACH;
            case EMFILE -> ErrorCode.EMFILE;
            case ENFILE -> ErrorCode.ENFILE;
            default -> ErrorCode.UNKNOWN;
        };
    }
}
