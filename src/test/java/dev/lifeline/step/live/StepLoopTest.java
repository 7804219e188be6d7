package dev.lifeline.step.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Target;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TraceRun;
import dev.lifeline.server.Behaviour;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.predict.Asks;
import dev.lifeline.terminal.TypedLine;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StepLoopTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> shown = new ArrayList<>();
    private final List<Journey> kept = new ArrayList<>();
    private StepLoop loop;

    private static LiveSession start() throws CommandException, InterruptedException {
        ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, 5), null, null, Personality.DEFAULT,
                SECOND, SECOND, Script.CONNECT_ONLY, 1, 0, EvidenceChoice.AUTO);
        try {
            return LiveSession.start(Driven.of(TraceRun.prepare(plan, "test", Resolver.SYSTEM)), LiveSession.FOR_EVER);
        } catch (dev.lifeline.run.TargetException e) {
            throw new CommandException(e.getMessage());
        }
    }

    /// A person who types these lines.
    private static Prompt person(String... lines) {
        Deque<String> typed = new ArrayDeque<>(List.of(lines));
        return new Prompt() {
            @Override
            public TypedLine read(String sign) {
                return typed.isEmpty() ? TypedLine.END : TypedLine.of(typed.removeFirst());
            }

            @Override
            public boolean isPerson() {
                return true;
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }

    private final class Screen implements StepOutput {
        @Override
        public Canvas canvas() {
            return new Canvas(80, Glyphs.UNICODE);
        }

        @Override
        public boolean stop(Journey journey, Card card, boolean keys) {
            return shown.add(card.frame().text());
        }

        @Override
        public boolean answer(CommandWord word, Journey journey, Card card) {
            return shown.add(card.frame().text());
        }

        @Override
        public boolean say(boolean refused, String sentence) {
            return shown.add((refused ? "? " : "  ") + sentence);
        }
    }

    private final class Keeping implements Keeper {
        @Override
        public String recording(Journey journey, String file) {
            return file;
        }

        @Override
        public String export(Journey journey, String format, String file) {
            return file;
        }

        @Override
        public void keep(Journey journey) {
            kept.add(journey);
        }

        @Override
        public String page(Journey journey, String file) {
            return file;
        }
    }

    private StepLoop.End walk(Restart restart, String... lines) throws Exception {
        LiveSession session = start();
        try (StepLoop walking = new StepLoop(session, restart, session.first(1), person(lines), new Screen(), new Keeping(), Asks.OFFER)) {
            loop = walking;
            return walking.run();
        }
    }

    @Test
    void ctrlCWhileARunBeginsAnewGivesThatRunUpAndTheWalkGoesOn() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        boolean[] second = new boolean[1];
        Restart slow = () -> {
            if (second[0]) {
                return start();
            }
            second[0] = true;
            loop.interrupt(false);
            never.await();
            return null;
        };

        StepLoop.End end = walk(slow, "n", "rerun", "back", "live", "rerun", "c");

        assertEquals(StepLoop.End.LEFT, end);
        assertTrue(shown.contains("? run 2 was given up before its first stop, by Ctrl-C; run 1 stays as a recording, and rerun begins again"), shown.toString());
        assertTrue(shown.stream().anyMatch(text -> text.contains("REPLAY  ") && text.contains("stop 1 of 2")), shown.toString());
        assertTrue(shown.contains("? nothing is live: this is a recording; rerun makes a new connection"), shown.toString());
        assertTrue(shown.getLast().contains("run 2, stop 2"), shown.toString());
        assertEquals(List.of(1, 2), kept.stream().map(Journey::run).toList());
        assertFalse(Thread.interrupted(), "and nothing is left of it");
    }

    @Test
    void aSignalWhileARunBeginsAnewEndsTheWalk() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        StepLoop.End end = walk(() -> {
            loop.interrupt(true);
            never.await();
            return null;
        }, "rerun", "n");

        assertEquals(StepLoop.End.INTERRUPTED, end);
        assertEquals(1, shown.size(), "nothing more is shown: " + shown);
    }
}
