package dev.lifeline.linux.route;

import dev.lifeline.linux.netlink.AttributeReader;
import dev.lifeline.linux.netlink.MessageWriter;
import java.nio.ByteBuffer;

/// A network interface (`RTM_GETLINK` of rtnetlink(7)).
///
/// @param name printable; `null` where not said
/// @param mtu bytes of a packet at most; 0 where not said
public record NetworkLink(String name, int mtu) {

    static final int RTM_NEWLINK = 16;
    private static final int RTM_GETLINK = 18;
    private static final int IFINFOMSG_BYTES = 16;
    private static final int IFLA_IFNAME = 3;
    private static final int IFLA_MTU = 4;
    private static final int IFLA_EXT_MASK = 29;
    private static final int RTEXT_FILTER_SKIP_STATS = 1 << 3;

    /// The question for an interface, by its index.
    static ByteBuffer request(int index) {
        return new MessageWriter(RTM_GETLINK, 0, 64).zeros(4).u32(index).zeros(8)
                .attribute(IFLA_EXT_MASK, RTEXT_FILTER_SKIP_STATS).message();
    }

    /// Reads an `RTM_NEWLINK`.
    ///
    /// @param payload of the message
    /// @return `null` where the message has neither name nor MTU
    static NetworkLink decode(ByteBuffer payload) {
        AttributeReader attributes = AttributeReader.after(payload, IFINFOMSG_BYTES);
        String name = null;
        int mtu = 0;
        while (attributes.next()) {
            if (attributes.type() == IFLA_IFNAME) {
                name = attributes.text();
            } else if (attributes.type() == IFLA_MTU) {
                mtu = Math.max(0, attributes.intValue(0));
            }
        }
        return name == null && mtu == 0 ? null : new NetworkLink(name, mtu);
    }
}
