package dev.lifeline.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// A file that a command makes as a whole: what stood at its path stays there until all is written, and stays for good where
/// writing fails. A link is followed; a FIFO or a device is written into, since another file in its place is not what was meant.
public final class OutputFile {

    /// As many links in a row as Linux follows: path_resolution(7).
    private static final int MOST_LINKS = 40;

    private static final String NEW_MODE = "rw-rw-rw-";
    private static final String PRIVATE_MODE = "rw-------";

    /// The contents.
    ///
    /// @param <X> why there may be nothing to write
    public interface Content<X extends Exception> {

        /// Writes all of it.
        ///
        /// @throws X before the first byte
        void write(OutputStream out) throws X, IOException;
    }

    private final Path path;

    public OutputFile(Path path) {
        this.path = path;
    }

    /// Tells whether this is another path to a file that exists.
    public boolean is(Path other) throws IOException {
        return Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
    }

    /// Writes it.
    ///
    /// @throws X what the content throws; nothing has changed then
    /// @throws IOException with the reason
    public <X extends Exception> void write(Content<X> content) throws X, IOException {
        if (Files.isDirectory(path)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            return;
        }
        Path target = Files.exists(path) ? path.toRealPath() : missing(path);
        Path part = beside(target);
        try {
            try (OutputStream out = Files.newOutputStream(part, StandardOpenOption.WRITE)) {
                content.write(out);
            }
            if (!Files.exists(target) || canReplace(target, part)) {
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } else {
                try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
                    Files.copy(part, out);
                }
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// Where links that end at no file yet point to.
    private static Path missing(Path link) throws IOException {
        Path place = link;
        for (int i = 0; Files.isSymbolicLink(place); i++) {
            if (i == MOST_LINKS) {
                throw new IOException("it is a link that leads nowhere");
            }
            place = place.resolveSibling(Files.readSymbolicLink(place));
        }
        return place;
    }

    /// A file with a name that nobody can know before, in the same folder: only within it is a move atomic. A new file is open to
    /// whom the umask allows it, as if it were made by the shell; the successor of an old one to nobody until it has its mode.
    private static Path beside(Path target) throws IOException {
        boolean posix = target.getFileSystem().supportedFileAttributeViews().contains("posix");
        String mode = Files.exists(target) ? PRIVATE_MODE : NEW_MODE;
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), ".trace-", ".part", attributes);
        // For Ctrl-C; after a move there is no file of this name.
        part.toFile().deleteOnExit();
        return part;
    }

    /// Gives the new file the owner, group and mode of the old one.
    ///
    /// @return whether it can stand for the old one then: not where that has another name as well, or belongs to somebody else
    ///     whom only root can give a file
    private static boolean canReplace(Path old, Path fresh) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(fresh, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return true;
        }
        PosixFileAttributes had = Files.readAttributes(old, PosixFileAttributes.class);
        PosixFileAttributes has = view.readAttributes();
        if ((Integer) Files.getAttribute(old, "unix:nlink") > 1) {
            return false;
        }
        try {
            if (!had.group().equals(has.group())) {
                view.setGroup(had.group());
            }
            if (!had.owner().equals(has.owner())) {
                view.setOwner(had.owner());
            }
        } catch (FileSystemException e) {
            return false;
        }
        view.setPermissions(had.permissions());
        return true;
    }
}
