package dev.lifeline.play.pool;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.record.LaneRecorder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The queue between boss and workers, and who is busy. What changes is recorded while the lock is held, so that the recording has
/// it in the order in which it was so, and no depth that never was. Any thread.
final class PoolBook {

    /// A connection in the queue.
    ///
    /// @param started the number of the event that began its wait
    record Queued(Accepted accepted, long started) {
    }

    private final ArrayDeque<Queued> queue = new ArrayDeque<>();
    private final int workers;
    private final int limit;
    private int busy;
    private boolean ending;

    PoolBook(int workers, int limit) {
        this.workers = workers;
        this.limit = limit;
    }

    /// Waits until the queue has room; records that nothing is accepted meanwhile.
    ///
    /// @param lane the server's, of no connection
    /// @return `false` once the pool ends
    synchronized boolean awaitRoom(LaneRecorder lane) throws InterruptedException {
        if (queue.size() < limit) {
            return true;
        }
        lane.mark(new LoopEvent.IntakePaused(limit));
        while (queue.size() >= limit && !ending) {
            wait();
        }
        if (!ending) {
            lane.mark(new LoopEvent.IntakeResumed());
        }
        return !ending;
    }

    /// Puts a connection into the queue.
    ///
    /// @return `false` where it has no room, which is recorded
    synchronized boolean put(Accepted accepted) {
        LaneRecorder its = accepted.lane();
        if (queue.size() >= limit) {
            its.mark(new LoopEvent.TurnedAway(limit));
            return false;
        }
        its.mark(new LoopEvent.WorkerQueued(queue.size() + 1, limit));
        queue.add(new Queued(accepted, its.started(Stage.WORKER_QUEUE, accepted.local(), accepted.remote())));
        notifyAll();
        return true;
    }

    /// Waits for a connection in the queue, and takes it.
    ///
    /// @return `null` once the pool ends and the queue is empty
    synchronized Accepted take(int worker) throws InterruptedException {
        while (queue.isEmpty() && !ending) {
            wait();
        }
        Queued next = queue.poll();
        if (next == null) {
            return null;
        }
        busy++;
        next.accepted().lane().finished(Stage.WORKER_QUEUE, next.started(), new Outcome.Taken(worker, busy, workers));
        notifyAll();
        return next.accepted();
    }

    /// A worker accepted a connection itself.
    synchronized void took(int worker, LaneRecorder its) {
        busy++;
        its.mark(new LoopEvent.WorkerTook(worker, busy, workers));
    }

    /// A worker is done with its connection.
    synchronized void freed(int worker, LaneRecorder its) {
        busy--;
        its.mark(new LoopEvent.WorkerFreed(worker, busy, workers));
        notifyAll();
    }

    /// Nothing more comes: whoever waits in [#take] for it goes.
    synchronized void end() {
        ending = true;
        notifyAll();
    }

    /// Takes out what no worker has taken.
    synchronized List<Queued> rest() {
        List<Queued> rest = new ArrayList<>(queue);
        queue.clear();
        return rest;
    }

    /// The workers that have a connection.
    synchronized int busy() {
        return busy;
    }

    /// The connections in the queue.
    synchronized int queued() {
        return queue.size();
    }
}
