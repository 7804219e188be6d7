package dev.lifeline.server;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A process of its own for [AcceptorTest]: it runs out of descriptors while a client waits, and gets them back.
/// Prints what happened; the test reads it.
final class DescriptorsExhausted {

    private DescriptorsExhausted() {
    }

    public static void main(String[] args) throws Exception {
        loadEverything();
        try (ServerFixture fixture = new ServerFixture("echo")) {
            echoOnce(fixture, SocketChannel.open());
            SocketChannel client = SocketChannel.open();
            List<FileInputStream> files = exhaust();
            client.connect(fixture.address());
            StageEvent.Failed failed = (StageEvent.Failed) fixture.await(StageEvent.Failed.class).body();
            fixture.await("the second back-off", event -> event.body() instanceof RunEvent.Remark remark
                    && remark.text().contains("200 ms"));
            for (FileInputStream file : files) {
                file.close();
            }
            client.write(ByteBuffer.wrap(new byte[] {1}));
            ByteBuffer answer = ByteBuffer.allocate(1);
            client.read(answer);
            client.close();
            fixture.awaitOver(2);
            boolean spun = fixture.all(0, StageEvent.Failed.class).size() > 10;
            System.out.println(failed.stage() + " " + failed.failure().code() + " spun " + spun
                    + " answered " + answer.position());
        }
    }

    private static void echoOnce(ServerFixture fixture, SocketChannel channel) throws IOException, InterruptedException {
        try (channel) {
            channel.connect(fixture.address());
            channel.write(ByteBuffer.wrap(new byte[] {1}));
            channel.read(ByteBuffer.allocate(1));
        }
        fixture.awaitOver(1);
    }

    private static List<FileInputStream> exhaust() {
        List<FileInputStream> files = new ArrayList<>();
        try {
            while (true) {
                files.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            return files;
        }
    }

    /// A class file in a folder needs a descriptor to be loaded; the product is a jar, which is open already.
    private static void loadEverything() throws Exception {
        for (String part : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path root = Path.of(part);
            for (String name : List.of("server", "record", "model", "model/event", "errors", "text")) {
                Path folder = root.resolve("dev/lifeline").resolve(name);
                if (!Files.isDirectory(folder)) {
                    continue;
                }
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : (Iterable<Path>) files::iterator) {
                        String type = file.getFileName().toString();
                        if (type.endsWith(".class") && !type.contains("Test") && !type.equals("package-info.class")) {
                            Class.forName("dev.lifeline." + name.replace("/", ".") + "." + type.substring(0, type.length() - 6));
                        }
                    }
                }
            }
        }
    }
}
