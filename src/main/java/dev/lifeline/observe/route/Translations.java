package dev.lifeline.observe.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.track.ConnectionTable;
import dev.lifeline.linux.track.Tracked;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.WireEnds;
import dev.lifeline.text.AddressText;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// NAT of this machine: where its table of tracked connections sends what the client connected to. The table keeps most connections for
/// seconds at least, so it is asked when the run is over; it forgets a refused one at once, so the kernel is asked before to tell of
/// new ones, where they go to another machine.
///
/// Threads: any.
final class Translations {

    private static final long TIMEOUT_NANOS = 100_000_000;
    /// As many connects are asked for at most.
    private static final int MOST = 16;

    /// A connect of the client.
    ///
    /// @param local its own end; `null` where it is not known
    /// @param refused whether it was refused: the table forgets it then
    private record Connect(int connection, int attempt, Endpoint local, Endpoint remote, boolean refused) {
    }

    private final Subject subject;
    private final List<Connect> connects = new ArrayList<>();
    private ConnectionTable watched;
    private boolean expected;

    Translations(Subject subject) {
        this.subject = subject;
    }

    /// A connect to another machine is to come.
    synchronized void expect() {
        if (!expected && subject.mode() != Mode.LOOPBACK && ConnectionTable.exists()) {
            try {
                watched = ConnectionTable.watch(TIMEOUT_NANOS);
            } catch (NativeException mayNotBeRead) {
                // Then nothing is said of it.
            }
        }
        expected = true;
    }

    /// A connect has ended.
    synchronized void connected(TraceEvent event, Endpoint local, Endpoint remote, boolean refused) {
        boolean own = subject.mode() == Mode.LOOPBACK;
        if (!own && connects.size() < MOST) {
            connects.add(new Connect(event.connection(), event.attempt(),
                    local == null || local.port() == Endpoint.UNKNOWN_PORT || NumericText.isWildcard(local.address()) ? null : local, remote, refused));
        }
    }

    /// Asks, and records what was found.
    synchronized void ask() {
        List<Tracked> fresh = List.of();
        if (watched != null) {
            fresh = watched.fresh();
            watched.close();
        }
        if (connects.isEmpty() || !ConnectionTable.isUsed() && fresh.isEmpty()) {
            return;
        }
        try (ConnectionTable table = ConnectionTable.open(TIMEOUT_NANOS)) {
            for (Connect connect : connects) {
                ask(table, fresh, connect);
            }
        } catch (NativeException mayNotBeRead) {
            // Then nothing is said of it.
        }
    }

    private void ask(ConnectionTable table, List<Tracked> fresh, Connect connect) {
        InetAddress to = NumericText.address(connect.remote().address());
        InetAddress from = connect.local() == null ? null : NumericText.address(connect.local().address());
        if (to == null) {
            return;
        }
        int port = connect.remote().port();
        List<Tracked> told = told(fresh, WireEnds.of(connect.remote()), connect.local() == null ? null : WireEnds.of(connect.local()));
        List<Tracked> entries = !told.isEmpty() || connect.refused() ? told : from == null ? table.all(to, port) : table.one(from, connect.local().port(), to, port);
        WireEnd sentTo = sentTo(entries);
        if (sentTo != null) {
            subject.recorder().record(subject.recorder().clock().now(), Lane.KERNEL, Evidence.KERNEL, connect.connection(), connect.attempt(),
                    new KernelEvent.Translated(connect.remote(), new Endpoint(AddressText.of(sentTo.address().inet()), sentTo.port())));
        }
    }

    /// Those of one destination, and of one source where that is known.
    static List<Tracked> told(List<Tracked> all, WireEnd destination, WireEnd source) {
        List<Tracked> own = new ArrayList<>(1);
        for (Tracked each : all) {
            if (each.destination().equals(destination) && (source == null || each.source().equals(source))) {
                own.add(each);
            }
        }
        return own;
    }

    /// The end that all of them are sent on to; `null` where they are not, or not to the same.
    static WireEnd sentTo(List<Tracked> entries) {
        WireEnd to = null;
        for (Tracked entry : entries) {
            if (entry.answers().equals(entry.destination()) || to != null && !to.equals(entry.answers())) {
                return null;
            }
            to = entry.answers();
        }
        return to;
    }
}
