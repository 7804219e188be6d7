package dev.lifeline.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// A function of the C library, called with seven 64-bit arguments whatever it declares.
///
/// Both supported calling conventions (System V x86-64, AAPCS64) pass the first six integers and pointers in registers that the
/// callee may ignore, and leave the rest on the caller's stack, so one shape serves all. A result narrower than 64 bits must be
/// cast: its upper half is undefined.
public final class NativeFunction {

    private final MethodHandle handle;
    /// Given with each call: a handle that is bound to it takes another half a millisecond to make.
    private final MemorySegment address;

    private NativeFunction(MethodHandle handle, MemorySegment address) {
        this.handle = handle;
        this.address = address;
    }

    /// Finds a function of the C library.
    ///
    /// @throws NativeException when native calls cannot be made here
    @SuppressWarnings("restricted") // what this package is for; the manifest asks for the permission
    public static NativeFunction of(String name) throws NativeException {
        String os = System.getProperty("os.name");
        String arch = System.getProperty("os.arch");
        if (!os.equals("Linux")) {
            throw NativeException.unavailable("this is " + os + "; the kernel's answers are read on Linux only", null);
        }
        if (!arch.equals("amd64") && !arch.equals("aarch64")) {
            throw NativeException.unavailable("native calls are built for x86-64 and AArch64, and this is " + arch, null);
        }
        try {
            Linker linker = Linker.nativeLinker();
            MemorySegment address = linker.defaultLookup().find(name).orElse(null);
            if (address == null) {
                throw NativeException.unavailable("the C library has no function " + name, null);
            }
            FunctionDescriptor shape = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG,
                    ValueLayout.JAVA_LONG);
            return new NativeFunction(linker.downcallHandle(shape, Linker.Option.captureCallState("errno")), address);
        } catch (IllegalCallerException e) {
            throw NativeException.unavailable("this JVM was started without native access", e);
        } catch (UnsupportedOperationException | LinkageError e) {
            throw NativeException.unavailable("this JVM makes no native calls: " + e.getMessage(), e);
        }
    }

    /// Memory for the error number of one thread's calls.
    public static MemorySegment errnoMemory(Arena arena) {
        return arena.allocate(8, 8);
    }

    /// Calls it.
    ///
    /// @param errno written after the call; its content means something only where the function says that it failed
    /// @return what the function returned
    public long call(MemorySegment errno, long a, long b, long c, long d, long e, long f, long g) {
        try {
            return (long) handle.invokeExact(address, errno, a, b, c, d, e, f, g);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new AssertionError("a native call throws nothing else", thrown);
        }
    }
}
