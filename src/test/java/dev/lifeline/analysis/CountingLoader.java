package dev.lifeline.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/// Loads the product anew, with a counter at the entry of chosen methods: nothing in the product counts for the tests' sake.
public final class CountingLoader extends ClassLoader {

    /// How often each was entered, by class and method; the loaded product calls this one.
    public static final Map<String, Integer> ENTERED = new ConcurrentHashMap<>();

    private static final ClassDesc OURS = ClassDesc.of(CountingLoader.class.getName());
    private static final MethodTypeDesc TAKES_TEXT = MethodTypeDesc.ofDescriptor("(Ljava/lang/String;)V");

    private final BiPredicate<String, MethodModel> counted;

    /// @param counted whether to count the entries of a method of this class
    CountingLoader(BiPredicate<String, MethodModel> counted) {
        super(CountingLoader.class.getClassLoader());
        this.counted = counted;
    }

    /// Called at the entry of what is counted.
    public static void entered(String what) {
        ENTERED.merge(what, 1, Integer::sum);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith("dev.lifeline.") || name.equals(CountingLoader.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            if (name.startsWith("dev.lifeline.analysis.") || name.startsWith("dev.lifeline.diagnosis.")) {
                ClassFile files = ClassFile.of();
                bytes = files.transformClass(files.parse(bytes), counting(name));
            }
            return defineClass(name, bytes, 0, bytes.length, CountingLoader.class.getProtectionDomain());
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private ClassTransform counting(String name) {
        return (builder, element) -> {
            if (element instanceof MethodModel method && counted.test(name, method)) {
                builder.transformMethod(method, MethodTransform.transformingCode(new Entry(name + "." + method.methodName().stringValue())));
            } else {
                builder.with(element);
            }
        };
    }

    /// Puts the call of the counter before everything else.
    private record Entry(String what) implements CodeTransform {
        @Override
        public void atStart(CodeBuilder builder) {
            builder.loadConstant(what).invokestatic(OURS, "entered", TAKES_TEXT);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
        }
    }
}
