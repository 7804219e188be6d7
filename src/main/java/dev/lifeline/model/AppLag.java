package dev.lifeline.model;

import java.util.Objects;

/// The time by which a program knew of something later than the kernel: callback against packet. It is the program's and the
/// scheduler's time, not the network's.
///
/// @param stage CONNECT, ACCEPT or FIRST_BYTE
/// @param lane whose program
/// @param connection its number in that lane
/// @param packet the packet that made it true
/// @param packetAt when that packet was seen, in nanoseconds since the origin
/// @param callbackAt when the program's call returned, in nanoseconds since the origin
/// @param held how much of the time between them the program was held on purpose, in nanoseconds
/// @param uncertainty of the packet's time, in nanoseconds
public record AppLag(Stage stage, Lane lane, int connection, Packet packet, long packetAt, long callbackAt, long held,
                     long uncertainty) {

    /// The packet that tells a program's call what it waits for.
    public enum Packet implements Labelled {
        /// Ends a connect.
        SYN_ACK("SYN-ACK"),
        /// Puts a connection into the accept queue.
        ACK("ACK"),
        /// Brings the first byte.
        DATA("data");

        private final String label;

        Packet(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    public AppLag {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(packet, "packet");
    }

    /// The lag in nanoseconds; negative only within the uncertainty of the clocks.
    public long lag() {
        return callbackAt - packetAt;
    }
}
