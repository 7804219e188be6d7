package dev.lifeline.cli.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/// The file that the path of a command line leads to, with every link on the way looked at: only links of the person's own, or of
/// the system's administrator, are gone through. In a folder that all may write, anybody can lay a link under a name that somebody
/// else is about to write.
///
/// @param target without links; it need not exist
/// @param direct whether it is written into as it is: a FIFO, a device, a descriptor. Another file in its place is not meant
record OutputPlace(Path target, boolean direct) {

    /// As many links in a row as Linux follows: path_resolution(7).
    private static final int MOST_LINKS = 40;

    private static final int ROOT = 0;

    /// Follows the path.
    ///
    /// @throws IOException where it leads nowhere, to a folder, or through somebody else's link
    static OutputPlace of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return new OutputPlace(Files.exists(path) ? path.toRealPath() : path, false);
        }
        Path place = path.toAbsolutePath().getRoot();
        Deque<Path> ahead = new ArrayDeque<>();
        path.toAbsolutePath().forEach(ahead::add);
        int links = 0;
        while (!ahead.isEmpty()) {
            Path next = step(place, ahead.pop());
            if (!Files.isSymbolicLink(next)) {
                place = next;
                continue;
            }
            if (next.startsWith("/proc")) {
                // What a descriptor's link says is no path: a pipe, a file without a name.
                return new OutputPlace(path, true);
            }
            if (++links > MOST_LINKS) {
                throw new IOException("it is a link that leads nowhere");
            }
            requireOwn(next);
            Path leads = Files.readSymbolicLink(next);
            place = leads.isAbsolute() ? leads.getRoot() : place;
            for (int i = leads.getNameCount() - 1; i >= 0; i--) {
                ahead.push(leads.getName(i));
            }
        }
        return new OutputPlace(place, Files.exists(place) && !Files.isRegularFile(place));
    }

    private static Path step(Path folder, Path name) {
        return switch (name.toString()) {
            case "", "." -> folder;
            case ".." -> folder.getParent() == null ? folder : folder.getParent();
            default -> folder.resolve(name);
        };
    }

    private static void requireOwn(Path link) throws IOException {
        int owner = (Integer) Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        // In a user namespace the owner of /dev/stdout has another number; nobody else makes links there.
        if (owner != ROOT && !link.startsWith("/dev") && owner != ownNumber()) {
            throw new IOException("the link " + link + " belongs to somebody else; write the path that it leads to");
        }
    }

    /// The number of the user that files made here belong to. Java tells only a name, which containers often lack.
    private static int ownNumber() throws IOException {
        Path made = Files.createTempFile("trace", null);
        try {
            return (Integer) Files.getAttribute(made, "unix:uid");
        } finally {
            Files.delete(made);
        }
    }
}
