package dev.lifeline.play.relay;

import dev.lifeline.client.Dialer;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.play.Play;
import dev.lifeline.play.actor.CannotAct;
import dev.lifeline.race.Personality;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.action.RelayRole;
import dev.lifeline.scenario.action.RelayRules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;

/// The two connections that a relay makes of one: the one that it accepted, and the one by which it goes on. For one thread, which
/// waits in one selector; what is delayed has its time there.
public final class RelayPair {

    private static final long LOOK_MILLIS = 50;
    private static final long MILLI = 1_000_000;

    private final Play play;
    private final RelayRole role;
    private final RelayRules rules;
    private final String actor;
    private final Gates gates;
    private final Orders orders;

    /// @param actor the relay
    /// @param gates the relay's
    public RelayPair(Play play, String actor, RelayRole role, Gates gates, Orders orders) {
        this.play = play;
        this.actor = actor;
        this.role = role;
        this.rules = role.rules();
        this.gates = gates;
        this.orders = orders;
    }

    /// Relays one connection from its accept to its end, whatever it is.
    ///
    /// @param accepted closed when this returns
    /// @param its its recorder, with its number
    public void relay(SocketChannel accepted, LaneRecorder its) {
        Runnable wakeUp = null;
        Selector selector = null;
        try (accepted; Selector opened = Selector.open()) {
            selector = opened;
            wakeUp = opened::wakeup;
            gates.addLoop(wakeUp);
            orders.onStop(wakeUp);
            relay(accepted, its, opened);
        } catch (IOException | CannotAct e) {
            play.remark(Lane.SERVER, "the relay broke: " + e.getMessage());
        } finally {
            if (selector != null) {
                gates.removeLoop(wakeUp);
                orders.forget(wakeUp);
            }
        }
    }

    private void relay(SocketChannel accepted, LaneRecorder its, Selector selector) throws IOException, CannotAct {
        Pump in = null;
        if (rules.connectsLate()) {
            in = pump(accepted, its, rules.delayUp(), selector);
            if (!awaitFirst(in, selector)) {
                in.close(actor, orders, orders.resetting());
                return;
            }
        }
        LaneRecorder out = play.lane(Lane.CLIENT).connection(play.numbers().nextClient());
        play.owns(actor, Lane.CLIENT, out.connection());
        try (SocketChannel dialed = dial(out)) {
            in = in == null ? pump(accepted, its, rules.delayUp(), selector) : in;
            Pump on = pump(dialed, out, rules.delayDown(), selector);
            if (rules.proxyProtocol() > 0) {
                in.transit().addFirst(ProxyHeader.of(rules.proxyProtocol(), (InetSocketAddress) accepted.getRemoteAddress(),
                        (InetSocketAddress) accepted.getLocalAddress()), DeadlineClock.now());
            }
            move(selector, in, on);
        } catch (StageFailure recorded) {
            giveUp(in == null ? pump(accepted, its, 0, selector) : in, selector);
        } catch (InterruptedException stopped) {
            in = in == null ? pump(accepted, its, 0, selector) : in;
            in.close(actor, orders, orders.resetting());
        }
    }

    private Pump pump(SocketChannel channel, LaneRecorder lane, long delay, Selector selector) throws IOException {
        return new Pump(channel, lane, gates, new Transit(delay), selector);
    }

    private SocketChannel dial(LaneRecorder out) throws StageFailure, IOException, CannotAct, InterruptedException {
        Target there = play.target(role.to());
        Dialer dialer = new Dialer(out, gates, Personality.DEFAULT, null, rules.connectTimeout());
        Runnable cut = dialer::close;
        try (dialer) {
            orders.onStop(cut);
            return dialer.dial(List.of(new Endpoint(there.host(), there.port()))).channel();
        } finally {
            orders.forget(cut);
        }
    }

    /// Waits for the first byte.
    ///
    /// @return `false` where the stream ended without one, or the relay stops
    private boolean awaitFirst(Pump in, Selector selector) throws IOException {
        while (!orders.stopping() && in.transit().held() == 0 && !in.transit().hasEnded()) {
            readOnly(in, selector);
        }
        return !orders.stopping() && in.transit().held() > 0;
    }

    private static void readOnly(Pump in, Selector selector) throws IOException {
        long now = DeadlineClock.now();
        in.want(now);
        select(selector, Long.MAX_VALUE);
        in.lookAtGate();
        in.take(now);
    }

    private void move(Selector selector, Pump in, Pump out) throws IOException {
        in.join(out);
        out.join(in);
        while (!orders.stopping()) {
            long now = DeadlineClock.now();
            in.lookAtGate();
            out.lookAtGate();
            in.take(now);
            out.take(now);
            out.pass(now);
            in.pass(now);
            if (isOver(in, out)) {
                break;
            }
            in.want(now);
            out.want(now);
            // By the same clock reading as above: what came due since then must not wait for the next look.
            select(selector, Math.min(in.transit().untilNext(now), out.transit().untilNext(now)));
        }
        boolean reset = orders.resetting() && !isOver(in, out);
        in.close(actor, orders, reset);
        out.close(actor, orders, reset);
    }

    private boolean isOver(Pump in, Pump out) {
        boolean both = in.isShut() && out.isShut();
        boolean one = in.isShut() || out.isShut();
        return both || one && !rules.halfClose() || in.isReset() || out.isReset() || in.isBroken() && out.isBroken();
    }

    /// Waits until something can be done. What may go on by now and did not waits for its kernel, or at a gate: both wake it.
    private static void select(Selector selector, long untilNext) throws IOException {
        long millis = untilNext == 0 || untilNext == Long.MAX_VALUE ? LOOK_MILLIS
                : Math.min(LOOK_MILLIS, (untilNext + MILLI - 1) / MILLI);
        selector.select(key -> ((Pump) key.attachment()).ready(), millis);
    }

    /// The way on is closed. What the one who came gets is certain: a reset, or an end of stream, and then whatever he still sends
    /// is read and thrown away until he ends too.
    private void giveUp(Pump in, Selector selector) throws IOException {
        if (!rules.resetsOnFailure()) {
            in.shut();
            while (!orders.stopping() && !in.transit().hasEnded()) {
                in.transit().drop();
                readOnly(in, selector);
            }
        }
        in.close(actor, orders, rules.resetsOnFailure() || orders.resetting());
    }
}
