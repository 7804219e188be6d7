package dev.lifeline.observe.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchListTest {

    @Test
    void aNameIsAskedForAsItIsAndWithEachDomain() {
        SearchList names = new SearchList("db", List.of("ns.local", "corp.test"));
        assertTrue(names.mayAsk("db"));
        assertTrue(names.mayAsk("DB.corp.Test"));
        assertTrue(names.mayAsk("db.ns.local"));
        assertFalse(names.mayAsk("db.example.com"), "another program's question at the same time");
        assertFalse(names.mayAsk("dbx"));
        assertFalse(names.mayAsk("db."));
        assertFalse(names.mayAsk("adb.ns.local"));
        assertFalse(names.mayAsk("dbxns.local"));
        assertTrue(new SearchList("db.test.", List.of()).mayAsk("db.test"));
    }

    @Test
    void theLastLineOfTheFileCountsAndTheEnvironmentBeforeIt() {
        String file = "# search no.test\nnameserver 127.0.0.1\nsearch a.test b.test\n domain  c.test\n";
        assertEquals(List.of("c.test"), SearchList.domains(null, file, "h.own.test\n"));
        assertEquals(List.of("a.test", "b.test"), SearchList.domains(null, "search a.test\tb.test\n", "h"));
        assertEquals(List.of("e.test"), SearchList.domains("e.test", file, "h"));
        assertEquals(List.of("own.test"), SearchList.domains(null, "nameserver 127.0.0.1\n", "h.own.test\n"));
        assertEquals(List.of(), SearchList.domains(null, "", "h\n"));
    }
}
