package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.text.Quoted;
import dev.lifeline.tls.TlsClient;
import dev.lifeline.tls.TlsPlan;
import dev.lifeline.tls.certificate.Certificates;
import dev.lifeline.tls.keylog.KeyLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Options for TLS: that it is spoken, whom this side trusts, and what it asks for.
public final class TlsOptions {

    private static final int LONGEST_PROTOCOL = 255;

    private boolean tls;
    private Path authorities;
    private boolean insecure;
    private String serverName;
    private String alpn;
    private Path certificate;
    private Path key;
    private Path keyLog;

    public OptionList options() {
        return new OptionList()
                .flag("--tls", "Speak TLS once connected; https:// does so without.", on -> tls = on)
                .file("--cacert", "Trust the authorities in this file of PEM, and no others.", file -> authorities = file)
                .flag("--insecure", "Take any certificate: the other end may be anybody.", on -> insecure = on)
                .text("--sni", "NAME", "Ask for this name, which the certificate must be for; '' asks for none.", name -> serverName = name)
                .text("--alpn", "NAMES", "Protocols to offer, such as h2,http/1.1.", names -> alpn = names)
                .file("--cert", "Certificate of this side, in PEM, for servers that want one.", file -> certificate = file)
                .file("--key", "Its key, in PEM (PKCS #8, without a password: openssl pkey writes one so).", file -> key = file)
                .file("--keylog", "Append the secrets of the connection, for Wireshark; who has them can read all of it. Packets are recorded whole (16 MiB at most), not 256 bytes of each.", file -> keyLog = file);
    }

    /// Says if TLS is asked for, whatever the target.
    public boolean asked() {
        return tls;
    }

    /// The wishes that are meant.
    ///
    /// @param used whether any connection will speak TLS
    /// @return `null` where there are none
    /// @throws UsageException where an option has no use, or a file cannot be used
    public TlsPlan plan(boolean used) throws UsageException {
        String given = given();
        if (given == null) {
            return null;
        }
        if (!used) {
            throw new UsageException(given + " is for TLS: add --tls, or write an https URL");
        }
        if (insecure && authorities != null) {
            throw new UsageException("--insecure takes any certificate, so --cacert has no use: leave one out");
        }
        if (key != null && certificate == null) {
            throw new UsageException("--key is the key of a certificate: add --cert FILE");
        }
        TlsPlan plan = new TlsPlan(file(authorities), insecure, name(), protocols(), file(certificate), file(key), secrets());
        try {
            TlsClient.of(plan, "");
        } catch (IOException e) {
            throw new UsageException(e.getMessage());
        }
        return plan;
    }

    /// The same beside a server of our own, whose authority is trusted unless others are named.
    ///
    /// @param secured whether the connection speaks TLS from its beginning
    /// @param follows whether others may come behind it that do
    /// @param server of our own, or `null`
    public TlsPlan plan(boolean secured, boolean follows, ServerPlan server) throws UsageException {
        TlsPlan wishes = plan(secured || follows);
        boolean shows = server != null && server.certificates() != null && server.behaviour().tls() != null && !server.behaviour().tls().isPlain();
        if (!secured || !shows) {
            return wishes;
        }
        TlsPlan plan = wishes == null ? TlsPlan.DEFAULT : wishes;
        return plan.authorities() == null && !plan.insecure() ? plan.trusting(Certificates.file(server.certificates())) : plan;
    }

    /// Says loudly what `--insecure` means.
    public void warn(Io io, String command) {
        if (insecure) {
            io.complain(command, "--insecure: the certificate is not checked, so the other end may be anybody; what is sent may be read by anybody");
        }
    }

    /// Says what is missing from the file of secrets, if anything is.
    ///
    /// @param wishes those of the run, or `null`
    /// @param trace of the run
    public static void complain(TlsPlan wishes, Trace trace, Io io) {
        KeyLog secrets = wishes == null ? null : wishes.keyLog();
        if (secrets == null) {
            return;
        }
        if (secrets.failed() != null) {
            io.complain("connect", "--keylog " + Quoted.typed(secrets.file().getPath()) + " lacks secrets, as it could not be written: " + secrets.failed().getMessage());
        } else if (!secrets.written() && secured(trace)) {
            io.complain("connect", "--keylog " + Quoted.typed(secrets.file().getPath()) + " has no secrets of this run: this JDK derives them where they cannot be seen");
        }
    }

    private static boolean secured(Trace trace) {
        for (TraceEvent event : trace.events()) {
            if (event.lane() == Lane.CLIENT && event.body() instanceof StageEvent.Finished finished && finished.stage() == Stage.TLS) {
                return true;
            }
        }
        return false;
    }

    /// Says if secrets are wanted, so that packets are wanted whole.
    public boolean keepsSecrets() {
        return keyLog != null;
    }

    private KeyLog secrets() throws UsageException {
        if (keyLog == null) {
            return null;
        }
        try {
            return KeyLog.to(file(keyLog));
        } catch (IOException e) {
            throw new UsageException(keyLog + " cannot be written: " + e);
        }
    }

    private String given() {
        return authorities != null ? "--cacert" : insecure ? "--insecure" : serverName != null ? "--sni" : alpn != null ? "--alpn"
                : certificate != null ? "--cert" : key != null ? "--key" : keyLog != null ? "--keylog" : null;
    }

    private static File file(Path path) {
        return path == null ? null : path.toFile();
    }

    private String name() throws UsageException {
        if (serverName == null || serverName.isEmpty()) {
            return serverName;
        }
        try {
            TlsClient.checkName(serverName);
            return serverName;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--sni " + Quoted.typed(serverName) + " is no host name");
        }
    }

    private List<String> protocols() throws UsageException {
        List<String> all = new ArrayList<>();
        int from = 0;
        while (alpn != null && from <= alpn.length()) {
            int to = alpn.indexOf(',', from);
            String one = alpn.substring(from, to < 0 ? alpn.length() : to).strip();
            if (one.isEmpty() || one.length() > LONGEST_PROTOCOL) {
                throw new UsageException("--alpn " + Quoted.typed(alpn) + " names a protocol of " + one.length() + " characters: write for example --alpn h2,http/1.1");
            }
            all.add(one);
            from = to < 0 ? alpn.length() + 1 : to + 1;
        }
        return all;
    }
}
