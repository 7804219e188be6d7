package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.SourceParser;
import dev.lifeline.run.TargetException;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;

/// The way from a name to a connection, and how often it is gone.
public final class WayOutOptions {

    private static final long DEFAULT_INTERVAL_NANOS = 100_000_000L;

    private boolean ipv4;
    private boolean ipv6;
    private String source;
    private String race;
    private int count = 1;
    private Long interval;
    private final EvidenceOption evidence = new EvidenceOption();

    public OptionList options() {
        OptionList options = new OptionList()
                .flag("-4, --ipv4", "IPv4 only.", on -> ipv4 = on)
                .flag("-6, --ipv6", "IPv6 only.", on -> ipv6 = on)
                .text("--source", "ADDR[:PORT]", "Connect from this local address and port.", address -> source = address)
                .text("--race", "NAME", "Try the addresses like: rfc8305 (default), curl, node, go, okhttp, java, wget, nc, curl-7.88 ... "
                        + "(the race, how Go sorts, and that the standard and curl ask for AAAA and A apart).",
                        name -> race = name)
                .number("--count", "N", 20, "Connect N times, one after the other, and sum up.", times -> count = times)
                .time("--interval", "Pause between connections (default 100ms; 0 with --serve).", time -> interval = time);
        return evidence.addTo(options);
    }

    /// Refuses what no connection can have.
    public void check() throws UsageException {
        if (ipv4 && ipv6) {
            throw new UsageException("-4 and -6 exclude each other: leave both out to use both families");
        }
        if (count < 1 || count > ConnectPlan.MAX_COUNT) {
            throw new UsageException("--count " + count + " is outside 1 to " + ConnectPlan.MAX_COUNT);
        }
    }

    /// The only family to use, or `null` for both.
    public Family family() {
        return ipv4 ? Family.IPV4 : ipv6 ? Family.IPV6 : null;
    }

    /// The address to connect from, or `null` for what the system chooses.
    public Endpoint source() throws UsageException {
        try {
            return source == null ? null : SourceParser.parse(source);
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    public Personality personality() throws UsageException {
        if (race == null) {
            return Personality.DEFAULT;
        }
        if (!Personality.names().contains(race)) {
            throw new UsageException("--race " + Quoted.typed(race) + " is not known" + Nearest.hint(race, Personality.names())
                    + ": there are " + String.join(", ", Personality.names()));
        }
        return Personality.named(race);
    }

    public EvidenceChoice evidence() throws UsageException {
        return evidence.choice();
    }

    public int count() {
        return count;
    }

    /// The pause between two connections, in nanoseconds.
    ///
    /// @param own whether they go to a server of our own, which needs no sparing
    public long interval(boolean own) {
        return interval != null ? interval : own ? 0 : DEFAULT_INTERVAL_NANOS;
    }
}
