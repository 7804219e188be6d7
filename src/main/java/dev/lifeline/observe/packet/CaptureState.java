package dev.lifeline.observe.packet;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.packet.PacketCapture;
import dev.lifeline.linux.packet.PortFilter;
import dev.lifeline.linux.track.ConnectionTable;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.observe.Subject;

/// How far a capture is, for those who wait for it: the capturing thread reports, the traced programs' threads wait a bounded
/// time.
final class CaptureState {

    private PacketCapture capture;
    private NativeException failure;
    private Subject subject;
    private boolean opened;
    private boolean over;
    private Ports wanted = Ports.NONE;
    private Ports captured = Ports.NONE;
    private long closingSince;
    private boolean closing;

    /// The permission is there.
    ///
    /// @param its what the capturing thread waits on, and is woken from
    synchronized void opened(PacketCapture its) {
        capture = its;
        opened = true;
        notifyAll();
    }

    /// There is something to do that is no packet.
    synchronized void wake() {
        notifyAll();
        if (capture != null) {
            capture.wake();
        }
    }

    /// Every packet of these ports is captured from now on.
    synchronized void capturing(Ports ports) {
        captured = ports;
        notifyAll();
    }

    /// Tells whether packets of any port are captured yet.
    synchronized boolean capturing() {
        return !captured.isEmpty();
    }

    /// It ends before its time; no run can have it from then on.
    ///
    /// @return the run that has it already, or `null`
    synchronized Subject failed(NativeException why) {
        failure = why;
        return subject;
    }

    /// Why it ended before its time, or `null`.
    synchronized NativeException failure() {
        return failure;
    }

    /// Nothing more is captured or recorded.
    synchronized void over() {
        over = true;
        notifyAll();
    }

    /// A run wants this capture.
    ///
    /// @return `false` where it is not to be had any more
    synchronized boolean give(Subject its) {
        if (over || closing || failure != null || subject != null) {
            return false;
        }
        subject = its;
        if (its.host() != null) {
            wanted = wanted.withNames();
        }
        if (its.mode() == Mode.CLIENT && ConnectionTable.exists()) {
            // NAT of this machine may send the connection on to any port.
            wanted = wanted.widened(true);
        }
        if (its.port() != 0) {
            port(its.port());
        }
        notifyAll();
        return true;
    }

    /// Waits until a run wants this capture.
    ///
    /// @return `null` where none did in time; none can have it from then on
    synchronized Subject awaitSubject(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (subject == null && !closing && pause(end)) {
            continue;
        }
        closing |= subject == null;
        return subject;
    }

    /// A server's port is known.
    ///
    /// @return `false` where there are too many already
    synchronized boolean port(int number) {
        if (!wanted.has(number)) {
            if (wanted.count() == PortFilter.MAX_PORTS) {
                return false;
            }
            wanted = wanted.with(number);
            wake();
        }
        return true;
    }

    /// Other ports than the known ones are not wanted any more.
    ///
    /// @param more ports that NAT of this machine may have sent the connection on to
    synchronized void narrow(int[] more) {
        wanted = wanted.widened(false);
        for (int i = 0; i < more.length && wanted.count() < PortFilter.MAX_PORTS; i++) {
            wanted = wanted.with(more[i]);
        }
    }

    /// The ports that are known.
    synchronized Ports wanted() {
        return wanted;
    }

    /// The run is over.
    synchronized void close(long now) {
        closing = true;
        closingSince = now;
        wake();
    }

    synchronized boolean closing() {
        return closing;
    }

    /// Tells whether it was closed before a run had it. One that a run has captures or says why not, however short the run was.
    synchronized boolean unwanted() {
        return closing && subject == null;
    }

    /// When [#close] was called.
    synchronized long closingSince() {
        return closingSince;
    }

    /// Waits until the socket is there.
    ///
    /// @throws NativeException when it is not, with the reason
    /// @return `false` where the time was over before
    synchronized boolean awaitOpened(long millis) throws NativeException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!opened && !over && pause(end)) {
            continue;
        }
        if (!opened && failure != null) {
            throw failure;
        }
        return opened;
    }

    /// Waits until packets of a port are captured, or never will be.
    ///
    /// @return `false` where the time was over before
    synchronized boolean awaitCapturing(int port, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!captured.has(port) && !over && pause(end)) {
            continue;
        }
        return captured.has(port) || over;
    }

    /// Waits until questions to name servers are captured, or never will be.
    ///
    /// @return `false` where the time was over before
    synchronized boolean awaitNames(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!captured.names() && !over && pause(end)) {
            continue;
        }
        return captured.names() || over;
    }

    /// Waits for the first server's port.
    ///
    /// @return none where the run ended first
    synchronized Ports awaitPort() {
        while (wanted.isEmpty() && !closing) {
            pause(Long.MAX_VALUE);
        }
        return closing ? Ports.NONE : wanted;
    }

    /// Waits until all is recorded.
    ///
    /// @return `false` where the time was over before
    synchronized boolean awaitOver(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!over && pause(end)) {
            continue;
        }
        return over;
    }

    /// An interrupt does not cut a wait short: it is bounded, and the interrupt is for somebody else.
    private boolean pause(long end) {
        long millis = end == Long.MAX_VALUE ? 0 : (end - System.nanoTime() + 999_999) / 1_000_000;
        if (end != Long.MAX_VALUE && millis <= 0) {
            return false;
        }
        boolean interrupted = Thread.interrupted();
        try {
            wait(millis);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return true;
    }
}
