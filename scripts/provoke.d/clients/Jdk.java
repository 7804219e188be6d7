import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.*;
import java.nio.channels.*;
import java.nio.file.*;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.*;
import javax.net.ssl.*;

/** Clients of the JDK. Lines of standard input are jobs: NUMBER HOW HOST PORT TELL; each answer begins with U+0001, its number and a line end. */
public class Jdk {
    static final int T = 2000;
    static SSLContext trusted;

    interface How {
        void run(String host, int port) throws Exception;
    }

    static final Map<String, How> HOWS = new TreeMap<>();

    static URI url(String host, int port) {
        return URI.create((port >= 7100 && port < 7144 ? "https" : "http") + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port + "/orders");
    }

    static void talk(Socket s) throws IOException {
        s.setSoTimeout(T);
        s.getOutputStream().write("PING / HTTP/1.0\r\n\r\n".getBytes());
        new DataInputStream(s.getInputStream()).readFully(new byte[5000]);
    }

    static void client(String host, int port, HttpRequest.Builder request, HttpClient.Builder client) throws Exception {
        client.sslContext(trusted).build().send(request.uri(url(host, port)).build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpURLConnection connection(String host, int port) throws IOException {
        HttpURLConnection c = (HttpURLConnection) url(host, port).toURL().openConnection();
        c.setConnectTimeout(T);
        c.setReadTimeout(T);
        if (c instanceof HttpsURLConnection) ((HttpsURLConnection) c).setSSLSocketFactory(trusted.getSocketFactory());
        return c;
    }

    static {
        HOWS.put("socket", (h, p) -> { try (Socket s = new Socket()) { s.connect(new InetSocketAddress(h, p), T); talk(s); } });
        HOWS.put("socket-plain", (h, p) -> { try (Socket s = new Socket(h, p)) { talk(s); } });
        HOWS.put("socket-upload", (h, p) -> { try (Socket s = new Socket(h, p)) { for (int i = 0; i < 400; i++) s.getOutputStream().write(new byte[65536]); } });
        HOWS.put("socket-epipe", (h, p) -> { try (Socket s = new Socket(h, p)) {
            for (int i = 0; i < 5; i++) { s.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes()); Thread.sleep(300); } } });
        HOWS.put("socket-source", (h, p) -> new Socket(h, p, InetAddress.getByName("10.77.7.7"), 0).close());
        HOWS.put("socket-closed", (h, p) -> { Socket s = new Socket(h, p); s.close(); s.getInputStream().read(); });
        HOWS.put("channel", (h, p) -> { try (SocketChannel c = SocketChannel.open(new InetSocketAddress(h, p))) {
            c.write(ByteBuffer.wrap("PING / HTTP/1.0\r\n\r\n".getBytes())); while (c.read(ByteBuffer.allocate(9000)) >= 0) ; } });
        HOWS.put("channel-upload", (h, p) -> { try (SocketChannel c = SocketChannel.open(new InetSocketAddress(h, p))) { for (int i = 0; i < 400; i++) c.write(ByteBuffer.allocate(65536)); } });
        HOWS.put("async", (h, p) -> { try (AsynchronousSocketChannel c = AsynchronousSocketChannel.open()) { c.connect(new InetSocketAddress(h, p)).get();
            c.write(ByteBuffer.wrap("PING / HTTP/1.0\r\n\r\n".getBytes())).get(); c.read(ByteBuffer.allocate(900)).get(); } });
        HOWS.put("url", (h, p) -> { HttpURLConnection c = connection(h, p); c.getInputStream().readAllBytes(); });
        HOWS.put("url-post", (h, p) -> { HttpURLConnection c = connection(h, p); c.setDoOutput(true); c.setFixedLengthStreamingMode(30000000);
            for (int i = 0; i < 457; i++) c.getOutputStream().write(new byte[65536]); c.getInputStream().readAllBytes(); });
        HOWS.put("http", (h, p) -> client(h, p, HttpRequest.newBuilder().timeout(Duration.ofMillis(T)), HttpClient.newBuilder()));
        HOWS.put("http-connect", (h, p) -> client(h, p, HttpRequest.newBuilder().timeout(Duration.ofMillis(3 * T)), HttpClient.newBuilder().connectTimeout(Duration.ofMillis(1000))));
        HOWS.put("http-1.1", (h, p) -> client(h, p, HttpRequest.newBuilder().timeout(Duration.ofMillis(T)), HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)));
        HOWS.put("http-post", (h, p) -> client(h, p, HttpRequest.newBuilder().timeout(Duration.ofMillis(2 * T)).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[30000000])), HttpClient.newBuilder()));
        HOWS.put("http-async", (h, p) -> HttpClient.newBuilder().sslContext(trusted).build().sendAsync(HttpRequest.newBuilder(url(h, p)).timeout(Duration.ofMillis(T)).build(),
            HttpResponse.BodyHandlers.ofString()).join());
        HOWS.put("http-reuse", (h, p) -> { HttpClient c = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            for (int i = 0; i < 2; i++) c.send(HttpRequest.newBuilder(url(h, p)).POST(HttpRequest.BodyPublishers.ofString("x")).timeout(Duration.ofMillis(T)).build(), HttpResponse.BodyHandlers.ofString()); });
        HOWS.put("websocket", (h, p) -> HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(Duration.ofMillis(T)).buildAsync(URI.create(url(h, p).toString().replace("http", "ws")), new WebSocket.Listener() { }).join());
        HOWS.put("tls", (h, p) -> { Socket plain = new Socket(); plain.connect(new InetSocketAddress(h, p), T); plain.setSoTimeout(T);
            try (SSLSocket s = (SSLSocket) trusted.getSocketFactory().createSocket(plain, h, p, true)) {
                SSLParameters names = s.getSSLParameters(); names.setEndpointIdentificationAlgorithm("HTTPS"); s.setSSLParameters(names); s.startHandshake(); talk(s); } });
        HOWS.put("tls-default", (h, p) -> { try (SSLSocket s = (SSLSocket) SSLSocketFactory.getDefault().createSocket(h, p)) { s.setSoTimeout(T); talk(s); } });
        HOWS.put("tls-13", (h, p) -> { try (SSLSocket s = (SSLSocket) trusted.getSocketFactory().createSocket(h, p)) { s.setSoTimeout(T); s.setEnabledProtocols(new String[] {"TLSv1.3"}); talk(s); } });
        HOWS.put("wrapped", (h, p) -> { try { connection(h, p).getInputStream().readAllBytes(); } catch (IOException e) {
            throw new IllegalStateException("could not load orders from " + url(h, p), new RuntimeException("call of the order service failed", e)); } });
        HOWS.put("suppressed", (h, p) -> { try { HOWS.get("socket").run(h, p); } catch (IOException e) { IOException all = new IOException("all replicas failed");
            all.addSuppressed(e); try { HOWS.get("channel").run(h, p); } catch (IOException f) { all.addSuppressed(f); } throw all; } });
        HOWS.put("execution", (h, p) -> CompletableFuture.supplyAsync(() -> { try { HOWS.get("url").run(h, p); return 1; } catch (Exception e) { throw new CompletionException(e); } }).get());
        HOWS.put("lookup", (h, p) -> InetAddress.getByName(h));
        HOWS.put("lookup-all", (h, p) -> InetAddress.getAllByName(h));
        HOWS.put("bind", (h, p) -> new ServerSocket(p, 5, InetAddress.getByName(h)).close());
        HOWS.put("bind-channel", (h, p) -> ServerSocketChannel.open().bind(new InetSocketAddress(h, p)).close());
        HOWS.put("bind-udp", (h, p) -> new DatagramSocket(p, InetAddress.getByName(h)).close());
        HOWS.put("http-server", (h, p) -> com.sun.net.httpserver.HttpServer.create(new InetSocketAddress(h, p), 5));
        HOWS.put("udp", (h, p) -> { try (DatagramSocket s = new DatagramSocket()) { s.setSoTimeout(T); s.connect(new InetSocketAddress(h, p));
            for (int i = 0; i < 2; i++) { s.send(new DatagramPacket(new byte[3], 3)); Thread.sleep(100); } s.receive(new DatagramPacket(new byte[9], 9)); } });
        HOWS.put("accept-timeout", (h, p) -> { try (ServerSocket s = new ServerSocket(0)) { s.setSoTimeout(300); s.accept(); } });
        HOWS.put("accept-files", (h, p) -> { List<Object> kept = new ArrayList<>(); try (ServerSocket s = new ServerSocket(0); ServerSocketChannel x = ServerSocketChannel.open().bind(null)) {
            ByteArrayInputStream none = new ByteArrayInputStream(new byte[0]);
            Socket last = new Socket("127.0.0.1", s.getLocalPort());
            try { for (;;) kept.add(new FileInputStream("/dev/null")); } catch (IOException full) { s.accept(); } } finally { for (Object k : kept) ((Closeable) k).close(); } });
        HOWS.put("unix", (h, p) -> SocketChannel.open(UnixDomainSocketAddress.of(h)));
        HOWS.put("file", (h, p) -> Files.readString(Path.of("/nowhere/orders.json")));
        HOWS.put("secret", (h, p) -> new FileInputStream("/proc/1/mem-not-there"));
        HOWS.put("pool", (h, p) -> { ExecutorService e = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>()); try { for (int i = 0; i < 3; i++) e.submit(() -> { Thread.sleep(200); return 1; }); } finally { e.shutdown(); } });
        HOWS.put("future", (h, p) -> new CompletableFuture<String>().orTimeout(100, TimeUnit.MILLISECONDS).get());
        HOWS.put("future-get", (h, p) -> new CompletableFuture<String>().get(100, TimeUnit.MILLISECONDS));
    }

    public static void main(String[] args) throws Exception {
        KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null);
        try (InputStream in = new FileInputStream(args[0])) { keys.setCertificateEntry("ca", CertificateFactory.getInstance("X.509").generateCertificate(in)); }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(keys);
        trusted = SSLContext.getInstance("TLS");
        trusted.init(null, trust.getTrustManagers(), null);
        serve(HOWS);
    }

    static void serve(Map<String, How> hows) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, "UTF-8");
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        System.setOut(System.err);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        for (String line; (line = in.readLine()) != null; ) {
            String[] job = line.split(" ");
            How how = hows.get(job[1]);
            StringWriter said = new StringWriter();
            Thread run = new Thread(() -> {
                PrintWriter own = new PrintWriter(said, true);
                try {
                    how.run(job[2], Integer.parseInt(job[3]));
                } catch (Throwable e) {
                    switch (job[4]) {
                        case "stack": own.print("Exception in thread \"main\" "); e.printStackTrace(own); break;
                        case "log": own.print("2026-11-30 09:14:07.123 ERROR 1 --- [nio-8080-exec-3] shop.orders.Loader : could not load orders\n\n"); e.printStackTrace(own); break;
                        case "json": StringWriter w = new StringWriter(); e.printStackTrace(new PrintWriter(w));
                            own.println("{\"@timestamp\":\"2026-11-30T09:14:07.123Z\",\"level\":\"ERROR\",\"thread_name\":\"main\",\"message\":\"could not load orders\",\"stack_trace\":\"" +
                                w.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"}"); break;
                        case "message": own.println(e.getMessage()); break;
                        default: own.println(e);
                    }
                }
                own.flush();
            }, "main");
            run.setDaemon(true);
            run.start();
            run.join(12000);
            out.println("\u0001" + job[0] + "\n" + (run.isAlive() ? "\u0002" : said));     // what comes later is nobody's
            out.flush();
        }
        System.exit(0);
    }
}
