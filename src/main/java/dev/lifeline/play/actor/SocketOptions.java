package dev.lifeline.play.actor;

import dev.lifeline.linux.descriptor.SocketOption;
import dev.lifeline.scenario.word.Args;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/// The options of a connection's socket: through Java where it has them, else by descriptor.
final class SocketOptions {

    private static final int MILLI = 1_000_000;

    private SocketOptions() {
    }

    /// Sets what is given.
    ///
    /// @return what was set, for a person
    /// @throws IOException when the kernel refuses one
    static String set(SocketChannel channel, Args args) throws IOException {
        StringBuilder said = new StringBuilder();
        if (args.has("send-buffer")) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, (int) args.number("send-buffer", 0));
            say(said, "SO_SNDBUF " + args.number("send-buffer", 0));
        }
        if (args.has("receive-buffer")) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, (int) args.number("receive-buffer", 0));
            say(said, "SO_RCVBUF " + args.number("receive-buffer", 0));
        }
        if (args.has("no-delay")) {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, args.flag("no-delay"));
            say(said, "TCP_NODELAY " + args.flag("no-delay"));
        }
        if (args.has("keep-alive")) {
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, args.flag("keep-alive"));
            say(said, "SO_KEEPALIVE " + args.flag("keep-alive"));
        }
        if (args.has("quick-ack")) {
            channel.setOption(ExtendedSocketOptions.TCP_QUICKACK, args.flag("quick-ack"));
            say(said, "TCP_QUICKACK " + args.flag("quick-ack"));
        }
        natively(channel, args, said);
        return said.isEmpty() ? "none" : said.toString();
    }

    private static void natively(SocketChannel channel, Args args, StringBuilder said) throws IOException {
        if (!args.has("syn-count") && !args.has("user-timeout") && !args.has("drop-incoming")) {
            return;
        }
        try (OpenSocket socket = OpenSocket.of(channel)) {
            if (args.has("syn-count")) {
                socket.set(SocketOption.TCP_SYNCNT, args.number("syn-count", 1));
                say(said, "TCP_SYNCNT " + args.number("syn-count", 1));
            }
            if (args.has("user-timeout")) {
                socket.set(SocketOption.TCP_USER_TIMEOUT, Math.max(1, args.number("user-timeout", 0) / MILLI));
                say(said, "TCP_USER_TIMEOUT " + args.number("user-timeout", 0) / MILLI + " ms");
            }
            if (args.has("drop-incoming")) {
                socket.dropIncoming(args.flag("drop-incoming"));
                say(said, args.flag("drop-incoming") ? "every segment that comes is thrown away" : "segments are let in");
            }
        }
    }

    private static void say(StringBuilder said, String what) {
        said.append(said.isEmpty() ? "" : ", ").append(what);
    }
}
