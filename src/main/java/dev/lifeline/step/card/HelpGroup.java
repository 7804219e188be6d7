package dev.lifeline.step.card;

/// A group of commands in the list of help.
enum HelpGroup {
    RUN("go on", "the sockets go on; what one waits for comes first"),
    PAST("look back", "sockets cannot go back: a cursor in the recording does"),
    STOPS("stop at", "places where a walk stops by itself"),
    LOOK("look", "into the kernel, and behind each line of a card"),
    HANDS("do", "by hand, on the live connection; and break it"),
    KEEP("keep", "what is worth keeping"),
    PROMPT("prompt", "the prompt itself");

    private final String label;
    private final String about;

    HelpGroup(String label, String about) {
        this.label = label;
        this.about = about;
    }

    /// Its name in the list.
    String label() {
        return label;
    }

    /// A line on all its commands.
    String about() {
        return about;
    }
}
