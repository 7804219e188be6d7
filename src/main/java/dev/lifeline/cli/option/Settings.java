package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Wishes of the person for every command, from `~/.config/lifeline/settings`: lines such as `detail = brief`, and `#` begins a comment.
/// The command line wins over the environment, which wins over this file. A line that means nothing is told on standard error and
/// changes nothing else: a slip in a file of habits must not stop a look at a broken server.
public final class Settings {

    /// Bytes of the file that are read: no file of settings is longer.
    private static final int LONGEST = 16_384;

    private static final int MOST_COMPLAINTS = 5;

    private final File file;
    private final boolean there;
    private final Map<Setting, String> values;

    private Settings(File file, boolean there, Map<Setting, String> values) {
        this.file = file;
        this.there = there;
        this.values = values;
    }

    /// Reads the file of this person, and tells on standard error which lines of it mean nothing. Where there is no file, that costs
    /// one question to the system.
    public static Settings of(Io io) {
        File folder = PersonFolders.config(io.environment());
        if (folder == null) {
            return new Settings(null, false, Map.of());
        }
        File file = new File(folder, "settings");
        // No pipe and no device: nobody waits for settings.
        if (!file.isFile()) {
            return new Settings(file, false, Map.of());
        }
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        List<String> complaints = new ArrayList<>();
        String name = Printable.ascii(PersonFolders.written(file, io.environment()));
        try (FileInputStream in = new FileInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                complaints.add(name + ": longer than " + LONGEST + " bytes, so it is not read");
            } else {
                read(new String(bytes, StandardCharsets.UTF_8), name, values, complaints);
            }
        } catch (IOException e) {
            complaints.add(name + " cannot be read: " + Printable.ascii(String.valueOf(e.getMessage())));
        }
        int told = Math.min(complaints.size(), MOST_COMPLAINTS);
        for (String complaint : complaints.subList(0, told)) {
            io.complain("", complaint);
        }
        if (told < complaints.size()) {
            io.complain("", name + ": " + (complaints.size() - told) + " more lines mean nothing");
        }
        return new Settings(file, true, values);
    }

    /// The word of a setting, or `null` where the file says nothing of it.
    public String get(Setting setting) {
        return values.get(setting);
    }

    /// Where the file is or would be; `null` where this person has no folder for it.
    public File file() {
        return file;
    }

    /// Tells whether there is such a file.
    public boolean there() {
        return there;
    }

    private static void read(String text, String name, Map<Setting, String> values, List<String> complaints) {
        int number = 0;
        int begin = 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            number++;
            String complaint = line(text.substring(begin, end), values);
            if (complaint != null) {
                complaints.add(name + ":" + number + ": " + complaint);
            }
            begin = end + 1;
        }
    }

    /// Takes one line.
    ///
    /// @return why it means nothing, or `null`
    private static String line(String whole, Map<Setting, String> values) {
        int comment = whole.indexOf('#');
        String line = (comment < 0 ? whole : whole.substring(0, comment)).strip();
        // Editors of some systems begin a file with this mark.
        if (line.startsWith("\uFEFF")) {
            line = line.substring(1).strip();
        }
        if (line.isEmpty()) {
            return null;
        }
        int equals = line.indexOf('=');
        if (equals < 0) {
            return Quoted.content(line) + " is no setting: write for example detail = brief";
        }
        String key = line.substring(0, equals).strip();
        String value = line.substring(equals + 1).strip();
        Setting setting = Setting.of(key.toLowerCase(Locale.ROOT));
        if (setting == null) {
            return "there is no setting " + Quoted.content(key) + Nearest.hint(key, Setting.keys()) + ": there are "
                    + String.join(", ", Setting.keys());
        }
        String word = value.toLowerCase(Locale.ROOT);
        if (!setting.words().contains(word)) {
            return setting.key() + " = " + Quoted.content(value) + " is not known" + Nearest.hint(value, setting.words())
                    + ": there are " + String.join(", ", setting.words());
        }
        return values.put(setting, word) == null ? null : setting.key() + " stands above already; this line counts";
    }
}
