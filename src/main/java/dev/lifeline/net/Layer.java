package dev.lifeline.net;

/// Something that stands between a program and its channel, and makes other bytes of those that pass: TLS, for one.
public interface Layer {

    /// Puts itself over the stream of one connection, which is its own from now on. Does not block.
    ByteStream over(ByteStream below);
}
