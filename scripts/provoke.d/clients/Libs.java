import java.sql.DriverManager;
import java.net.*;
import java.util.*;
import java.util.concurrent.*;

/** Clients that are libraries of the JVM; jobs as in Jdk. */
public class Libs {
    static final int T = 2000;

    static String url(String h, int p) {
        return Jdk.url(h, p).toString();
    }

    public static void main(String[] args) throws Exception {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        Map<String, Jdk.How> hows = new TreeMap<>();
        hows.put("okhttp", (h, p) -> { try (okhttp3.Response r = new okhttp3.OkHttpClient.Builder().connectTimeout(T, TimeUnit.MILLISECONDS).readTimeout(T, TimeUnit.MILLISECONDS)
            .retryOnConnectionFailure(false).build().newCall(new okhttp3.Request.Builder().url(url(h, p)).build()).execute()) { r.body().string(); } });
        hows.put("okhttp-call", (h, p) -> { try (okhttp3.Response r = new okhttp3.OkHttpClient.Builder().callTimeout(T, TimeUnit.MILLISECONDS)
            .build().newCall(new okhttp3.Request.Builder().url(url(h, p)).build()).execute()) { r.body().string(); } });
        hows.put("okhttp-post", (h, p) -> { try (okhttp3.Response r = new okhttp3.OkHttpClient.Builder().writeTimeout(T, TimeUnit.MILLISECONDS).readTimeout(T, TimeUnit.MILLISECONDS)
            .build().newCall(new okhttp3.Request.Builder().url(url(h, p)).post(okhttp3.RequestBody.create(new byte[30000000])).build()).execute()) { r.body().string(); } });
        hows.put("httpclient4", (h, p) -> { var c = org.apache.http.client.config.RequestConfig.custom().setConnectTimeout(T).setSocketTimeout(T).setConnectionRequestTimeout(500).build();
            try (var k = org.apache.http.impl.client.HttpClients.custom().setDefaultRequestConfig(c).disableAutomaticRetries().build()) {
                org.apache.http.util.EntityUtils.toString(k.execute(new org.apache.http.client.methods.HttpGet(url(h, p))).getEntity()); } });
        hows.put("httpclient4-pool", (h, p) -> { var c = org.apache.http.client.config.RequestConfig.custom().setConnectionRequestTimeout(300).build();
            try (var k = org.apache.http.impl.client.HttpClients.custom().setDefaultRequestConfig(c).setMaxConnPerRoute(1).build()) {
                for (int i = 0; i < 2; i++) k.execute(new org.apache.http.client.methods.HttpGet(url(h, p))); } });
        hows.put("httpclient5", (h, p) -> { var c = org.apache.hc.client5.http.config.RequestConfig.custom().setConnectTimeout(T, TimeUnit.MILLISECONDS).setResponseTimeout(T, TimeUnit.MILLISECONDS).build();
            try (var k = org.apache.hc.client5.http.impl.classic.HttpClients.custom().setDefaultRequestConfig(c).disableAutomaticRetries().build()) {
                org.apache.hc.core5.http.io.entity.EntityUtils.toString(k.execute(new org.apache.hc.client5.http.classic.methods.HttpGet(url(h, p))).getEntity()); } });
        hows.put("httpclient5-pool", (h, p) -> { var c = org.apache.hc.client5.http.config.RequestConfig.custom().setConnectionRequestTimeout(300, TimeUnit.MILLISECONDS).build();
            var pool = new org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager(); pool.setDefaultMaxPerRoute(1);
            try (var k = org.apache.hc.client5.http.impl.classic.HttpClients.custom().setConnectionManager(pool).setDefaultRequestConfig(c).build()) {
                for (int i = 0; i < 2; i++) k.execute(new org.apache.hc.client5.http.classic.methods.HttpGet(url(h, p))); } });
        hows.put("pg", (h, p) -> DriverManager.getConnection("jdbc:postgresql://" + (h.indexOf(':') >= 0 ? "[" + h + "]" : h) + ":" + p + "/shop?connectTimeout=2&socketTimeout=2&loginTimeout=4", "shop", "p").close());
        hows.put("mysql", (h, p) -> DriverManager.getConnection("jdbc:mysql://" + h + ":" + p + "/shop?connectTimeout=2000&socketTimeout=2000", "shop", "p").close());
        hows.put("mariadb", (h, p) -> DriverManager.getConnection("jdbc:mariadb://" + h + ":" + p + "/shop?connectTimeout=2000&socketTimeout=2000", "shop", "p").close());
        hows.put("hikari", (h, p) -> { var c = new com.zaxxer.hikari.HikariConfig(); c.setJdbcUrl("jdbc:postgresql://" + h + ":" + p + "/shop?connectTimeout=1&socketTimeout=1"); c.setUsername("shop");
            c.setConnectionTimeout(1200); try (var d = new com.zaxxer.hikari.HikariDataSource(c)) { d.getConnection().close(); } });
        hows.put("hikari-pool", (h, p) -> { var c = new com.zaxxer.hikari.HikariConfig(); c.setJdbcUrl("jdbc:postgresql://" + h + ":" + p + "/postgres"); c.setUsername("postgres");
            c.setConnectionTimeout(500); c.setMaximumPoolSize(1); try (var d = new com.zaxxer.hikari.HikariDataSource(c)) { d.getConnection(); d.getConnection(); } });
        hows.put("jedis", (h, p) -> { try (var j = new redis.clients.jedis.Jedis(h, p, T)) { j.ping(); } });
        hows.put("jedis-pool", (h, p) -> { var c = new redis.clients.jedis.JedisPoolConfig(); c.setMaxTotal(1); c.setMaxWait(java.time.Duration.ofMillis(200));
            try (var j = new redis.clients.jedis.JedisPool(c, h, p)) { j.getResource(); j.getResource(); } });
        hows.put("lettuce", (h, p) -> { var k = io.lettuce.core.RedisClient.create(io.lettuce.core.RedisURI.builder().withHost(h).withPort(p).withTimeout(java.time.Duration.ofMillis(T)).build());
            try { k.connect().sync().ping(); } finally { k.shutdown(0, 0, TimeUnit.SECONDS); } });
        hows.put("rest", (h, p) -> { var f = new org.springframework.http.client.SimpleClientHttpRequestFactory(); f.setConnectTimeout(T); f.setReadTimeout(T);
            new org.springframework.web.client.RestTemplate(f).getForObject(url(h, p), String.class); });
        hows.put("rest-jdk", (h, p) -> { var f = new org.springframework.http.client.JdkClientHttpRequestFactory(); f.setReadTimeout(T);
            org.springframework.web.client.RestClient.builder().requestFactory(f).build().get().uri(url(h, p)).retrieve().body(String.class); });
        hows.put("reactor", (h, p) -> reactor.netty.http.client.HttpClient.create().option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, T).responseTimeout(java.time.Duration.ofMillis(T))
            .disableRetry(true).get().uri(url(h, p)).responseContent().aggregate().asString().block());
        hows.put("mongo", (h, p) -> { try (var m = com.mongodb.client.MongoClients.create("mongodb://" + (h.indexOf(':') >= 0 ? "[" + h + "]" : h) + ":" + p + "/?serverSelectionTimeoutMS=1500&connectTimeoutMS=1000&socketTimeoutMS=1000")) {
            m.getDatabase("shop").runCommand(new org.bson.Document("ping", 1)); } });
        hows.put("kafka", (h, p) -> { var c = new Properties(); c.put("bootstrap.servers", (h.indexOf(':') >= 0 ? "[" + h + "]" : h) + ":" + p); c.put("default.api.timeout.ms", "1500"); c.put("request.timeout.ms", "1000");
            try (var a = org.apache.kafka.clients.admin.AdminClient.create(c)) { a.listTopics().names().get(); } });
        hows.put("rabbitmq", (h, p) -> { var f = new com.rabbitmq.client.ConnectionFactory(); f.setHost(h); f.setPort(p); f.setConnectionTimeout(T); f.setHandshakeTimeout(T); f.newConnection().close(); });
        hows.put("netty", (h, p) -> { var g = new io.netty.channel.nio.NioEventLoopGroup(1); try { var e = new CompletableFuture<Object>();
            var b = new io.netty.bootstrap.Bootstrap().group(g).channel(io.netty.channel.socket.nio.NioSocketChannel.class).option(io.netty.channel.ChannelOption.CONNECT_TIMEOUT_MILLIS, T)
                .handler(new io.netty.channel.ChannelInitializer<io.netty.channel.Channel>() { protected void initChannel(io.netty.channel.Channel c) throws Exception {
                    if (p >= 7100 && p < 7144) c.pipeline().addLast(io.netty.handler.ssl.SslContextBuilder.forClient().trustManager(new java.io.File(args[0])).build().newHandler(c.alloc(), h, p));
                    c.pipeline().addLast(new io.netty.handler.timeout.ReadTimeoutHandler(T, TimeUnit.MILLISECONDS), new io.netty.channel.ChannelInboundHandlerAdapter() {
                        public void channelActive(io.netty.channel.ChannelHandlerContext x) { x.writeAndFlush(io.netty.buffer.Unpooled.copiedBuffer("PING / HTTP/1.0\r\n\r\n".getBytes())); x.fireChannelActive(); }
                        public void exceptionCaught(io.netty.channel.ChannelHandlerContext x, Throwable t) { e.completeExceptionally(t); }
                        public void channelInactive(io.netty.channel.ChannelHandlerContext x) { e.complete(1); } }); } });
            b.connect(h, p).sync(); try { e.get(6, TimeUnit.SECONDS); } catch (ExecutionException x) { throw (Exception) x.getCause(); } } finally { g.shutdownGracefully(0, 1, TimeUnit.SECONDS); } });
        hows.put("netty-bind", (h, p) -> { var g = new io.netty.channel.nio.NioEventLoopGroup(1); try { new io.netty.bootstrap.ServerBootstrap().group(g).channel(io.netty.channel.socket.nio.NioServerSocketChannel.class)
            .childHandler(new io.netty.channel.ChannelInboundHandlerAdapter()).bind(h, p).sync(); } finally { g.shutdownGracefully(0, 1, TimeUnit.SECONDS); } });
        Jdk.serve(hows);
    }
}
