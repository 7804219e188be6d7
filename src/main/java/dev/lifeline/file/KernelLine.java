package dev.lifeline.file;

import dev.lifeline.model.KernelEvent;

/// The fields of what the kernel said.
final class KernelLine {

    private KernelLine() {
    }

    static void write(KernelEvent body, FieldWriter out) {
    }
}
