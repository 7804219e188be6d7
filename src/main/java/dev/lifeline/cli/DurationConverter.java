package dev.lifeline.cli;

import dev.lifeline.model.Durations;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `250ms`, `3s`; nanoseconds inside.
final class DurationConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
