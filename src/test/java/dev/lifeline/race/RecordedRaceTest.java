package dev.lifeline.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each personality beside what the real program did in the same situation: which addresses were tried, in which order and when,
/// and which one was taken. `recorded.txt` says how the times were taken.
class RecordedRaceTest {

    /// The clock of a recording begins with the first SYN that was seen, which may be late.
    private static final long EARLY = 80;
    /// The recording machine was busy.
    private static final long LATE = 320;
    /// curl 7.88 begins the next address of a family when it wakes next.
    private static final long LATE_IN_CURL_7_88 = 1_150;

    private record Begin(String address, long millis) {
    }

    /// The attempts that sent a SYN, and the winner's address (`-` where none).
    private record Race(List<Begin> begins, String winner) {
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedProgramIsFollowed() throws IOException {
        Map<String, String[]> situations = new HashMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = RecordedRaceTest.class.getResourceAsStream("recorded.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] part = line.split(" *[|] *");
                if (line.startsWith("situation")) {
                    situations.put(part[0].split(" ")[1], part);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    String[] name = part[0].split(" ");
                    tests.add(DynamicTest.dynamicTest(part[0], () -> follows(situations.get(name[0]), name[1], recorded(part))));
                }
            }
        }
        assertTrue(tests.size() > 100, "recordings: " + tests.size());
        return tests.stream();
    }

    private static void follows(String[] situation, String program, Race real) {
        Personality personality = Personality.named(program);
        assertNotNull(personality, program);
        long whole = Long.parseLong(situation[1].split(" ")[0]);
        String[] candidates = new String[situation.length - 2];
        System.arraycopy(situation, 2, candidates, 0, candidates.length);
        List<String> wayless = new ArrayList<>();
        for (int i = 0; i < candidates.length; i++) {
            if (candidates[i].endsWith(" wayless")) {
                wayless.add(candidates[i].substring(0, 2));
                candidates[i] = candidates[i].replace("wayless", "no 0");
            }
        }
        String ladder = Course.within(whole, personality, candidates);
        Race ours = raced(ladder, wayless);
        assertEquals(addresses(real), addresses(ours), ladder);
        assertEquals(real.winner(), ours.winner(), ladder);
        long late = personality == Personality.CURL_7_88 ? LATE_IN_CURL_7_88 : LATE;
        for (int i = 0; i < ours.begins().size(); i++) {
            long off = real.begins().get(i).millis() - ours.begins().get(i).millis();
            assertTrue(off >= -EARLY && off <= late, program + " began " + real.begins().get(i) + ", we " + ladder);
        }
    }

    private static List<String> addresses(Race race) {
        List<String> all = new ArrayList<>();
        for (Begin each : race.begins()) {
            all.add(each.address());
        }
        return all;
    }

    private static Race recorded(String[] part) {
        List<Begin> begins = new ArrayList<>();
        for (String each : part[1].split(" ")) {
            String[] at = each.split("@");
            begins.add(new Begin(at[0], Long.parseLong(at[1])));
        }
        return new Race(begins, part[2].strip());
    }

    private static Race raced(String ladder, List<String> wayless) {
        List<Begin> begins = new ArrayList<>();
        Map<String, String> numbers = new HashMap<>();
        String winner = "-";
        for (String line : ladder.split("\n")) {
            String[] word = line.strip().split(" +");
            if (word[1].equals("start")) {
                numbers.put(word[2], word[3]);
                if (!wayless.contains(word[3])) {
                    begins.add(new Begin(word[3], Long.parseLong(word[0])));
                }
            } else if (word[1].equals("won")) {
                winner = numbers.get(word[2]);
            }
        }
        return new Race(begins, winner);
    }
}
