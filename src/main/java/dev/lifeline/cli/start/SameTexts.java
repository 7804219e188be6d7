package dev.lifeline.cli.start;

import java.io.IOException;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Comparison of the jar that has the texts alone with the large one, for `scripts/trace-prepare.sh`: its time tells nothing, for a build
/// writes a jar anew only where something in it changed.
public final class SameTexts {

    private SameTexts() {
    }

    /// Exits with 0 where all that is in the first jar stands in the second as well, byte for byte, and with 1 otherwise.
    ///
    /// @param args the jar of the texts, and the large one
    /// @throws IOException if one of them cannot be read
    public static void main(String[] args) throws IOException {
        System.exit(same(args[0], args[1]) ? 0 : 1);
    }

    /// Says if the second jar has all of the first, by checksum and size (bytes).
    ///
    /// @throws IOException if one of them cannot be read
    static boolean same(String texts, String whole) throws IOException {
        try (ZipFile small = new ZipFile(texts); ZipFile large = new ZipFile(whole)) {
            Enumeration<? extends ZipEntry> entries = small.entries();
            while (entries.hasMoreElements()) {
                ZipEntry one = entries.nextElement();
                ZipEntry other = large.getEntry(one.getName());
                boolean alike = other != null && other.getCrc() == one.getCrc() && other.getSize() == one.getSize();
                // The manifests are each jar's own.
                if (!alike && !one.isDirectory() && !one.getName().startsWith("META-INF/")) {
                    return false;
                }
            }
            return true;
        }
    }
}
