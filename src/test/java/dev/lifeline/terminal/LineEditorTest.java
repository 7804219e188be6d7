package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.terminal.Terminal;
import org.jline.utils.ScreenTerminal;
import org.jline.utils.ScreenTerminalOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LineEditorTest {

    private static final String RIGHT = "\033[C";
    private static final String APPLICATION_RIGHT = "\033OC";
    private static final String LEFT = "\033[D";
    private static final String PAGE_DOWN = "\033[6~";
    private static final String UP = "\033[A";
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    private final ScreenTerminal screen = new ScreenTerminal(80, 24);
    private LineDisciplineTerminal terminal;
    private LineEditor editor;
    private int asked;

    @BeforeEach
    void open() throws IOException {
        terminal = new LineDisciplineTerminal("test", "xterm-256color",
                new ScreenTerminalOutputStream(screen, StandardCharsets.UTF_8, OutputStream.nullOutputStream()), StandardCharsets.UTF_8);
        editor = LineEditor.on(terminal, words -> words.size() == 1 ? List.of("inspect", "info") : List.of("sockets", "queues"));
    }

    @AfterEach
    void close() throws IOException {
        editor.close();
    }

    /// Types once the editor has asked: a signal before that is not its own.
    private TypedLine typed(String keys) throws IOException {
        String sign = "ask" + ++asked + "> ";
        CompletableFuture<TypedLine> line = CompletableFuture.supplyAsync(() -> editor.read(sign));
        await(sign);
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        return line.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private void await(String shown) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!screen.toString().contains(shown.strip()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(screen.toString().contains(shown.strip()), screen.toString());
    }

    @Test
    void keysThatPageThroughSlidesAreCommandsWhereNothingIsTyped() throws IOException {
        assertEquals(TypedLine.of("next"), typed(RIGHT));
        assertEquals(TypedLine.of("next"), typed(APPLICATION_RIGHT));
        assertEquals(TypedLine.of("next"), typed(PAGE_DOWN));
        assertEquals(TypedLine.of("back"), typed(LEFT));
        assertEquals(TypedLine.of(""), typed("\r"));
    }

    @Test
    void inALineTheyMoveTheCursor() throws IOException {
        assertEquals(TypedLine.of("note ab"), typed("note b" + LEFT + "a" + RIGHT + "\r"));
    }

    @Test
    void linesBeforeComeBackWithUp() throws IOException {
        typed("break accept\r");

        assertEquals(TypedLine.of("break accept"), typed(UP + "\r"));
    }

    @Test
    void aBeginningIsCompleted() throws IOException {
        assertEquals("inspect sockets", typed("ins\tso\t\r").text().strip());
    }

    @Test
    void anExclamationMarkIsALetter() throws IOException {
        assertEquals(TypedLine.of("note odd!x"), typed("note odd!x\r"));
    }

    /// A Ctrl-C that comes then is no key of this line any more: what hears of it is the terminal's own handler, later.
    @Test
    void aLineThatIsGivenIsToldWhileTheEditorStillTakesSignals() throws IOException {
        List<Terminal.SignalHandler> handlers = new ArrayList<>();
        Terminal.SignalHandler own = _ -> { };
        terminal.handle(Terminal.Signal.INT, own);
        editor.onLine(() -> handlers.add(terminal.handle(Terminal.Signal.INT, own)));

        assertEquals(TypedLine.of("info"), typed("info\r"));
        assertEquals(TypedLine.DROPPED, typed("half" + CTRL_C), "this is no line");

        assertEquals(1, handlers.size());
        assertNotSame(own, handlers.getFirst());
        assertSame(own, terminal.handle(Terminal.Signal.INT, own));
    }

    @Test
    void controlKeysAreToldApart() throws IOException {
        assertEquals(TypedLine.INTERRUPT, typed(CTRL_C));
        assertEquals(TypedLine.DROPPED, typed("half" + CTRL_C), "what was typed is thrown away");
        assertEquals(TypedLine.END, typed(CTRL_D));
        assertTrue(screen.toString().contains("> half"), screen.toString());
    }
}
