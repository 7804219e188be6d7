package dev.lifeline.terminal;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/// Remembers what terminals said of their background: a line for each kind, `xterm-256color/vscode #1e1e1e 2026-11-30`, the newest last.
/// One read of a small file, where nothing else tells; a terminal is never asked at the start of a command.
public final class BackgroundMemory {

    private static final int MOST_LINES = 32;
    private static final int MOST_BYTES = 8192;
    private static final int DAY = 10;

    private final File file;
    private final String kind;

    private BackgroundMemory(File file, String kind) {
        this.file = file;
        this.kind = kind;
    }

    /// A memory of the terminal that the environment names.
    ///
    /// @param folder where state is kept, or `null` where there is no such place
    public static BackgroundMemory of(File folder, Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "") + "/" + environment.getOrDefault("TERM_PROGRAM", "");
        return new BackgroundMemory(folder == null || !plain(kind) ? null : new File(folder, "backgrounds"), kind);
    }

    /// An answer of a terminal.
    ///
    /// @param day when, `2026-11-30`
    record Entry(Background background, String day) {
    }

    /// The last answer of this kind of terminal; `null` where it was not asked, gave none, or the file cannot be read.
    Entry recall() {
        String line = null;
        String text = text();
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            if (text.startsWith(kind + " ", begin)) {
                line = text.substring(begin + kind.length() + 1, end);
            }
            begin = end + 1;
        }
        if (line == null || line.length() != 8 + DAY || line.charAt(7) != ' ' || !plain(line.substring(8))) {
            return null;
        }
        Background background = Background.parse(line.substring(0, 7));
        return background == null ? null : new Entry(background, line.substring(8));
    }

    /// Keeps what this kind of terminal said, for its next start.
    ///
    /// @return whether there is a place for it
    /// @throws IOException when it cannot be written
    public boolean keep(Background background, String day) throws IOException {
        if (file == null) {
            return false;
        }
        StringBuilder all = new StringBuilder();
        String[] lines = text().split("\n");
        for (int i = Math.max(0, lines.length - MOST_LINES + 1); i < lines.length; i++) {
            if (!lines[i].isEmpty() && !lines[i].startsWith(kind + " ")) {
                all.append(lines[i]).append('\n');
            }
        }
        all.append(kind).append(' ').append(background.text()).append(' ').append(day).append('\n');
        Path folder = file.toPath().getParent();
        // The specification of these folders: made with 0700.
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
        Path part = Files.createTempFile(folder, "backgrounds", ".part");
        try {
            Files.writeString(part, all, StandardCharsets.US_ASCII);
            Files.move(part, file.toPath(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        return true;
    }

    /// Where it is kept; `null` where there is no place.
    public File file() {
        return file;
    }

    private String text() {
        if (file == null || !file.isFile()) {
            return "";
        }
        try (FileInputStream in = new FileInputStream(file)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // Colours that suit any background are a good answer, too.
            return "";
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign <= ' ' || sign > '~') {
                return false;
            }
        }
        return text.length() <= 80;
    }
}
