package dev.lifeline.play;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/// Trial of the counters that a scenario looks at: one that this kernel does not have would be said never to have risen.
final class CountersTrial {

    private static final Path[] FILES = {Path.of("/proc/self/net/netstat"), Path.of("/proc/self/net/snmp")};

    private CountersTrial() {
    }

    /// The first that this kernel does not count, or `null`.
    ///
    /// @param names the kernel's words
    static MissingNeed lack(Collection<String> names) {
        Set<String> known = names.isEmpty() ? Set.of() : known();
        for (String name : names) {
            if (!known.isEmpty() && !known.contains(name)) {
                return new MissingNeed("counter", "this kernel has no counter " + name + " (" + FILES[0] + ", " + FILES[1] + ")",
                        null);
            }
        }
        return null;
    }

    /// Reads what there is; nothing where this is another system: that its evidence is missing says the trial of that.
    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        try {
            for (Path file : FILES) {
                StringTokenizer words = new StringTokenizer(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                while (words.hasMoreTokens()) {
                    known.add(words.nextToken());
                }
            }
        } catch (IOException e) {
            return Set.of();
        }
        return known;
    }
}
