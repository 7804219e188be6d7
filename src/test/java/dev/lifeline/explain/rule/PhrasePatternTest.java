package dev.lifeline.explain.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds each sign of a pattern to what it finds, and to what it does not.
class PhrasePatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '¬', textBlock = """
            connection refused                                ~ Connection  Refused                        ~ Connection  Refused
            connection refused                                ~ xconnection refused                        ~
            connection refused                                ~ connection refusedly                       ~
            connection refused                                ~ connection\\nrefused                     ~
            connection refused                                ~ (connection refused)                       ~ connection refused
            connection_reset                                  ~ ERR_CONNECTION_RESET                       ~
            connect(ion|) refused                             ~ the connect refused us                     ~ connect refused
            read (tcp|udp) {local}->{remote}: i/o timeout     ~ read tcp [::1]:5->db:80: i/o timeout       ~ read tcp [::1]:5->db:80: i/o timeout
            can't assign (requested |)address                 ~ can’t assign address                       ~ can’t assign address
            ^at sun.nio                                       ~ x\\n\\tat sun.nio.ch                     ~ at sun.nio
            ^at sun.nio                                       ~ x at sun.nio.ch                          ~
            unexpected EOF$                                   ~ read: unexpected EOF.\\nx                ~ unexpected EOF
            unexpected EOF$                                   ~ read: unexpected EOF here                  ~
            code \\(111\\)                                    ~ failed, code (111)                         ~ code (111)
            ((broken|brokenly) pipe|epipe)                    ~ write: brokenly pipe                       ~ brokenly pipe
            Соединение разорвано                              ~ ошибка: СОЕДИНЕНИЕ разорвано другой        ~ СОЕДИНЕНИЕ разорвано
            连接被拒绝                                        ~ 错误连接被拒绝了                           ~ 连接被拒绝
            a{any}b{any}c lost                                ~ a b b b x c lost                           ~ a b b b x c lost
            {word}Exception: lost                             ~ java.net.FooException: lost                ~ java.net.FooException: lost
            {quoted}: not found                               ~ say "db 1": not found                      ~ "db 1": not found
            """)
    void finds(String pattern, String text, String expected) {
        assertEquals(expected, found(pattern, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '¬', textBlock = """
            port {port} said      ~ port 65536 said                         ~ {}
            port {port} said      ~ port 443 said                           ~ {port=443}
            dial {remote}: x      ~ dial 10.0.0.7:5432: x                   ~ {remote=10.0.0.7:5432}
            dial {remote}: x      ~ dial ::1:5432: x                        ~ {remote=::1:5432}
            dial {remote}: x      ~ dial fe80::1%eth0:80: x                 ~ {remote=fe80::1%eth0:80}
            dial {remote}: x      ~ dial [fe80::1%eth0]:80: x               ~ {remote=[fe80::1%eth0]:80}
            dial {remote}: x      ~ dial cafe:80: x                         ~ {remote=cafe:80}
            dial {remote}: x      ~ dial db: x                              ~ {}
            dial {remote} over    ~ dial 127.0.0.1.80 over                  ~ {remote=127.0.0.1.80}
            dial {remote} over    ~ dial fe80::1.80 over                    ~ {remote=fe80::1.80}
            dial {remote} over    ~ dial db/10.0.0.7:80 over                ~ {remote=db/10.0.0.7:80}
            dial {remote} over    ~ dial /[::1]:80 over                     ~ {remote=/[::1]:80}
            dial {remote} over    ~ dial /0:0:0:0:0:0:0:1:80 over           ~ {remote=/0:0:0:0:0:0:0:1:80}
            dial {remote} over    ~ dial db/<unresolved>:80 over            ~ {remote=db/<unresolved>:80}
            in use {local}        ~ in use :::3000                          ~ {local=:::3000}
            in use {local}        ~ in use *:80                             ~ {local=*:80}
            in use {local}        ~ in use :80                              ~ {local=:80}
            find {host}: no       ~ find db-1.example: no                   ~ {host=db-1.example}
            find {host}: no       ~ find 2001:db8::1: no                    ~ {host=2001:db8::1}
            find {host}:{port} no ~ find ::1:80 no                          ~ {host=::1, port=80}
            at {host}. end        ~ at db.example. end                      ~ {host=db.example}
            wait {number} ms      ~ wait 30.5 ms                            ~ {number=30.5}
            open {path}: denied   ~ open /run/x.sock: denied                ~ {path=/run/x.sock}
            host {word}           ~ host "db.example".                      ~ {word="db.example}
            said {any}            ~ said so, loudly                         ~ {any=so, loudly}
            name {quoted} lost    ~ name `db' lost                       ~ {quoted=db}
            """)
    void captures(String pattern, String text, String expected) {
        PatternSearch search = new PatternSearch(new PhrasePattern(pattern), new FoldedText(text.replace("\\n", "\n").replace("\\t", "\t")));
        Map<String, String> captured = search.next(0) < 0 ? Map.of() : search.captured();
        assertEquals(expected, new TreeMap<>(captured).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '¬', textBlock = """
            refused (a                ~ a ( without its )
            refused) a                ~ a ) without its (
            refused {hast}            ~ no placeholder {hast}; there are {host} {port} {remote} {local} {number} {word} {quoted} {path} {any}
            refused {host             ~ a { without its }
            refused host}             ~ a } without its {
            {any} refused             ~ {any} at the beginning says nothing
            refused (a(b(c)))         ~ alternatives within alternatives within alternatives
            """)
    void saysWhatDoesNotFit(String pattern, String expected) {
        assertEquals(expected, assertThrows(IllegalArgumentException.class, () -> new PhrasePattern(pattern).first()).getMessage());
    }

    @Test
    void choosesTheRarestWordAsItsAnchor() {
        assertEquals("[refused]", new PhrasePattern("connection refused by {host}").anchors().toString());
        assertEquals("[broken, epipe]", new PhrasePattern("(broken pipe|EPIPE)").anchors().toString());
        assertThrows(IllegalArgumentException.class, () -> new PhrasePattern("(broken pipe|no) {host} is").anchors());
    }

    private static String found(String pattern, String text) {
        FoldedText folded = new FoldedText(text.replace("\\n", "\n").replace("\\t", "\t"));
        PatternSearch search = new PatternSearch(new PhrasePattern(pattern), folded);
        int start = search.next(0);
        return start < 0 ? null : folded.text().substring(start, search.end());
    }
}
