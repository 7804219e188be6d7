package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.WebSettings;

/// A server of our own that speaks HTTP: its clocks and its workers.
public final class HttpServing {

    private boolean on;
    private boolean tls;
    private boolean both;
    private Long header;
    private Long request;
    private Long keepAlive;
    private Integer workers;

    /// Adds its options.
    public OptionList addTo(OptionList options) {
        return options
                .flag("--http", "Answer HTTP/1.1: /hello, /echo, /slow?ms=, /stream?bytes=, /status/N, /hash, /health.", given -> on = given)
                .flag("--tls", "Speak TLS, with a certificate made at run time.", given -> tls = given)
                .flag("--https", "The same as --http --tls.", given -> both = given)
                .time("--header-timeout", "With --http: answer 408 where a head takes longer (default 10s).", time -> header = time)
                .time("--request-timeout", "With --http: answer 408 where a request takes longer (default 30s).", time -> request = time)
                .time("--keep-alive", "With --http: keep a connection idle for this long (default 5s).", time -> keepAlive = time)
                .number("--workers", "N", 4, "With --http: N threads for /slow and /hash (default none: the loop).", count -> workers = count);
    }

    /// The behaviour that is meant.
    ///
    /// @param asked the one that was asked for, or `null`
    public Behaviour of(Behaviour asked) throws UsageException {
        TlsFault fault = asked == null ? null : asked.tls();
        Behaviour named = asked instanceof Behaviour.Secured secured ? secured.inside() instanceof Behaviour.Echo ? null : secured.inside() : asked;
        Behaviour inside = inside(named);
        return fault != null ? new Behaviour.Secured(fault, inside) : tls || both ? new Behaviour.Secured(TlsFault.NONE, inside) : inside;
    }

    private Behaviour inside(Behaviour asked) throws UsageException {
        boolean on = this.on || both;
        WebSettings options = asked instanceof Behaviour.Http http ? http.options() : on && asked == null ? WebSettings.USUAL : null;
        if (on && options == null) {
            throw new UsageException("--http is a behaviour of its own: leave --behaviour " + asked.text() + " out, or write --behaviour http=FAULT");
        }
        if (options == null) {
            if (header != null || request != null || keepAlive != null || workers != null) {
                throw new UsageException("--header-timeout, --request-timeout, --keep-alive and --workers are for a server of HTTP: add --http");
            }
            return asked == null ? Behaviour.DEFAULT : asked;
        }
        if (workers != null && (workers < 0 || workers > WebSettings.MOST_WORKERS)) {
            throw new UsageException("--workers " + workers + " is outside 0 to " + WebSettings.MOST_WORKERS);
        }
        return new Behaviour.Http(options
                .withTimeouts(or(header, options.header()), or(request, options.request()), or(keepAlive, options.keepAlive()))
                .withWorkers(workers == null ? options.workers() : workers));
    }

    private static long or(Long given, long usual) {
        return given == null ? usual : given;
    }
}
