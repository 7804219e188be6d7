package dev.lifeline.cli.report;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.text.Durations;
import dev.lifeline.text.XmlText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes what became of scenarios as JUnit XML, as Jenkins, GitLab and GitHub's reporters read it: a suite for each scenario, a case
/// for each of its expectations. The names of cases come from the file alone, so that a CI system finds a case again in the next run.
///
/// The time of a scenario stands at its first case, as that of a fixture does: expectations have no times of their own, and readers add
/// up the cases.
final class JunitXml {

    private static final long MILLI = 1_000_000;
    private static final int PLACES = 3;

    private final StringBuilder out = new StringBuilder();
    private int tests;
    private int failures;
    private int errors;
    private int skipped;

    private JunitXml() {
    }

    /// The whole file, in UTF-8.
    static byte[] of(List<PlayTally> tallies, long took) {
        JunitXml all = new JunitXml();
        StringBuilder suites = new StringBuilder();
        for (PlayTally tally : tallies) {
            JunitXml suite = new JunitXml();
            suite.suite(tally);
            suites.append(suite.out);
            all.tests += suite.tests;
            all.failures += suite.failures;
            all.errors += suite.errors;
            all.skipped += suite.skipped;
        }
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", "trace run") + all.sums(took) + ">\n" + suites
                + "</testsuites>\n").getBytes(StandardCharsets.UTF_8);
    }

    private String sums(long took) {
        return attribute("tests", tests) + attribute("failures", failures) + attribute("errors", errors) + attribute("skipped", skipped)
                + attribute("time", seconds(took));
    }

    private void suite(PlayTally tally) {
        if (tally.scenario() == null) {
            // Its file is none that could be read: there is one case, which says so.
            begin(tally, "the file can be read", tally.took(), 0);
            element("error", "broken", tally.reason(), tally.reason());
        } else {
            for (Expectation expectation : tally.scenario().expectations()) {
                int index = expectation.number() - 1;
                begin(tally, expectation.name() + " " + expectation.words(),
                        index == 0 ? tally.took() : 0, expectation.position().line());
                if (index < tally.rows().size()) {
                    judged(tally, tally.rows().get(index), index == 0);
                } else {
                    unjudged(tally, index == 0);
                }
            }
        }
        String claim = tally.scenario() == null ? "" : "<properties><property" + attribute("name", "claim")
                + attribute("value", tally.scenario().claim()) + "/></properties>\n";
        out.insert(0, "<testsuite" + attribute("name", tally.id()) + sums(tally.took()) + ">\n" + claim);
        out.append("</testsuite>\n");
    }

    /// @param line 0 where it is not known
    private void begin(PlayTally tally, String name, long took, int line) {
        tests++;
        out.append("<testcase").append(attribute("classname", tally.file() == null ? tally.topic() + "." + tally.id() : tally.id()))
                .append(attribute("name", name)).append(attribute("time", seconds(took)));
        if (tally.file() != null) {
            out.append(attribute("file", tally.file())).append(attribute("line", line));
        }
    }

    private void judged(PlayTally tally, PlayTally.Row row, boolean first) {
        String all = "expected  " + row.finding().expected() + "\nobserved  " + row.finding().observed()
                + (tally.reason() == null ? "" : "\nremark    " + tally.reason());
        String often = tally.planned() == 1 ? "" : "held " + row.count(FindingState.HELD) + " of " + tally.judged() + " times, first not in play "
                + row.play() + ": ";
        if (row.count(FindingState.NOT_HELD) > 0) {
            element("failure", "not-held", often + row.finding().observed(), all);
        } else if (first && tally.count(PlayResult.Kind.BROKEN) > 0) {
            element("error", "broken", tally.reason(), tally.reason());
        } else if (row.count(FindingState.NOT_SEEN) > 0) {
            element("skipped", null, often + row.finding().observed(), null);
        } else {
            out.append("/>\n");
        }
    }

    private void unjudged(PlayTally tally, boolean first) {
        switch (tally.kind()) {
            case BROKEN -> {
                if (first) {
                    element("error", "broken", tally.reason(), tally.reason());
                } else {
                    element("skipped", null, "the play broke", null);
                }
            }
            case INTERRUPTED -> element("skipped", null, "interrupted, or not begun", null);
            case HELD, NOT_HELD, NOT_HERE -> element("skipped", null, "cannot be shown here: " + tally.reason(), null);
        }
    }

    /// Ends a case with what came of it.
    private void element(String name, String type, String message, String text) {
        switch (name) {
            case "failure" -> failures++;
            case "error" -> errors++;
            default -> skipped++;
        }
        out.append(">\n<").append(name).append(attribute("message", message)).append(type == null ? "" : attribute("type", type))
                .append(text == null ? "/>\n" : ">" + XmlText.of(text).replace("&#10;", "\n") + "</" + name + ">\n").append("</testcase>\n");
    }

    private static String attribute(String name, Object value) {
        return " " + name + "=\"" + XmlText.of(String.valueOf(value)) + "\"";
    }

    private static String seconds(long nanos) {
        return Durations.figure(nanos, 1_000 * MILLI, PLACES);
    }
}
