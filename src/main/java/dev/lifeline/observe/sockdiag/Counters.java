package dev.lifeline.observe.sockdiag;

import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.model.event.KernelEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The kernel's counters that tell of trouble with connections (`/proc/net/netstat`, `/proc/net/snmp`), of the network namespace of
/// the thread that calls [#begin]: the files stay open, for one that is opened later is of the namespace of whoever opens it.
///
/// Threads: any.
public final class Counters implements AutoCloseable {

    /// Of `TcpExt` in netstat and of `Tcp` in snmp (`net/ipv4/proc.c`).
    private static final String[] FILES = {"/proc/thread-self/net/netstat", "/proc/thread-self/net/snmp"};
    private static final int MAX_BYTES = 64 * 1024;

    private final String[] names;
    private final long[] baseline;
    private final long[] told;
    private final boolean[] begun = new boolean[FILES.length];
    private final RandomAccessFile[] files = new RandomAccessFile[FILES.length];
    private String[] beginning;

    /// Of those that tell of trouble, and of more.
    ///
    /// @param asked the kernel's words for those that are wanted too
    public Counters(Collection<String> asked) {
        List<String> wanted = new ArrayList<>();
        for (KernelCounter each : KernelCounter.values()) {
            if (each.isAlwaysTold() || asked.contains(each.label())) {
                wanted.add(each.label());
            }
        }
        this.names = wanted.toArray(new String[0]);
        this.baseline = new long[names.length];
        this.told = new long[names.length];
    }

    /// From here on rises are counted. What the kernel says is only kept: a cold JVM takes a millisecond to read the numbers in it,
    /// and the run waits for this.
    public synchronized void begin() {
        for (int i = 0; i < FILES.length; i++) {
            try {
                files[i] = new RandomAccessFile(FILES[i], "r");
            } catch (IOException e) {
                // No such file where /proc is not mounted or hidden: then no counter is known to have risen.
            }
        }
        beginning = contents();
    }

    /// Gives the files back; nothing is told to have risen from here on.
    @Override
    public synchronized void close() {
        for (int i = 0; i < FILES.length; i++) {
            if (files[i] != null) {
                try {
                    files[i].close();
                } catch (IOException e) {
                    // The descriptor is given back all the same: close(2).
                }
                files[i] = null;
            }
        }
    }

    /// Gives the counters that rose and have not been told to rise as far before; none before [#begin].
    public synchronized List<KernelEvent.CounterRose> risen() {
        if (beginning != null) {
            parseBeginning();
        }
        long[] now = baseline.clone();
        String[] contents = contents();
        for (int i = 0; i < FILES.length; i++) {
            if (begun[i]) {
                parse(contents[i], now);
            }
        }
        List<KernelEvent.CounterRose> risen = new ArrayList<>(0);
        for (int i = 0; i < names.length; i++) {
            long by = now[i] - baseline[i];
            if (by > told[i]) {
                told[i] = by;
                risen.add(new KernelEvent.CounterRose(names[i], by));
            }
        }
        return risen;
    }

    /// A counter that could not be read has no baseline: it is never told.
    private void parseBeginning() {
        for (int i = 0; i < FILES.length; i++) {
            parse(beginning[i], baseline);
            begun[i] = !beginning[i].isEmpty();
        }
        beginning = null;
    }

    private String[] contents() {
        String[] contents = new String[FILES.length];
        for (int i = 0; i < FILES.length; i++) {
            try {
                contents[i] = files[i] == null ? "" : content(files[i]);
            } catch (IOException e) {
                contents[i] = "";
            }
        }
        return contents;
    }

    /// In large reads: the kernel makes the text anew for each, and small ones would mix several states of it.
    private static String content(RandomAccessFile file) throws IOException {
        byte[] bytes = new byte[MAX_BYTES];
        int length = 0;
        int count;
        file.seek(0);
        while (length < MAX_BYTES && (count = file.read(bytes, length, MAX_BYTES - length)) > 0) {
            length += count;
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    /// Lines come in pairs, names above their values. Changes nothing but the values; what is not there, or no number, is left as
    /// it is.
    void parse(String content, long[] values) {
        int at = 0;
        while (at < content.length()) {
            int namesEnd = end(content, at, '\n');
            int valuesEnd = end(content, namesEnd + 1, '\n');
            pair(content, at, namesEnd, namesEnd + 1, valuesEnd, values);
            at = valuesEnd + 1;
        }
    }

    private void pair(String content, int namesAt, int namesEnd, int numbers, int numbersEnd, long[] values) {
        int name = namesAt;
        int number = numbers;
        while (name < namesEnd && number < numbersEnd) {
            int nameEnd = Math.min(end(content, name, ' '), namesEnd);
            int numberEnd = Math.min(end(content, number, ' '), numbersEnd);
            for (int i = 0; i < names.length; i++) {
                if (nameEnd - name == names[i].length() && content.startsWith(names[i], name)) {
                    values[i] = number(content, number, numberEnd, values[i]);
                }
            }
            name = nameEnd + 1;
            number = numberEnd + 1;
        }
    }

    private static long number(String content, int from, int to, long otherwise) {
        try {
            return Long.parseLong(content, from, to, 10);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static int end(String content, int from, char terminator) {
        int end = content.indexOf(terminator, from);
        return end < 0 ? content.length() : end;
    }

    /// The names, in the order of the values.
    String[] names() {
        return names.clone();
    }
}
