package dev.lifeline.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Numbers of TCP services by their names, as the system lists them (`services(5)`). Only messages ask: a port in a trace is the number
/// that was typed.
record Services(Path file) {

    private static final String PROTOCOL = "/tcp";

    static final Services SYSTEM = new Services(Path.of("/etc/services"));

    /// The port of a service or of one of its other names; 0 where the system lists none, or has no list.
    int port(String name) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int end = line.indexOf('#');
                int port = port(name, (end < 0 ? line : line.substring(0, end)).split("[ \t]+"));
                if (port > 0) {
                    return port;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }

    /// Reads a line: name, port/protocol, other names.
    private static int port(String name, String[] words) {
        if (words.length < 2 || !words[1].endsWith(PROTOCOL)) {
            return 0;
        }
        for (int i = 0; i < words.length; i++) {
            if (i != 1 && words[i].equals(name)) {
                try {
                    return Integer.parseInt(words[1].substring(0, words[1].length() - PROTOCOL.length()));
                } catch (NumberFormatException e) {
                    return 0;
                }
            }
        }
        return 0;
    }
}
