package dev.lifeline.explain.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.naming.KnownAs;
import dev.lifeline.explain.naming.NameTable;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.view.GoldenText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorAnswerTest {

    private static ErrorAnswer answer(ErrorStage stage, String code, Site remote) {
        return ErrorAnswer.to(Explained.at(stage, code, remote, ""));
    }

    /// Every sentence that is told of a text, for a person to look at: none may say what only a trace can know.
    @Test
    void whatIsToldWithoutATraceIsWhatWasLookedAt() {
        StringBuilder all = new StringBuilder();
        for (KnownAs row : NameTable.rows()) {
            ErrorAnswer bare = answer(row.stage(), row.code(), null);
            ErrorAnswer whole = answer(row.stage(), row.code(), new Site("db.example", 5432));
            all.append(row.stage().label()).append(' ').append(row.code()).append('\n').append("  proved      ").append(bare.advice().proved())
                    .append("\n  not proved  ").append(bare.advice().notProved()).append("\n  next        ").append(bare.next())
                    .append("\n  with a host ").append(whole.next()).append('\n');
        }
        GoldenText.check("explained-answers.txt", all.toString());
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeAtEveryStageIsAnsweredInWholeSentences(ErrorCode code) {
        for (ErrorStage stage : ErrorStage.values()) {
            for (Site remote : new Site[] {null, new Site("10.0.0.7", 443), new Site("::1", 80), new Site("db", 0), new Site("", 80)}) {
                ErrorAnswer answer = answer(stage, code.name(), remote);
                if (stage == ErrorStage.NONE) {
                    assertNull(answer.advice());
                    continue;
                }
                for (String text : List.of(answer.advice().proved(), answer.advice().notProved())) {
                    assertTrue(text.endsWith(".") && Character.isUpperCase(text.charAt(0)), stage + " " + code + ": " + text);
                    assertFalse(text.contains("{") || text.contains("not known)") || text.contains("this run") || text.contains("  "), text);
                }
                answer.next().forEach(command -> assertFalse(command.contains("{"), command));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"CONNECT, 10.0.0.7, 5432, trace connect 10.0.0.7:5432", "TLS, example.com, 443, trace connect example.com:443 --tls",
        "READ, ::1, 80, trace connect '[::1]:80'", "READ, db, 0,", "READ, '', 80,", "READ, 'a;reboot', 80,", "READ, '-x', 80,",
        "BIND, 0.0.0.0, 80,", "NONE, db, 80,"})
    void theTraceThatWouldProveItIsFilledInFromTheText(ErrorStage stage, String host, int port, String command) {
        assertEquals(command, answer(stage, "ECONNRESET", new Site(host, port)).trace());
    }

    @Test
    void aPortThatOnlyServersWithRightsMayHaveIsToldSo() {
        String low = answer(ErrorStage.BIND, "EACCES", new Site("0.0.0.0", 80)).advice().proved();
        assertTrue(low.contains("CAP_NET_BIND_SERVICE) to use port 80"), low);
        assertFalse(answer(ErrorStage.BIND, "EACCES", new Site("0.0.0.0", 8080)).advice().proved().contains("CAP_NET"));
    }

    @Test
    void anEndOnThisMachineIsToldAsThat() {
        assertTrue(answer(ErrorStage.CONNECT, "ECONNREFUSED", new Site("127.0.0.1", 80)).advice().proved().startsWith("This machine answered"));
        assertTrue(answer(ErrorStage.CONNECT, "ECONNREFUSED", new Site("10.1.0.1", 80)).advice().proved().contains("in the name of 10.1.0.1:80: the host"));
    }

    @Test
    void aCodeThatIsNoneOfOursHasTheWordsOfItsStage() {
        assertEquals(ErrorCode.UNKNOWN, ErrorAnswer.code("EPROTO"));
        assertEquals(ErrorCode.UNKNOWN, ErrorAnswer.code(null));
        assertEquals("No connection was established. The stages before it worked.", answer(ErrorStage.CONNECT, "EPROTO", null).advice().proved());
    }
}
