package dev.lifeline.explain.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the reading of times to what servers and loggers write.
class LogTimesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '¬', textBlock = """
            2026-12-01T02:48:39.123456Z x                          | 2026-12-01T02:48:39.123456Z   | 2026-12-01T02:48:39.123Z
            2026-12-01 02:48:39,123 ERROR                          | 2026-12-01 02:48:39,123       | 2026-12-01T02:48:39.123Z
            [2026-12-01T02:48:39.5+01:00] x                        | 2026-12-01T02:48:39.5+01:00   | 2026-12-01T01:48:39.500Z
            2026/12/01 02:48:39 [error] 7#7                        | 2026/12/01 02:48:39           | 2026-12-01T02:48:39Z
            10.0.0.7 - - [01/Dec/2026:02:48:39 -0700] "GET         | 01/Dec/2026:02:48:39 -0700    | 2026-12-01T09:48:39Z
            [Tue Dec 01 02:48:39.029902 2026] [proxy:error]        | Dec 01 02:48:39.029902 2026   | 2026-12-01T02:48:39.029Z
            Dec  1 02:48:39 host kernel: x                         | Dec  1 02:48:39               | 2000-12-01T02:48:39Z
            Dec 01, 2026 2:48:39 PM com.foo.Bar                    | Dec 01, 2026 2:48:39 PM       | 2026-12-01T14:48:39Z
            E1201 02:48:39.123456       1 server.go:1]             | E1201 02:48:39.123456         | 2000-12-01T02:48:39.123Z
            1:M 01 Dec 2026 02:48:39.123 * x                       | 01 Dec 2026 02:48:39.123      | 2026-12-01T02:48:39.123Z
            at 10.2026-12-01T02:48:39Z                             |                               |
            2026-13-01T02:48:39Z                                   |                               |
            nothing 12:48:39 of the kind                           |                               |
            """)
    void readsATime(String line, String text, Instant time) {
        LogTime found = LogTimes.of(line);
        assertEquals(text == null ? null : new LogTime(text, time.toEpochMilli()), found);
    }
}
