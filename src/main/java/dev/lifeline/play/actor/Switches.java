package dev.lifeline.play.actor;

import dev.lifeline.linux.KernelParameter;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.play.Play;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.word.KernelSwitch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Switches of the kernel in the play's own network namespace, and what they were before. The kernel shows each thread those of its
/// own namespace: for threads that are in it.
final class Switches {

    private final Play play;
    private final Map<KernelSwitch, String> before = new LinkedHashMap<>();

    Switches(Play play) {
        this.play = play;
    }

    /// Sets them, in order.
    ///
    /// @param values as the kernel wants them
    void set(Map<KernelSwitch, String> values) throws IOException, CannotAct {
        if (!play.isApart()) {
            throw new CannotAct("the machine's own switches are not touched: they are set only in a network namespace of the play's own");
        }
        for (Map.Entry<KernelSwitch, String> each : values.entrySet()) {
            set(each.getKey(), each.getValue());
        }
    }

    private void set(KernelSwitch which, String value) throws IOException {
        String was;
        try {
            was = read(which);
            write(which, value);
        } catch (NoSuchFileException e) {
            throw new IOException("this kernel has no " + which.sysctl(), e);
        } catch (IOException e) {
            throw new IOException("the kernel does not take " + value + " for " + which.sysctl() + ": " + e.getMessage(), e);
        }
        before.putIfAbsent(which, was);
        play.lane(Lane.CLIENT).mark(new PlayEvent.SwitchSet(ActorKind.MACHINE.label(), which.sysctl(), was, read(which)));
    }

    /// Gives all of them back.
    void restore() {
        List<KernelSwitch> changed = List.copyOf(before.keySet()).reversed();
        for (KernelSwitch each : changed) {
            try {
                write(each, before.remove(each));
            } catch (IOException e) {
                play.remark(Lane.CLIENT, each.sysctl() + " could not be given back: " + e.getMessage());
            }
        }
    }

    private static Path file(KernelSwitch which) {
        return Path.of("/proc/sys", which.sysctl().split("\\."));
    }

    /// Several numbers have one space between them.
    private static String read(KernelSwitch which) throws IOException {
        return KernelParameter.read(file(which)).replace('\t', ' ');
    }

    private static void write(KernelSwitch which, String value) throws IOException {
        Files.write(file(which), value.getBytes(StandardCharsets.US_ASCII));
    }
}
