package dev.lifeline.model;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/// One value of every kind of a sealed type. Where the compiler does not see that all kinds are handled, a test does: a kind that
/// is added is in these lists at once.
public final class Kinds {

    private Kinds() {
    }

    /// One record of each kind below a sealed type, filled with small values.
    ///
    /// @param sealed its kinds are records, or sealed themselves
    public static <T> List<T> of(Class<T> sealed) {
        List<T> all = new ArrayList<>();
        for (Class<?> kind : sealed.getPermittedSubclasses()) {
            if (kind.isSealed()) {
                all.addAll(of(kind.asSubclass(sealed)));
            } else {
                all.add(sealed.cast(value(kind)));
            }
        }
        return all;
    }

    private static Object value(Class<?> type) {
        if (type.isPrimitive()) {
            return type == boolean.class ? (Object) true : type == int.class ? (Object) 1 : (Object) 1L;
        }
        if (type == String.class) {
            return "::1";
        }
        if (type == List.class) {
            return List.of();
        }
        if (type == TcpInfo.class) {
            return TcpInfo.of(new byte[280]);
        }
        if (type.isEnum()) {
            return Array.get(type.getEnumConstants(), 0);
        }
        return type.isSealed() ? of(type).getFirst() : made(type);
    }

    private static Object made(Class<?> type) {
        var constructor = type.getDeclaredConstructors()[0];
        Class<?>[] types = constructor.getParameterTypes();
        if (type.isRecord()) {
            RecordComponent[] components = type.getRecordComponents();
            types = new Class<?>[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
            }
        }
        Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = value(types[i]);
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError("cannot make a " + type, e);
        }
    }
}
