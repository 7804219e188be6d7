package dev.lifeline.cli.option;

import java.io.File;
import java.util.Map;

/// Folders of the person's own for what this program keeps, by the XDG Base Directory Specification 0.8: settings that a person
/// writes, and state that the program writes. Nothing is looked for where neither the variable nor `HOME` is an absolute path.
public final class PersonFolders {

    private static final String NAME = "lifeline";

    private PersonFolders() {
    }

    /// Where the settings are: `$XDG_CONFIG_HOME/lifeline`, or `~/.config/lifeline`; `null` where there is no such place.
    public static File config(Map<String, String> environment) {
        return folder(environment, "XDG_CONFIG_HOME", ".config");
    }

    /// Where state is kept: `$XDG_STATE_HOME/lifeline`, or `~/.local/state/lifeline`; `null` where there is no such place.
    public static File state(Map<String, String> environment) {
        return folder(environment, "XDG_STATE_HOME", ".local/state");
    }

    /// Where is kept what can be made again: `$XDG_CACHE_HOME/lifeline`, or `~/.cache/lifeline`; `null` where there is no such place.
    public static File cache(Map<String, String> environment) {
        return folder(environment, "XDG_CACHE_HOME", ".cache");
    }

    /// Writes a path as a person does, `~/.config/lifeline/settings`.
    public static String written(File file, Map<String, String> environment) {
        String path = file.getPath();
        String home = environment.getOrDefault("HOME", "");
        return absolute(home) && path.startsWith(home + "/") ? "~" + path.substring(home.length()) : path;
    }

    private static File folder(Map<String, String> environment, String variable, String below) {
        String own = environment.getOrDefault(variable, "");
        // The specification has programs ignore a relative path: it would mean another folder in each folder.
        if (absolute(own)) {
            return new File(own, NAME);
        }
        String home = environment.getOrDefault("HOME", "");
        return absolute(home) ? new File(home, below + "/" + NAME) : null;
    }

    private static boolean absolute(String path) {
        return new File(path).isAbsolute();
    }
}
