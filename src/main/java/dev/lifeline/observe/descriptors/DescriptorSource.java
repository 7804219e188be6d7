package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.descriptor.DescriptorTrial;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;

/// Socket facts by descriptor: Linux, no privilege.
///
/// Gives the descriptors of listening, accepted and connecting sockets, the SYN that began each accepted connection, and the ICMP
/// message behind a connect that failed.
public final class DescriptorSource implements ObservingSource {

    static final String NAME = "descriptors";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Evidence grade() {
        return Evidence.KERNEL;
    }

    @Override
    public String purpose() {
        return "descriptors, the client's SYN as it arrived, who sent an ICMP error";
    }

    @Override
    public Availability probe() {
        try {
            return new Available(DescriptorTrial.run());
        } catch (NativeException e) {
            return Unavailable.of(e);
        }
    }

    @Override
    public Observer start(Subject subject) throws UnavailableException {
        try {
            return DescriptorObserver.start(subject);
        } catch (NativeException e) {
            throw new UnavailableException(Unavailable.of(e));
        }
    }
}
