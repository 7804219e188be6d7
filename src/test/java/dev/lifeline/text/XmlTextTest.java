package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class XmlTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a<b>c & \"d\" 'e'", "]]>", "&amp;", "two\nlines\r\n\tand a tab", "µs …", "\ud83d\ude00", "\u0085\u2028"})
    void aReaderGetsItBack(String text) throws Exception {
        var root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(
                "<x a=\"" + XmlText.of(text) + "\">" + XmlText.of(text) + "</x>"))).getDocumentElement();
        assertEquals(text, root.getAttribute("a"));
        assertEquals(text, root.getTextContent());
    }

    @Test
    void charactersThatXmlCannotHaveAreWritten() {
        assertEquals("\\x1B[2J \\x00 \uFFFD \uFFFD", XmlText.of("\u001b[2J \0 \ud83d \uffff"));
    }
}
