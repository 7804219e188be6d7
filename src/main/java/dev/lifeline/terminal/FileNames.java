package dev.lifeline.terminal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Names of files that a person may be typing.
public final class FileNames {

    /// A folder with more has only so many looked at.
    private static final int MOST = 1_000;

    private FileNames() {
    }

    /// Lists the files and folders of the folder that is typed already, written as they would be typed on; folders end in `/`.
    public static List<String> of(String typed) {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (names.size() < MOST && isPlain(name)) {
                    names.add(folder + name + (Files.isDirectory(entry) ? "/" : ""));
                }
            }
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    /// A control character in the name of a file is nothing for a terminal.
    private static boolean isPlain(String name) {
        return !name.startsWith(".") && name.chars().noneMatch(Character::isISOControl);
    }
}
