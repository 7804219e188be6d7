package dev.lifeline.cli.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
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

/// A file while it is written: under a name of its own beside the one that it will have, so that what stood there stays until all
/// is written. Nothing is ever written through a link that somebody laid meanwhile: the name is made anew, and a move replaces a link.
final class PartFile {

    /// Names that are tried, where killed runs have left theirs.
    private static final int MOST_PARTS = 1000;

    private static final String NEW_MODE = "rw-rw-rw-";
    private static final String PRIVATE_MODE = "rw-------";

    private final Path target;
    private final Path part;
    private final OutputStream out;

    private PartFile(Path target, Path part, OutputStream out) {
        this.target = target;
        this.part = part;
        this.out = out;
    }

    /// Begins one with a name that people find, `FILE.part`, and that stays when the process is killed.
    static PartFile visible(OutputPlace place) throws IOException {
        return place.direct() ? direct(place) : open(place.target(), named(place.target()));
    }

    /// Begins one with a name that nobody can know before, and that goes with the process.
    static PartFile hidden(OutputPlace place) throws IOException {
        if (place.direct()) {
            return direct(place);
        }
        requireWritable(place.target());
        Path part = Files.createTempFile(folder(place.target()), ".trace-", ".part", mode(place.target()));
        // For Ctrl-C; after a move there is no file of this name.
        part.toFile().deleteOnExit();
        return open(place.target(), part);
    }

    private static PartFile direct(OutputPlace place) throws IOException {
        return new PartFile(place.target(), null, Files.newOutputStream(place.target(), StandardOpenOption.WRITE));
    }

    private static PartFile open(Path target, Path part) throws IOException {
        return new PartFile(target, part, Files.newOutputStream(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    }

    /// A part that a killed run left is somebody's only record of it, so it stays, and this one is counted.
    private static Path named(Path target) throws IOException {
        requireWritable(target);
        for (int i = 1; i < MOST_PARTS; i++) {
            Path part = target.resolveSibling(target.getFileName() + (i == 1 ? ".part" : "." + i + ".part"));
            try {
                return Files.createFile(part, mode(target));
            } catch (FileAlreadyExistsException e) {
                continue;
            }
        }
        throw new IOException("there are " + MOST_PARTS + " files of killed runs beside it");
    }

    /// A move would not ask for the right to write an old file, only for the folder's.
    private static void requireWritable(Path target) throws IOException {
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new java.nio.file.AccessDeniedException(target.toString());
        }
    }

    private static Path folder(Path target) {
        return target.toAbsolutePath().getParent();
    }

    /// A new file is open to whom the umask allows it, as if it were made by the shell; the successor of an old one to nobody until
    /// it has its mode.
    private static FileAttribute<?>[] mode(Path target) {
        if (!target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        String mode = Files.exists(target) ? PRIVATE_MODE : NEW_MODE;
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    /// Takes the contents; closed by whoever writes them.
    OutputStream out() {
        return out;
    }

    /// Where the contents are now.
    Path place() {
        return part == null ? target : part;
    }

    /// Gives the closed file its name.
    ///
    /// @return whether it replaced a file that had contents
    /// @throws IOException where that fails; the part stays
    boolean finish() throws IOException {
        if (part == null) {
            return false;
        }
        boolean old = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
        boolean overwritten = old && Files.size(target) > 0;
        if (!old || canReplace(target, part)) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
            try (OutputStream into = Files.newOutputStream(target, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(part, into);
            }
            Files.delete(part);
        }
        return overwritten;
    }

    /// Leaves everything as it was before.
    void discard() throws IOException {
        if (part != null) {
            Files.deleteIfExists(part);
        }
    }

    /// Gives the new file the owner, group and mode of the old one.
    ///
    /// @return whether it can stand for the old one then: not where that has another name as well, or belongs to somebody else
    ///     whom only root can give a file
    private static boolean canReplace(Path old, Path fresh) throws IOException {
        if (Files.isSymbolicLink(old)) {
            // It was none when the path was followed.
            return true;
        }
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
