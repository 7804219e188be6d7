package dev.lifeline.run;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.packet.PacketSource;
import java.util.ArrayList;
import java.util.List;

/// The sources of evidence of one run: tried before its clock starts, at work while it runs, given back when it is over.
///
/// Trying them is also what loads them, some ten milliseconds that would otherwise stand in the trace; it happens on a thread of
/// its own while the run prepares the rest.
///
/// Threads: what was found is behind the lock of this object, because a trial that hangs may end when the run has gone on
/// without it.
public final class Observation implements AutoCloseable {

    /// The time that the run waits for sources that are being tried; each promises to be done within a second.
    private static final long PATIENCE_MILLIS = 3_000;

    private static final SourceStatus PROGRAMS = new SourceStatus("application calls", true, "every call of the traced programs");

    private final EvidenceChoice choice;
    private final Tracing tracing;
    private final List<EvidenceSource> given;
    private final long patienceMillis;
    private final List<EvidenceSource> usable = new ArrayList<>();
    private final List<SourceStatus> statuses = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();
    private final Thread trying;
    private EvidenceSource beingTried;
    private boolean settled;
    private volatile Observer[] observers = {};

    private Observation(EvidenceChoice choice, Tracing tracing, List<EvidenceSource> given, long patienceMillis) {
        this.choice = choice;
        this.tracing = tracing;
        this.given = given;
        this.patienceMillis = patienceMillis;
        statuses.add(PROGRAMS);
        trying = choice.sources().isEmpty() ? null : Thread.ofPlatform().daemon().name("trace-evidence").start(this::tryAll);
    }

    /// Begins to try what is chosen.
    ///
    /// @param tracing the person's command, for what would enable evidence that is missing
    public static Observation prepare(EvidenceChoice choice, Tracing tracing) {
        return new Observation(choice, tracing, List.of(), PATIENCE_MILLIS);
    }

    /// The same with sources of a test in the place of those with their names.
    static Observation prepare(EvidenceChoice choice, Tracing tracing, List<EvidenceSource> given, long patienceMillis) {
        return new Observation(choice, tracing, given, patienceMillis);
    }

    /// The last first: the kernel may take some time to make the ring of a packet socket, and the others are tried meanwhile.
    private void tryAll() {
        for (String name : choice.sources().reversed()) {
            EvidenceSource source = named(name);
            synchronized (this) {
                if (settled) {
                    return;
                }
                beingTried = source;
            }
            answered(source, tried(source));
        }
    }

    /// A defect of one source must not keep the others from being tried.
    private static Availability tried(EvidenceSource source) {
        try {
            return source.prepare();
        } catch (RuntimeException | Error e) {
            return new Availability.Unavailable("the trial broke: " + e, null);
        }
    }

    private EvidenceSource named(String name) {
        for (EvidenceSource source : given) {
            if (source.name().equals(name)) {
                return source;
            }
        }
        return name.equals("packet") && choice.wholePackets() ? PacketSource.whole() : Sources.named(name);
    }

    private synchronized void answered(EvidenceSource source, Availability answer) {
        if (settled) {
            return;
        }
        if (answer instanceof Availability.Unavailable not) {
            unavailable(source, not);
        } else if (answer instanceof Availability.Available available) {
            statuses.add(1, new SourceStatus(source.name(), true, available.gives()));
            usable.addFirst(source);
        }
    }

    /// A source that is not there.
    private record Missing(EvidenceSource source, Availability.Unavailable not, Tracing tracing) {

        String sentence() {
            Availability.Unavailable why = source.explained(not, tracing);
            return source.name() + ": " + why.reason() + (why.enable() == null ? "" : "; to enable: " + why.enable());
        }
    }

    private void unavailable(EvidenceSource source, Availability.Unavailable not) {
        unavailable(1, source, not);
    }

    private void unavailable(int place, EvidenceSource source, Availability.Unavailable not) {
        statuses.add(place, new SourceStatus(source.name(), false, not.reason()));
        missing.addFirst(new Missing(source, not, tracing));
    }

    /// Waits until all are tried, some seconds at most: those that have not answered by then are not available.
    ///
    /// @throws TargetException when the person insisted on one that is not available
    public void ready() throws TargetException, InterruptedException {
        if (trying != null) {
            trying.join(patienceMillis);
        }
        settle();
    }

    /// Waits for the end of the trials, late answers included; for tests.
    void tried() throws InterruptedException {
        if (trying != null) {
            trying.join();
        }
    }

    private synchronized void settle() throws TargetException {
        settled = true;
        withoutTheLate();
        insist();
        for (String name : EvidenceChoice.NAMES) {
            if (!choice.sources().contains(name)) {
                statuses.add(SourceStatus.notAskedFor(name));
            }
        }
    }

    private void insist() throws TargetException {
        if (choice.insisted() && !missing.isEmpty()) {
            throw new TargetException("--evidence " + missing.getFirst().sentence());
        }
    }

    /// One that hangs keeps those behind it from being tried: that is said of it alone.
    private void withoutTheLate() {
        List<String> names = choice.sources().reversed();
        // As many as have answered stand there, beside the programs themselves.
        for (int i = statuses.size() - 1; i < names.size(); i++) {
            String silence = "did not answer within " + patienceMillis + " ms";
            boolean hangs = beingTried == null || beingTried.name().equals(names.get(i));
            unavailable(named(names.get(i)), new Availability.Unavailable(
                    hangs ? silence : "not tried: " + beingTried.name() + " " + silence, null));
        }
    }

    /// Says if a source was chosen, available or not.
    public boolean isAskedFor(String name) {
        return choice.sources().contains(name);
    }

    /// The source with this name where it is asked for and available, else `null`.
    public synchronized EvidenceSource source(String name) {
        for (EvidenceSource source : usable) {
            if (source.name().equals(name)) {
                return source;
            }
        }
        return null;
    }

    /// Puts every source that watches to work. One that refuses now, though it was there a moment ago, is left out. Where this
    /// throws, none is at work.
    ///
    /// @throws TargetException when the person insisted on one that refuses
    public synchronized void start(Subject subject) throws TargetException {
        List<Observer> started = new ArrayList<>();
        boolean all = false;
        try {
            startEach(subject, started);
            insist();
            all = true;
        } finally {
            observers = started.toArray(new Observer[0]);
            if (!all) {
                close();
            }
        }
        if (observers.length > 0) {
            subject.recorder().listener(this::tell);
        }
    }

    private void startEach(Subject subject, List<Observer> started) {
        for (int i = 0; i < usable.size(); i++) {
            if (usable.get(i) instanceof ObservingSource observing) {
                try {
                    started.add(observing.start(subject));
                } catch (UnavailableException e) {
                    usable.remove(i--);
                    refuses(observing, e.why());
                }
            }
        }
    }

    private void refuses(EvidenceSource source, Availability.Unavailable why) {
        int place = 1;
        while (!statuses.get(place).name().equals(source.name())) {
            place++;
        }
        statuses.remove(place);
        unavailable(place, source, why);
    }

    private void tell(TraceEvent event) {
        for (Observer observer : observers) {
            observer.saw(event);
        }
    }

    /// Has every source look at how things stand now, and waits for what it finds.
    ///
    /// @param cause the sequence number of the event that asks, or -1
    public void look(long cause) {
        for (Observer observer : observers) {
            observer.look(cause);
        }
    }

    /// Has the sockets that are known looked at now; opens no file, as a look for counters does.
    ///
    /// @param cause the sequence number of the event that asks
    public void lookAtSockets(long cause) {
        for (Observer observer : observers) {
            observer.lookAtSockets(cause);
        }
    }

    /// Says if anybody watches, so that evidence may come after the event that it is about.
    boolean watches() {
        return observers.length > 0;
    }

    /// Each source: chosen or not, at work or not, and the reason.
    public synchronized List<SourceStatus> statuses() {
        return List.copyOf(statuses);
    }

    /// Lets every source finish, and gives them back.
    @Override
    public void close() {
        // The capture first: its socket is given back while the others finish.
        for (int i = observers.length - 1; i >= 0; i--) {
            observers[i].close();
        }
        observers = new Observer[0];
    }
}
