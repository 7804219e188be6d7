package dev.lifeline.file;

import dev.lifeline.model.PacketEvent;

/// The fields of what the kernel said.
final class PacketLine {

    private PacketLine() {
    }

    static void write(PacketEvent body, FieldWriter out) {
    }
}
