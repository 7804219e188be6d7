package dev.lifeline.run;

import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.descriptors.DescriptorSource;
import dev.lifeline.observe.names.NameSource;
import dev.lifeline.observe.packet.PacketSource;
import dev.lifeline.observe.portable.PortableSources;
import dev.lifeline.observe.route.RouteSource;
import dev.lifeline.observe.sandbox.SandboxSource;
import dev.lifeline.observe.sockdiag.SockDiagSource;
import java.util.ArrayList;
import java.util.List;

/// Every source of evidence that there is.
public final class Sources {

    private Sources() {
    }

    /// All, in the order in which a person should read them.
    public static List<EvidenceSource> all() {
        List<EvidenceSource> all = new ArrayList<>(PortableSources.all());
        for (String name : EvidenceChoice.NAMES) {
            all.add(named(name));
        }
        all.add(new SandboxSource());
        return all;
    }

    /// The source with one of the names of [EvidenceChoice].
    public static EvidenceSource named(String name) {
        return switch (name) {
            case "getaddrinfo" -> new NameSource();
            case "route" -> new RouteSource();
            case "sockdiag" -> new SockDiagSource();
            case "descriptors" -> new DescriptorSource();
            case "packet" -> new PacketSource();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
