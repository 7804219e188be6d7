package dev.lifeline.tls;

import dev.lifeline.tls.certificate.Identity;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A server of OpenSSL (`s_server`) on loopback, with a port of its own.
public final class OpensslServer implements AutoCloseable {

    private final Process process;
    private final int port;

    /// @param folder for its certificate and key
    public OpensslServer(Path folder, Identity identity, String... more) throws IOException {
        StringBuilder chain = new StringBuilder();
        for (X509Certificate each : identity.chain().subList(1, identity.chain().size())) {
            chain.append(pem(each));
        }
        Files.writeString(folder.resolve("leaf.pem"), pem(identity.chain().getFirst()));
        Files.writeString(folder.resolve("leaf.key"), part("PRIVATE KEY", identity.key().getEncoded()));
        List<String> command = new ArrayList<>(List.of("openssl", "s_server", "-accept", "127.0.0.1:0", "-cert", folder.resolve("leaf.pem").toString(),
                "-key", folder.resolve("leaf.key").toString()));
        if (!chain.isEmpty()) {
            Files.writeString(folder.resolve("chain.pem"), chain);
            command.addAll(List.of("-cert_chain", folder.resolve("chain.pem").toString()));
        }
        command.addAll(List.of(more));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(ProcessBuilder.Redirect.PIPE).start();
        port = port(process.inputReader());
        Thread.ofPlatform().daemon().start(this::discard);
    }

    /// It says `ACCEPT 127.0.0.1:40123` once it listens.
    private static int port(BufferedReader output) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ACCEPT ")) {
                return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip());
            }
            all.append(line).append('\n');
        }
        throw new IOException("openssl s_server ended: " + all);
    }

    private void discard() {
        try {
            process.inputReader().transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // As it should.
        }
    }

    /// Types into its console: text that it sends, or a letter that it takes for a command.
    public void type(String text) throws IOException {
        process.outputWriter().write(text);
        process.outputWriter().flush();
    }

    public int port() {
        return port;
    }

    public static String pem(X509Certificate certificate) {
        try {
            return part("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String part(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + label + "-----\n";
    }

    public static File write(Path file, X509Certificate... all) throws IOException {
        StringBuilder text = new StringBuilder();
        for (X509Certificate each : all) {
            text.append(pem(each));
        }
        return Files.writeString(file, text).toFile();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = false;
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
