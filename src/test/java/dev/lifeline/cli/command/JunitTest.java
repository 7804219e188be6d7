package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Results for CI systems, read back by a parser that is not ours.
@Timeout(60)
class JunitTest {

    private static final String SCENARIO = """
            claim: A server <here> & "there" can be reached.
            watch: The connect.
            why: It listens.
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: c}
              - {actor: server, do: accept, as: peer}
              - {actor: client, do: write, text: 'a<b&"c"'}
              - {actor: peer, do: read, bytes: 7, label: r}
            expect:
              - {see: stage, of: client, stage: connect}
              - {id: greeting, see: bytes, of: peer, at: r, read: 7, text: 'a<b&"d"'}
            """;

    private static final String GREETING = "greeting bytes: of peer, at r, read 7, text a<b&\"d\"";

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
    }

    private static Element read(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private Element read(Path xml) throws Exception {
        return read(Files.readString(xml, StandardCharsets.UTF_8));
    }

    private static List<Element> all(Element in, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = in.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    /// The sums of a suite, which some readers believe and others make themselves.
    private static void assertSums(Element of) {
        List<Element> cases = all(of, "testcase");
        double time = 0;
        for (Element each : cases) {
            time += Double.parseDouble(each.getAttribute("time"));
        }
        double sum = time;
        assertAll(() -> assertEquals(cases.size(), Integer.parseInt(of.getAttribute("tests"))),
                () -> assertEquals(all(of, "failure").size(), Integer.parseInt(of.getAttribute("failures"))),
                () -> assertEquals(all(of, "error").size(), Integer.parseInt(of.getAttribute("errors"))),
                () -> assertEquals(all(of, "skipped").size(), Integer.parseInt(of.getAttribute("skipped"))),
                () -> assertTrue(!of.getTagName().equals("testsuite") || Math.abs(sum - Double.parseDouble(of.getAttribute("time"))) < 0.0005, of.getAttribute("time")));
    }

    @Test
    void aPlayIsASuiteAndAnExpectationACase() throws Exception {
        Path xml = folder.resolve("out.xml");
        String mine = file("mine.yaml", SCENARIO);
        Shell.Ran ran = new Shell().run("run", mine, "--evidence", "portable", "--junit", xml.toString());
        assertAll(() -> assertEquals(20, ran.code(), ran.err()), () -> assertEquals("", ran.err()),
                () -> assertTrue(ran.out().contains("1 of 2 expectations held"), "the screen is as ever"));
        Element root = read(xml);
        Element suite = all(root, "testsuite").getFirst();
        assertSums(root);
        assertSums(suite);
        List<Element> cases = all(suite, "testcase");
        Element failure = all(cases.get(1), "failure").getFirst();
        assertAll(() -> assertEquals("testsuites", root.getTagName()), () -> assertEquals("mine", suite.getAttribute("name")),
                () -> assertEquals("A server <here> & \"there\" can be reached.", all(suite, "property").getFirst().getAttribute("value")),
                () -> assertEquals("1 stage: of client, stage connect", cases.get(0).getAttribute("name")),
                () -> assertEquals(GREETING, cases.get(1).getAttribute("name")),
                () -> assertEquals(mine, cases.get(1).getAttribute("file")), () -> assertEquals("15", cases.get(1).getAttribute("line")),
                () -> assertTrue(Double.parseDouble(cases.get(0).getAttribute("time")) > 0), () -> assertEquals("0.000", cases.get(1).getAttribute("time")),
                () -> assertFalse(cases.get(0).hasChildNodes()),
                () -> assertEquals("peer at r: read 7, text \"a<b&\\\"c\\\"\"", failure.getAttribute("message")),
                () -> assertEquals("expected  peer at r: read 7, text \"a<b&\\\"d\\\"\"\nobserved  peer at r: read 7, text \"a<b&\\\"c\\\"\"", failure.getTextContent()));
    }

    @Test
    void overSeveralPlaysACaseFailsWhereOnePlayDid() throws Exception {
        Path xml = folder.resolve("out.xml");
        Shell.Ran ran = new Shell().run("run", file("mine.yaml", SCENARIO), "--times", "3", "--evidence", "portable", "--junit", xml.toString());
        assertEquals(20, ran.code(), ran.err());
        Element root = read(xml);
        assertSums(root);
        assertEquals(2, all(root, "testcase").size());
        assertTrue(all(root, "failure").getFirst().getAttribute("message").startsWith("held 0 of 3 times, first not in play 1: peer at r: read 7,"), Files.readString(xml));
    }

    @Test
    void whatCannotBeShownIsSkippedUnderTheSameNames() throws Exception {
        Path xml = folder.resolve("out.xml");
        String needy = file("mine.yaml", SCENARIO.replace("actors:\n", "needs: [sockdiag]\nactors:\n"));
        for (String[] more : new String[][] {{}, {"--times", "2"}}) {
            List<String> words = new ArrayList<>(List.of("run", needy, "--evidence", "portable", "--junit", xml.toString()));
            words.addAll(List.of(more));
            Shell.Ran ran = new Shell().run(words.toArray(new String[0]));
            assertEquals(21, ran.code(), ran.err());
            Element root = read(xml);
            assertSums(root);
            assertAll(() -> assertEquals(GREETING, all(root, "testcase").get(1).getAttribute("name")), () -> assertEquals(2, all(root, "skipped").size()),
                    () -> assertTrue(all(root, "skipped").getFirst().getAttribute("message").startsWith("cannot be shown here: sockdiag: "), Files.readString(xml)));
        }
    }

    @Test
    void severalAndATopicAreASuiteEach() throws Exception {
        Shell.Ran several = new Shell().run("run", file("mine.yaml", SCENARIO), file("other.yaml", SCENARIO.replace("d\"'", "c\"'")), "--evidence", "portable", "--junit", "-");
        Element root = read(several.out());
        assertSums(root);
        assertAll(() -> assertEquals(20, several.code(), several.err()),
                () -> assertEquals(List.of("mine", "other"), all(root, "testsuite").stream().map(suite -> suite.getAttribute("name")).toList()),
                () -> assertEquals("1", root.getAttribute("failures")));
        Element topic = read(new Shell().run("run", "--all", "--topic", "observers", "--evidence", "portable", "--junit", "-").out());
        assertSums(topic);
        assertEquals(4, all(topic, "testsuite").size());
        assertTrue(all(topic, "testcase").getFirst().getAttribute("classname").startsWith("observers."));
    }

    @Test
    void nothingIsLeftWhereNothingWasPlayed() throws Exception {
        Path xml = folder.resolve("out.xml");
        assertEquals(2, new Shell().run("run", file("bad.yaml", SCENARIO.replace("do: listen", "do: lissen")), "--junit", xml.toString()).code());
        assertFalse(Files.exists(xml) || Files.exists(folder.resolve("out.xml.part")));
        Shell.Ran none = new Shell().run("run", file("mine.yaml", SCENARIO), "--junit", folder.resolve("no/out.xml").toString());
        assertAll(() -> assertEquals(2, none.code()), () -> assertEquals("", none.out()),
                () -> assertEquals("trace run: --junit " + folder.resolve("no/out.xml") + " cannot be written: its folder does not exist\n", none.err().replace("'", "")));
        assertEquals("trace run: --json and --junit - both write to standard output: give --junit a file\n",
                new Shell().run("run", "half-close", "--json", "--junit", "-").err());
    }
}
