package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Mistakes with crowds: each with its place, and what to write.
class CrowdMistakesTest {

    @Test
    void actorsAndSteps() {
        check("""
                claim: Crowds, each wrong in its own way.
                watch: The messages.
                why: Each says what to write.
                needs: [sockdiag]
                actors:
                  senders: {kind: udp, count: 3}
                  server: {kind: server, port-of: senders}
                  crowd: {kind: client, to: server, count: 0}
                  many: {kind: client, to: server, count: 500}
                  right: {kind: client, to: senders, count: 50}
                  right-7: {kind: client, to: server}
                  one: {kind: client, to: server, source: right}
                  a-name-for-which-no-number-has-any-room: {kind: client, to: server, count: 2}
                  more: {kind: client, to: server, count: 190}
                steps:
                  - {actor: right-51, do: connect}
                  - {actor: right, only: 51, do: connect}
                  - {actor: right, only: '> 60', do: connect}
                  - {actor: right, only: some, do: connect}
                  - {actor: one, only: 1, do: connect}
                  - {actor: peers-2, do: read}
                  - {actor: server, do: accept, as: peers, times: 0}
                  - {actor: server, do: accept, as: right-9}
                  - {actor: server, do: accept, as: others, times: 5}
                  - {actor: others-6, do: read}
                expect:
                  - {see: stage, of: right, stage: connect}
                """, """
                7:35: actor server: port-of: senders is a crowd, and here stands one actor; name one of senders-1 to senders-3
                8:44: count "0": it is at least 1; write how many, 1 to 200
                9:43: count "500": it is at most 200; write how many, 1 to 200
                10:29: actor right: to: senders is a crowd, and here stands one actor; name one of senders-1 to senders-3
                11:3: the name right-7 is taken: it is a member of right; give the actor another name
                12:43: actor one: source: right is a crowd, and here stands one actor; name one of right-1 to right-50
                13:3: the name a-name-for-which-no-number-has-any-room is too long for a crowd, whose members have a number \
                behind it; 36 letters at most
                14:3: the crowds have 245 members with more; 200 at most can be played, so give one of them a smaller count
                16:13: actor: there is no right-51; right is a crowd of 50: right-1 to right-50
                17:26: only: right is a crowd of 50: write a number from 1 to 50, or a range of them such as 1..50
                18:26: only: right is a crowd of 50: write a number from 1 to 50, or a range of them such as 1..50
                19:26: only "some": that is no bound; write a number or its bounds, for example 3, '>= 2', 2.. or 2..5
                20:24: only says which members of a crowd do it, and one is one actor; take it out
                21:13: actor peers-2 is not there yet: it comes to be in line 22; move this step below
                22:51: times "0": it is at least 1; write how many, 1 to 200
                23:37: the name right-9 is taken; give the connection another name
                25:13: actor: there is no others-6; others is a crowd of 5: others-1 to others-5
                """);
    }

    @Test
    void expectations() {
        check("""
                claim: Expectations of crowds, each wrong in its own way.
                watch: The messages.
                why: Each says what to write.
                needs: [sockdiag]
                actors:
                  server: {kind: server}
                  right: {kind: client, to: server, count: 50}
                  one: {kind: client, to: server}
                steps:
                  - {actor: server, do: accept, as: others, times: 5}
                expect:
                  - {see: stage, of: right-60, stage: connect}
                  - {see: stage, of: rigth, stage: connect}
                  - {see: missing, of: others, event: none}
                  - {see: tuple, of: right-1, other: others}
                  - {see: order, events: [right connect, others first-byte]}
                  - {see: order, events: [right-51 connect, others first-byte]}
                  - {see: how-many, of: one, that: {see: stage, stage: connect}}
                  - {see: how-many, of: right, that: {see: stage, of: right, stage: connect}}
                  - {see: how-many, of: right, that: {see: how-many, of: right, that: {see: stage}}}
                  - {see: how-many, of: right, that: {see: stagee, stage: connect}}
                  - {see: how-many, of: right, that: {see: stage, stage: conect}}
                  - {see: how-many, of: right, that: connected}
                  - {see: how-many, of: right, that: {see: counter, name: ListenDrops, rose: 1}}
                  - {see: how-many, of: others, that: {see: race, attempts: 1}}
                  - {see: how-many, of: right, that: {see: stage, stage: connect}, count: many}
                  - {see: how-many, that: {see: stage, stage: connect}}
                  - {see: how-many, of: right}
                """, """
                12:22: stage: of: there is no right-60; right is a crowd of 50: right-1 to right-50
                13:22: stage: of: actor "rigth" is not known; did you mean right?
                14:24: missing: of: others is a connection; here stands a client
                15:38: tuple: other: others is a crowd, and here stands one actor; name one of others-1 to others-5
                16:26: order names two crowds, right and others; name one member of one of them
                17:26: order: events: there is no right-51; right is a crowd of 50: right-1 to right-50
                18:25: how-many: of: one is one actor; give it a count, or name a crowd
                19:55: how-many: that says of whom, and that stands beside it already; take it out
                20:38: how-many: that counts again; write what must hold for a member
                21:44: see "stagee" is not known; did you mean stage?
                22:58: stage "conect" is not known; did you mean connect?
                23:38: how-many: that is a group of words, and here stands a text; write an expectation without of, for \
                example {see: stage, stage: connect, code: TIMEOUT}
                24:38: how-many: that says nothing of right, so it holds for all of them or for none; write an expectation \
                without of, for example {see: stage, stage: connect, code: TIMEOUT}
                25:39: how-many: that: of: others is a connection; here stands a client
                26:75: count "many": that is no bound; write a number or its bounds, for example 3, '>= 2', 2.. or 2..5
                27:5: how-many needs of: which crowd; write of: and the name of a crowd
                28:5: how-many needs that: what must hold for a member; write that: and an expectation without of, for \
                example {see: stage, stage: connect, code: TIMEOUT}
                """);
    }

    private static void check(String file, String told) {
        ScenarioException e = assertThrows(ScenarioException.class,
                () -> ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "x", "x", "own"));
        StringBuilder text = new StringBuilder();
        e.problems().forEach(each -> text.append(each.position()).append(": ").append(each.text().replaceAll(" there are .*", "")).append('\n'));
        assertEquals(told, text.toString());
    }
}
