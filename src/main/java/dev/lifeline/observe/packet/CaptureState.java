package dev.lifeline.observe.packet;

import dev.lifeline.linux.NativeException;
import dev.lifeline.observe.Subject;

/// How far a capture is, for those who wait for it: the capturing thread reports, the traced programs' threads wait a bounded
/// time.
final class CaptureState {

    private NativeException failure;
    private Subject subject;
    private boolean opened;
    private boolean capturing;
    private boolean over;
    private int port;
    private long closingSince;
    private boolean closing;

    /// The permission is there.
    synchronized void opened() {
        opened = true;
        notifyAll();
    }

    /// Every packet of the port is captured from now on.
    synchronized void capturing() {
        capturing = true;
        notifyAll();
    }

    /// Nothing more is captured or recorded.
    ///
    /// @param why where it ended before its time, or `null`
    synchronized void over(NativeException why) {
        over = true;
        failure = why;
        notifyAll();
    }

    /// A run wants this capture.
    ///
    /// @return `false` where it is not to be had any more
    synchronized boolean give(Subject its) {
        if (over || closing || subject != null) {
            return false;
        }
        subject = its;
        port(its.port());
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

    /// The server's port is known.
    ///
    /// @param number 0 where it is not; the first that is counts
    synchronized void port(int number) {
        if (port == 0) {
            port = number;
            notifyAll();
        }
    }

    /// The run is over.
    synchronized void close(long now) {
        closing = true;
        closingSince = now;
        notifyAll();
    }

    synchronized boolean closing() {
        return closing;
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

    /// Waits until packets are captured, or never will be.
    ///
    /// @return `false` where the time was over before
    synchronized boolean awaitCapturing(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!capturing && !over && pause(end)) {
            continue;
        }
        return capturing || over;
    }

    /// Waits for the server's port.
    ///
    /// @return 0 where the run ended first
    synchronized int awaitPort() {
        while (port == 0 && !closing) {
            pause(Long.MAX_VALUE);
        }
        return closing ? 0 : port;
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
