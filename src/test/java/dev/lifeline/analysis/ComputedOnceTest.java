package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.diagnosis.Facts;
import java.lang.classfile.MethodModel;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In one command everything that follows from the trace is computed once, however many ask for it.
@Isolated
@Timeout(60)
class ComputedOnceTest {

    /// Made by their constructors.
    private final Set<String> parts = new HashSet<>(Set.of(TraceIndex.class.getName(), Facts.class.getName(), ViewOrigin.class.getName()));
    /// Made many at a time, by a method that gives them all.
    private final Set<String> lists = new HashSet<>();

    @TempDir
    private Path folder;

    /// Reads off the index what it holds: a part that is added is counted at once.
    @BeforeEach
    void findTheParts() {
        for (Field field : TraceIndex.class.getDeclaredFields()) {
            if (field.getGenericType() instanceof ParameterizedType list) {
                lists.add(list.getActualTypeArguments()[0].getTypeName());
            } else if (field.getType().getPackageName().startsWith("dev.lifeline.analysis")) {
                parts.add(field.getType().getName());
            }
        }
        assertTrue(parts.size() > 8 && !lists.isEmpty(), () -> parts + " " + lists);
    }

    @AfterEach
    void forget() {
        CountingLoader.ENTERED.clear();
    }

    @Test
    void inALiveRunThatIsShownAndRecorded() throws ReflectiveOperationException {
        assertOnce("connect", "--serve", "--record", folder.resolve("run.ndjson").toString());
    }

    @Test
    void inALiveRunOfManyConnections() throws ReflectiveOperationException {
        assertOnce("connect", "--serve", "--count", "3", "--record", folder.resolve("run.ndjson").toString());
    }

    @Test
    void inAPlayThatIsJudged() throws ReflectiveOperationException {
        assertOnce("run", "happy-path", "--record", folder.resolve("run.ndjson").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"waterfall", "ladder", "plain"})
    void inAReplay(String view) throws ReflectiveOperationException {
        String file = folder.resolve("run.ndjson").toString();
        new Shell().run("connect", "--serve", "--record", file);
        assertOnce("replay", file, "--view", view);
        if (view.equals("ladder")) {
            assertOnce("replay", file, "--view", view, "--connection", "1");
        }
    }

    @Test
    void inAReplayOfAPlay() throws ReflectiveOperationException {
        String file = folder.resolve("play.ndjson").toString();
        new Shell().run("run", "happy-path", "--record", file);
        assertOnce("replay", file);
    }

    private void assertOnce(String... command) throws ReflectiveOperationException {
        CountingLoader.ENTERED.clear();
        run(command);
        Map<String, Integer> twice = new TreeMap<>(CountingLoader.ENTERED);
        assertEquals(1, twice.getOrDefault(SortedEvents.class.getName() + ".<init>", 0), () -> "the counters do not count: " + twice);
        twice.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), twice, () -> "computed more than once in " + String.join(" ", command));
    }

    private void run(String... command) throws ReflectiveOperationException {
        Class<?> shell = new CountingLoader(this::counts).loadClass(Shell.class.getName());
        var constructor = shell.getDeclaredConstructor();
        var run = shell.getDeclaredMethod("run", String[].class);
        constructor.setAccessible(true);
        run.setAccessible(true);
        try {
            String ran = run.invoke(constructor.newInstance(), (Object) command).toString();
            assertTrue(ran.contains("code=0"), ran);
        } catch (InvocationTargetException e) {
            throw new AssertionError(ran(command), e.getCause());
        }
    }

    private static String ran(String... command) {
        return "trace " + String.join(" ", command) + " broke";
    }

    private boolean counts(String name, MethodModel method) {
        boolean made = method.methodName().equalsString("<init>");
        boolean fixed = (method.flags().flagsMask() & Modifier.STATIC) != 0;
        boolean all = fixed && method.methodTypeSymbol().returnType().displayName().equals("List");
        boolean only = fixed && name.equals(ViewOrigin.class.getName()) && method.methodName().equalsString("of");
        return parts.contains(name) && made || lists.contains(name) && all || only;
    }
}
