package dev.lifeline.cli.option;

import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/// Options in the order in which help shows them.
///
/// picocli's annotations say the same, and slow every start down: they are read by reflection and through dynamic proxies,
/// which the JDK's start-up cache cannot hold. An option that is not given leaves its field as it is.
public final class OptionList {

    private static final String BETWEEN_NAMES = ", ";

    private final List<OptionSpec.Builder> options = new ArrayList<>();

    /// Adds an option without a value.
    ///
    /// @param names one name, or several as in `-4, --ipv4`
    public OptionList flag(String names, String description, Consumer<Boolean> field) {
        return add(builder(names, description, boolean.class, field));
    }

    public OptionList text(String names, String label, String description, Consumer<String> field) {
        return add(builder(names, description, String.class, field).paramLabel(label));
    }

    /// Adds an option with a text that may be given several times.
    public OptionList texts(String names, String label, String description, Consumer<List<String>> field) {
        List<String> all = new ArrayList<>();
        return add(builder(names, description, String[].class, texts -> {
            all.addAll(List.of(texts));
            field.accept(all);
        }).arity("1").paramLabel(label));
    }

    /// Adds an option that takes a whole number.
    ///
    /// @param example one that makes sense, for a person who wrote something else
    public OptionList number(String names, String label, int example, String description, Consumer<Integer> field) {
        return add(builder(names, description, Integer.class, field).paramLabel(label).converters(new Whole(names, example)));
    }

    /// Adds an option that takes a time such as `250ms`, and gives it in nanoseconds.
    public OptionList time(String names, String description, Consumer<Long> field) {
        return add(builder(names, description, Long.class, field).paramLabel("TIME").converters(new Nanos()));
    }

    public OptionList file(String names, String description, Consumer<Path> field) {
        return add(builder(names, description, Path.class, field).paramLabel("FILE"));
    }

    public OptionList help() {
        return help("Show this help.");
    }

    public OptionList help(String description) {
        return add(OptionSpec.builder("-h", "--help").type(boolean.class).usageHelp(true).description(description));
    }

    public OptionList version() {
        options.add(OptionSpec.builder("-V", "--version").type(boolean.class).versionHelp(true)
                .description("Show the version."));
        return this;
    }

    /// Adds these options to the command's own.
    public void addTo(CommandSpec command) {
        addTo(command, Mentioned.ALL);
    }

    /// Adds those of these options that are mentioned to the command's own.
    public void addTo(CommandSpec command, Mentioned mentioned) {
        for (OptionSpec.Builder option : options) {
            if (mentioned.any(option.names())) {
                command.addOption(option.build());
            }
        }
    }

    /// Adds those of these options that are mentioned to the command; where all are, as one more section of its help.
    public void addTo(CommandSpec command, Mentioned mentioned, String heading) {
        if (!mentioned.all()) {
            addTo(command, mentioned);
            return;
        }
        ArgGroupSpec.Builder section = ArgGroupSpec.builder().validate(false).heading(heading).order(command.argGroups().size());
        for (OptionSpec.Builder option : options) {
            section.addArg(option.build());
        }
        command.addArgGroup(section.build());
    }

    /// The one word of a command that is no option.
    ///
    /// @param arity `1`, or `0..1` where it may be left out
    public static <T> PositionalParamSpec argument(Class<T> type, String arity, String label, String description,
                                                   Consumer<T> field) {
        return PositionalParamSpec.builder().index("0").arity(arity).required(arity.equals("1")).paramLabel(label)
                .description(description).type(type).hasInitialValue(false).setter(new Field<>(field)).build();
    }

    /// The words of a command that are no options, up to a number; it may have none.
    public static PositionalParamSpec arguments(int most, String label, String description, Consumer<List<String>> field) {
        String several = "0.." + (most == Integer.MAX_VALUE ? "*" : most);
        return PositionalParamSpec.builder().index(most == Integer.MAX_VALUE ? "0..*" : "0.." + (most - 1)).arity(several).paramLabel(label)
                .description(description).type(String[].class).hasInitialValue(false)
                .setter(new Field<String[]>(words -> field.accept(words == null ? List.of() : List.of(words)))).build();
    }

    /// All words of a command that are no option, for one whose words are a phrase.
    public static PositionalParamSpec phrase(String label, String description, Consumer<String> field) {
        return arguments(Integer.MAX_VALUE, label, description, words -> field.accept(String.join(" ", words)));
    }

    private OptionList add(OptionSpec.Builder option) {
        options.add(option);
        return this;
    }

    private static <T> OptionSpec.Builder builder(String names, String description, Class<T> type, Consumer<T> field) {
        int comma = names.indexOf(BETWEEN_NAMES);
        OptionSpec.Builder option = comma < 0 ? OptionSpec.builder(names)
                : OptionSpec.builder(names.substring(0, comma), names.substring(comma + BETWEEN_NAMES.length()));
        return option.description(description).type(type).hasInitialValue(false).setter(new Field<>(field));
    }

    /// Where a value goes. The method of [ISetter] is generic, so a lambda cannot be one.
    private record Field<F>(Consumer<F> field) implements ISetter {

        @Override
        @SuppressWarnings("unchecked") // picocli converts to the type that the option was built with
        public <T> T set(T value) {
            field.accept((F) value);
            return null;
        }
    }

    /// Reads a whole number.
    private record Whole(String option, int example) implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            try {
                return Integer.valueOf(text);
            } catch (NumberFormatException e) {
                boolean large = text.matches("[+-]?[0-9]+");
                throw new TypeConversionException(Quoted.typed(text) + (large ? " is out of range" : " is no whole number")
                        + ": write for example " + option + " " + example);
            }
        }
    }

    /// Reads `250ms`, `3s`.
    private static final class Nanos implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            try {
                return Durations.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
