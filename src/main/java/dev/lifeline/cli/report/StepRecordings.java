package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.step.Journey;
import java.io.File;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/// The last recordings of walks, in the person's folder for state: every session can be walked again.
public final class StepRecordings {

    /// As many are kept.
    static final int MOST = 20;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'step-'yyyyMMdd-HHmmss-SSS'.ndjson'").withZone(ZoneOffset.UTC);

    private final Io io;

    public StepRecordings(Io io) {
        this.io = io;
    }

    /// Keeps a recording of a walk, and takes the oldest away. Where there is no folder for it, nothing is kept: a walk does not fail
    /// for that, and `save` says why.
    public void keep(Journey journey) {
        File state = PersonFolders.state(io.environment());
        File folder = state == null ? null : new File(state, "steps");
        if (folder == null || !folder.isDirectory() && !folder.mkdirs()) {
            return;
        }
        try {
            new StepKeeper(io).recording(journey, new File(folder, NAME.format(journey.header().origin())).getPath());
        } catch (IOException e) {
            return;
        }
        File[] all = folder.listFiles((_, name) -> name.startsWith("step-") && name.endsWith(".ndjson"));
        if (all == null) {
            return;
        }
        Arrays.sort(all);
        for (int i = 0; i < all.length - MOST; i++) {
            all[i].delete();
        }
    }
}
