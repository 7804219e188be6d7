package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Wrong uses of the words for servers with workers.
class PoolMistakesTest {

    private static final String FILE = """
            claim: A pool with mistakes.
            watch: The lines.
            why: Each says what was meant.
            needs: []
            actors:
              crew: {kind: pool, accept-by: worker, queue: 4, when-full: close}
              many: {kind: pool, workers: 65, queue: 0}
              none: {kind: pool, workers: 0, accept-by: leader}
              both: {kind: pool, answer: 'yes', backend: crew}
              loop: {kind: loop}
              client: {kind: client, to: crew}
            steps:
              - {actor: crew, do: start}
              - {actor: crew, do: busy, time: 1s}
              - {actor: machine, do: await-workers, of: crew}
              - {actor: machine, do: await-workers, of: loop, busy: 2}
              - {actor: client, do: connect}
            expect:
              - {see: pool, of: crew}
              - {see: pool, of: loop, busy: 2}
              - {see: pool, of: crew, busy-most: 2}
              - {see: order, events: [client worker-que finished, client handler]}
            """;

    private static final String TOLD = """
            pool.yaml:6:48: pool crew: the program has no queue with accept-by worker; take one of them out
            pool.yaml:6:62: pool crew: the program has no queue with accept-by worker; take one of them out
            pool.yaml:7:31: workers "65": it is 1 to 64; write a whole number
            pool.yaml:7:42: queue "0": it is 1 to 1024; write a whole number
            pool.yaml:8:31: workers "0": it is 1 to 64; write a whole number
            pool.yaml:8:45: accept-by "leader" is not known; there are boss, worker
            pool.yaml:9:46: pool both has answer and backend; the answer is the backend's
            pool.yaml:14:23: crew is a pool and cannot busy; busy is for loop, and crew can start, stop, hold, release
            pool.yaml:15:5: machine await-workers says nothing; add busy or queued
            pool.yaml:16:45: machine await-workers: of: loop is a loop; here stands a pool
            pool.yaml:19:5: pool says nothing; add at least one of workers, busy, queued, taken, turned-away
            pool.yaml:20:21: pool: of: loop is a loop; here stands a pool
            pool.yaml:21:5: pool says nothing; add at least one of workers, busy, queued, taken, turned-away
            pool.yaml:21:27: pool: word "busy-most" is not known; did you mean busy? there are at, workers, busy, \
            queued, taken, turned-away, id
            pool.yaml:22:27: event "client worker-que finished": there is no stage of that name (did you mean \
            worker-queue?); write ACTOR STAGE [started|finished|failed], ACTOR packet FLAGS, ACTOR hold \
            [started|finished] or step LABEL [started|finished]""";

    @Test
    void eachHasItsLineWithItsPlaceAndWhatWasMeant() {
        ScenarioException wrong = assertThrows(ScenarioException.class,
                () -> ScenarioReader.read(FILE.getBytes(StandardCharsets.UTF_8), "pool.yaml", "pool", "own"));
        assertEquals(TOLD, wrong.getMessage());
    }
}
