package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.Locale;
import java.util.Map;

/// Something that is nobody's: time, the kernel's table, limits, and the network of a namespace of the scenario's own.
public sealed interface MachineAction extends Action {

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements MachineAction {
    }

    /// Waits: nothing happens in user space, the kernel goes on.
    ///
    /// @param time nanoseconds
    record Pause(Kind kind, long time) implements MachineAction {
    }

    /// Lowers RLIMIT_NOFILE of the process. Given back at the end of the play at the latest.
    record LimitDescriptors(Kind kind, long free) implements MachineAction {
    }

    /// Sets switches of the kernel. Given back at the end of the play.
    ///
    /// @param values as the kernel wants them, in order
    record SetSwitches(Kind kind, Map<KernelSwitch, String> values) implements MachineAction {
    }

    /// Gives interface lo one more address.
    record AddAddress(Kind kind, String address) implements MachineAction {
    }

    /// Adds a route.
    ///
    /// @param to a network, as `198.51.100.0/24`; no more than that it is a text is checked
    record AddRoute(Kind kind, String to, Refusal type) implements MachineAction {
        /// Types of routes by which the kernel sends no packet on: ip-route(8).
        public enum Refusal { UNREACHABLE, BLACKHOLE, PROHIBIT, THROW }
    }

    /// The words of the machine.
    enum Kind implements ActionKind {
        PAUSE,
        /// SocketSeen of both ends of each connection, ListenerSeen of each listener, CounterRose.
        LOOK,
        LIMIT_DESCRIPTORS, RESTORE_DESCRIPTORS, SET, SYSCTL, ADD_ADDRESS, ADD_ROUTE;

        @Override
        public Word word() {
            return switch (this) {
                case PAUSE -> Word.of(label(), "Waits: as short as the phenomenon needs, and only where no state can be awaited.",
                        required("time", ValueType.TIME, "for how long"));
                case LOOK -> Word.of(label(), "Has the kernel looked at now: all sockets of the scenario, its listeners and the "
                        + "counters.").needing(Need.SOCKDIAG);
                case LIMIT_DESCRIPTORS -> Word.of(label(), "Leaves so few descriptors free that the next calls find none: "
                        + "setrlimit(2), EMFILE.",
                        optional("free", ValueType.NUMBER, "how many are left").otherwise("0")).needing(Need.LINUX);
                case RESTORE_DESCRIPTORS -> Word.of(label(), "Ends that limit.").needing(Need.LINUX);
                case SET -> SwitchesWord.word(label());
                case SYSCTL -> Word.of(label(), "The same as `set` for one switch, by its whole name and with a bare number.",
                        required("name", ValueType.WORD, "which").of(SwitchesWord.ofNumbers()),
                        required("value", ValueType.NUMBER, "to what")).needing(Need.NAMESPACE);
                case ADD_ADDRESS -> Word.of(label(), "Gives the machine one more address, in the scenario's own network namespace.",
                        required("address", ValueType.ADDRESS, "which")).needing(Need.NAMESPACE);
                case ADD_ROUTE -> Word.of(label(), "Adds a route, in the scenario's own network namespace.",
                        required("to", ValueType.TEXT, "which destinations, for example 198.51.100.0/24"),
                        required("type", ValueType.WORD, "what the kernel does with packets to there: ip-route(8)")
                                .of("unreachable", "blackhole", "prohibit", "throw")).needing(Need.NAMESPACE);
            };
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case LOOK, RESTORE_DESCRIPTORS -> new Plain(this);
                case PAUSE -> new Pause(this, given.number("time"));
                case LIMIT_DESCRIPTORS -> new LimitDescriptors(this, given.number("free"));
                case SET -> new SetSwitches(this, SwitchesWord.of(given));
                case SYSCTL -> new SetSwitches(this, given.has("name") ? Map.of(KernelSwitch.named(given.text("name")),
                        Long.toString(given.number("value"))) : Map.of());
                case ADD_ADDRESS -> new AddAddress(this, given.text("address"));
                case ADD_ROUTE -> new AddRoute(this, given.text("to"),
                        AddRoute.Refusal.valueOf(given.text("type", "throw").toUpperCase(Locale.ROOT)));
            };
        }
    }
}
