package dev.lifeline.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Connection refused | ECONNREFUSED",
        "Connection refused: getsockopt | ECONNREFUSED",
        "Connection refused: no further information | ECONNREFUSED",
        "Permission denied (connect failed) | EACCES",
        "Connection reset | ECONNRESET",
        "Connection reset by peer | ECONNRESET",
        "Broken pipe | EPIPE",
        "Cannot assign requested address | EADDRNOTAVAIL",
        "Can't assign requested address | EADDRNOTAVAIL",
        "Address already in use: bind | EADDRINUSE",
        "Network is unreachable | ENETUNREACH",
        "No route to host | EHOSTUNREACH",
        "Operation timed out | ETIMEDOUT",
        "Connection timed out: no further information | ETIMEDOUT",
        "Too many open files | EMFILE",
        "Too many open files in system | ENFILE",
        "Invalid argument | EINVAL",
        "An existing connection was forcibly closed by the remote host. | ECONNRESET",
        "No buffer space available (maximum connections reached?): connect | ENOBUFS",
        "Verbindungsaufbau abgelehnt | ECONNREFUSED",
        "Connexion refusée | ECONNREFUSED",
        "接続を拒否されました | ECONNREFUSED",
        "В соединении отказано | ECONNREFUSED",
        "Datenübergabe unterbrochen (broken pipe) | EPIPE",
    })
    void textsOfSystemCallsHaveTheirCode(String message, ErrorCode code) {
        assertEquals(code, ErrorText.system(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "db.example: Name or service not known | ENOTFOUND",
        "db.example: nodename nor servname provided, or not known | ENOTFOUND",
        "db.example: No such host is known. | ENOTFOUND",
        "db.example: Temporary failure in name resolution | EAI_AGAIN",
        "db.example: Try again | EAI_AGAIN",
        "db.example: No address associated with hostname | EAI_NODATA",
        "db.example: Non-recoverable failure in name resolution | EAI_FAIL",
        "db.example: Too many open files | EMFILE",
        "db.example: Der Name oder der Dienst ist nicht bekannt | ENOTFOUND",
        "db.example: Nom ou service inconnu | ENOTFOUND",
        "db.example: 名前またはサービスが不明です | ENOTFOUND",
        "connection refused.example: Name or service not known | ENOTFOUND",
        "Temporary failure in name resolution: Name or service not known | ENOTFOUND",
        "a: b: Name or service not known | ENOTFOUND",
    })
    void textsOfLookupsHaveTheirCode(String message, ErrorCode code) {
        assertEquals(code, ErrorText.lookup(message));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"db.example", "Name or service not known", "db.example: ", ": ", ": no", "Name or service not known: x"})
    void aLookupTextThatIsNoErrorTextIsUnknown(String message) {
        assertEquals(ErrorCode.UNKNOWN, ErrorText.lookup(message));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"connection refused", "db.example: Connection refused", "Connection refused by policy", ".", " (", ": "})
    void aSystemTextThatOnlyLooksLikeOneIsUnknown(String message) {
        assertEquals(ErrorCode.UNKNOWN, ErrorText.system(message));
    }

    @ParameterizedTest
    @EnumSource(value = ErrorCode.class, mode = EnumSource.Mode.MATCH_ALL, names = "E(?!NOTFOUND$|OF$).*")
    void theEnglishTextOfAnErrnoCodeIsRecognised(ErrorCode code) {
        switch (code) {
            case EAI_NODATA -> assertEquals(code, ErrorText.lookup("h: No address associated with hostname"));
            case EAI_AGAIN, EAI_FAIL -> assertEquals(code, ErrorText.lookup("h: " + code.text()));
            default -> assertEquals(code, ErrorText.system(code.text()));
        }
    }

    @Test
    void theTableIsSortedWithoutDuplicatesAndEveryRowIsRecognised() throws IOException {
        List<String> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                ErrorText.class.getResourceAsStream("error-texts.tsv"), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.startsWith("#")).forEach(rows::add);
        }
        assertTrue(rows.size() > 800, () -> rows.size() + " rows");
        List<String> texts = new ArrayList<>();
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            assertEquals(2, cells.length, row);
            assertEquals(cells[0], ErrorText.system(cells[1]).name(), row);
            assertFalse(cells[1].isBlank(), row);
            texts.add(cells[1]);
        }
        assertEquals(new TreeSet<>(texts).size(), texts.size());
        List<String> sorted = new ArrayList<>(rows);
        sorted.sort(ErrorTextTest::byCodePoint);
        assertEquals(sorted, rows);
    }

    /// By code points, as the file is: UTF-16 order would put characters outside the basic plane elsewhere.
    private static int byCodePoint(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
