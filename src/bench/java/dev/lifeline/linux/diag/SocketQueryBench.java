package dev.lifeline.linux.diag;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One exact question for a socket of an established loopback connection, all extensions, the answer decoded. Promised: at most
/// 10 µs at the median.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SocketQueryBench {

    private ServerSocket server;
    private Socket client;
    private SocketDiag diag;
    private ByteBuffer question;

    /// Connects.
    @Setup
    public void connect() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        client = new Socket(server.getInetAddress(), server.getLocalPort());
        diag = SocketDiag.open(TimeUnit.SECONDS.toNanos(1));
        question = DiagRequest.exact((InetSocketAddress) client.getLocalSocketAddress(),
                (InetSocketAddress) client.getRemoteSocketAddress(), DiagRequest.NO_COOKIE);
    }

    /// Gives everything back.
    @TearDown
    public void close() throws IOException {
        diag.close();
        client.close();
        server.close();
    }

    /// Asks once.
    @Benchmark
    public DiagAnswer query() {
        return diag.find(question);
    }
}
