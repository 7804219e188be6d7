package dev.lifeline.play.actor;

import dev.lifeline.linux.descriptor.SocketOption;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.scenario.action.SocketSettings;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/// The options of a connection's socket: through Java where it has them, else by descriptor.
final class SocketOptions {

    /// Words of the remark, before the options.
    static final String SET = "options set: ";

    private static final int MILLI = 1_000_000;
    private static final int SECOND = 1_000_000_000;

    private SocketOptions() {
    }

    /// Sets what is given.
    ///
    /// @return what was set, for a person
    /// @throws IOException when the kernel refuses one
    static String set(SocketChannel channel, SocketSettings given) throws IOException {
        StringBuilder said = new StringBuilder();
        if (given.sendBuffer() != null) {
            channel.setOption(StandardSocketOptions.SO_SNDBUF, given.sendBuffer().intValue());
            say(said, "SO_SNDBUF " + given.sendBuffer());
        }
        if (given.receiveBuffer() != null) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, given.receiveBuffer().intValue());
            say(said, "SO_RCVBUF " + given.receiveBuffer());
        }
        flag(channel, StandardSocketOptions.TCP_NODELAY, given.noDelay(), said);
        flag(channel, StandardSocketOptions.SO_KEEPALIVE, given.keepAlive(), said);
        seconds(channel, ExtendedSocketOptions.TCP_KEEPIDLE, given.probing().idle(), said);
        seconds(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, given.probing().interval(), said);
        if (given.probing().count() != null) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, given.probing().count().intValue());
            say(said, "TCP_KEEPCNT " + given.probing().count());
        }
        if (given.linger() != null) {
            channel.setOption(StandardSocketOptions.SO_LINGER, given.linger().intValue());
            say(said, "SO_LINGER " + (given.linger() < 0 ? "off" : given.linger() + " s"));
        }
        if (given.quickAck() != null) {
            flag(channel, ExtendedSocketOptions.TCP_QUICKACK, given.quickAck(), said);
        }
        if (given.isNative()) {
            natively(channel, given, said);
        }
        return said.isEmpty() ? "none" : said.toString();
    }

    /// Sets what is given; where its effect shows later, the recording says so now.
    static void set(SocketChannel channel, SocketSettings given, LaneRecorder its) throws IOException {
        String set = set(channel, given);
        if (given.lasts()) {
            its.mark(new RunEvent.Remark(SET + set));
        }
    }

    private static void flag(SocketChannel channel, java.net.SocketOption<Boolean> option, Boolean value, StringBuilder said)
            throws IOException {
        if (value != null) {
            channel.setOption(option, value);
            say(said, option.name() + " " + value);
        }
    }

    private static void seconds(SocketChannel channel, java.net.SocketOption<Integer> option, Long nanos, StringBuilder said)
            throws IOException {
        if (nanos != null) {
            channel.setOption(option, (int) (nanos / SECOND));
            // By the name that the manual page has: tcp(7).
            say(said, (option == ExtendedSocketOptions.TCP_KEEPIDLE ? "TCP_KEEPIDLE " : "TCP_KEEPINTVL ") + nanos / SECOND + " s");
        }
    }

    private static void natively(SocketChannel channel, SocketSettings given, StringBuilder said) throws IOException {
        try (OpenSocket socket = OpenSocket.of(channel)) {
            if (given.synCount() != null) {
                socket.set(SocketOption.TCP_SYNCNT, given.synCount());
                say(said, "TCP_SYNCNT " + given.synCount());
            }
            if (given.userTimeout() != null) {
                socket.set(SocketOption.TCP_USER_TIMEOUT, Math.max(1, given.userTimeout() / MILLI));
                say(said, "TCP_USER_TIMEOUT " + given.userTimeout() / MILLI + " ms");
            }
            if (given.dropIncoming() != null) {
                socket.dropIncoming(given.dropIncoming());
                say(said, given.dropIncoming() ? "every segment that comes is discarded" : "segments are let in");
            }
        }
    }

    private static void say(StringBuilder said, String what) {
        said.append(said.isEmpty() ? "" : ", ").append(what);
    }
}
