package dev.lifeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a class file says that it needs. The constant pool is asked, because it holds everything that the compiler kept of
/// imports: calls, types of fields and parameters, type arguments, annotations.
///
/// @param name the class, for example `dev.lifeline.text.FittedText`
/// @param uses the classes under `dev.lifeline` that it names, itself left out
/// @param members the fields and methods of other classes that it touches, for example `java.lang.System.out`
record ClassFacts(String name, Set<String> uses, Set<String> members) {

    private static final String ROOT = "dev.lifeline.";
    private static final Pattern OUR_CLASS = Pattern.compile("dev/lifeline/[\\w$/]+");

    static ClassFacts of(byte[] classFile) {
        ClassModel model = ClassFile.of().parse(classFile);
        Set<Integer> texts = new HashSet<>();
        Set<String> members = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            switch (entry) {
                case StringEntry text -> texts.add(text.utf8().index());
                case MemberRefEntry member -> members.add(dotted(member.owner().asInternalName()) + "." + member.name().stringValue());
                default -> { }
            }
        }
        String name = dotted(model.thisClass().asInternalName());
        Set<String> uses = new TreeSet<>();
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof Utf8Entry utf8 && !texts.contains(utf8.index())) {
                Matcher matcher = OUR_CLASS.matcher(utf8.stringValue());
                while (matcher.find()) {
                    uses.add(dotted(matcher.group()));
                }
            }
        }
        uses.remove(name);
        return new ClassFacts(name, Set.copyOf(uses), Set.copyOf(members));
    }

    /// All classes under `dev.lifeline` in a folder of class files.
    static List<ClassFacts> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("dev/lifeline"))) {
            return files.filter(file -> file.toString().endsWith(".class")).sorted().map(ClassFacts::read).toList();
        }
    }

    private static ClassFacts read(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The outermost package below `dev.lifeline` that the class belongs to; empty for the root package.
    String layer() {
        String name = packageOf(name());
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /// The package of a class below `dev.lifeline`, as `view.frame`; empty for the root package.
    static String packageOf(String className) {
        String rest = className.substring(ROOT.length());
        int dot = rest.lastIndexOf('.');
        return dot < 0 ? "" : rest.substring(0, dot);
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
