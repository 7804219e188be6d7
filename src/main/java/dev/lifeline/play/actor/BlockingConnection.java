package dev.lifeline.play.actor;

import dev.lifeline.client.Exchange;
import dev.lifeline.client.OpenConnection;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.scenario.action.ConnectionAction.Fill;
import dev.lifeline.scenario.action.ConnectionAction.Option;
import dev.lifeline.scenario.action.ConnectionAction.Read;
import dev.lifeline.scenario.action.ConnectionAction.Write;
import dev.lifeline.text.Escapes;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;

/// A connection that does one thing at a time, at either end: each step is an exchange. For one thread.
public final class BlockingConnection {

    private static final int MOST_AT_ONCE = 64 << 20;

    private final StageRunner runner;
    private final SocketChannel channel;
    private final OpenConnection connection;

    private BlockingConnection(StageRunner runner, SocketChannel channel, OpenConnection connection) {
        this.runner = runner;
        this.channel = channel;
        this.connection = connection;
    }

    /// Takes over a connected channel. When that fails, the channel is closed.
    static BlockingConnection over(SocketChannel channel, StageRunner runner) throws IOException {
        try {
            return new BlockingConnection(runner, channel, new OpenConnection(runner, ChannelStream.forWaits(channel)));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    boolean isOpen() {
        return connection.isOpen();
    }

    /// Does what a step says.
    void act(ConnectionAction action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (action.kind()) {
            case WRITE -> () -> connection.perform(write((Write) action));
            case FILL -> () -> connection.perform(fill((Fill) action));
            case READ -> () -> connection.perform(read((Read) action));
            case SHUTDOWN -> connection::shutOutput;
            case CLOSE -> () -> connection.perform(new Exchange.Close(closing(), 0));
            case RESET -> () -> connection.perform(new Exchange.Close(Exchange.Way.RESET, 0));
            case OPTION -> () -> option((Option) action);
        };
        body.run();
    }

    /// SO_LINGER with 0 seconds makes a reset of each close: socket(7).
    private Exchange.Way closing() throws IOException {
        return channel.isOpen() && channel.getOption(StandardSocketOptions.SO_LINGER) == 0 ? Exchange.Way.RESET : Exchange.Way.AT_ONCE;
    }

    private void option(Option option) throws IOException {
        runner.recorder().mark(new RunEvent.Remark(SocketOptions.SET + SocketOptions.set(channel, option.settings())));
        if (option.settings().dropIncoming() != null) {
            runner.recorder().mark(new StreamEvent.IncomingFiltered(option.settings().dropIncoming()));
        }
    }

    /// Does something that is more than bytes.
    void perform(Exchange exchange) throws StageFailure, InterruptedException {
        connection.perform(exchange);
    }

    private static Exchange write(Write write) {
        byte[] bytes = write.text() == null ? filling(write.size()) : Escapes.bytes(write.text());
        return new Exchange.Write(bytes, write.times(), write.timeout());
    }

    private static Exchange fill(Fill fill) {
        return new Exchange.Fill(filling(fill.chunk()), fill.most(), fill.timeout());
    }

    /// A program that waits for exactly so many bytes does not read beyond them.
    private static Exchange read(Read read) {
        long most = read.exactly() ? read.bytes() : Long.MAX_VALUE;
        byte[] delimiter = read.delimiter() == null ? null : Escapes.bytes(read.delimiter());
        return new Exchange.Read(null, delimiter, read.bytes(), read.untilEnd(), read.chunk(), most, true, false,
                new Exchange.Waits(0, read.blocking() ? read.timeout() : 0, read.timeout()));
    }

    /// Gives the descriptors back, without a word. Any thread, once nobody uses it any more.
    void discard() {
        if (connection.isOpen()) {
            try {
                // Nobody waits for what a play left over: with SO_LINGER close(2) would.
                if (channel.getOption(StandardSocketOptions.SO_LINGER) > 0) {
                    channel.setOption(StandardSocketOptions.SO_LINGER, -1);
                }
            } catch (IOException e) {
                // It is closed already.
            }
            connection.discard();
        }
    }

    static byte[] filling(long size) {
        byte[] bytes = new byte[(int) Math.max(1, Math.min(size, MOST_AT_ONCE))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        return bytes;
    }
}
