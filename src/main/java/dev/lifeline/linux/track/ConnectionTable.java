package dev.lifeline.linux.track;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.netlink.NetlinkMessage;
import dev.lifeline.linux.netlink.NetlinkReply;
import dev.lifeline.linux.netlink.NetlinkSocket;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Asks the kernel's table of tracked connections, of the network namespace of the thread that opened it. Needs `CAP_NET_ADMIN`.
/// Threads: any, one question at a time.
public final class ConnectionTable implements AutoCloseable {

    private static final File THERE = new File("/proc/sys/net/netfilter/nf_conntrack_max");
    /// `NFNLGRP_CONNTRACK_NEW`, as a mask.
    private static final int NEW_CONNECTIONS = 1;
    private static final int MOST = 1024;

    private final NetlinkSocket netlink;

    private ConnectionTable(NetlinkSocket netlink) {
        this.netlink = netlink;
    }

    /// Tells whether this kernel can track connections now: to ask one that cannot would load its module.
    public static boolean exists() {
        return THERE.exists();
    }

    /// Tells whether it tracks any.
    public static boolean isUsed() {
        try (FileInputStream count = new FileInputStream("/proc/sys/net/netfilter/nf_conntrack_count")) {
            int first = count.read();
            return first > '0' && first <= '9';
        } catch (IOException e) {
            return false;
        }
    }

    /// Opens a socket for questions.
    ///
    /// @param timeoutNanos how long one question may take
    /// @throws NativeException when the kernel or this JVM does not allow it
    public static ConnectionTable open(long timeoutNanos) throws NativeException {
        return new ConnectionTable(NetlinkSocket.open(NetlinkSocket.NETFILTER, 0, timeoutNanos));
    }

    /// Opens a socket that is told of each new entry from now on, for [#fresh].
    ///
    /// @throws NativeException as [#open]
    public static ConnectionTable watch(long timeoutNanos) throws NativeException {
        return new ConnectionTable(NetlinkSocket.open(NetlinkSocket.NETFILTER, NEW_CONNECTIONS, timeoutNanos));
    }

    /// The entries that are new since [#watch] or the last call, some thousand at most, as far as the kernel told of them: not where
    /// `nf_conntrack_events` is off.
    public List<Tracked> fresh() {
        List<Tracked> entries = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            if (!(netlink.poll() instanceof NetlinkReply.Answered answered) || answered.messages().isEmpty()) {
                return entries;
            }
            for (NetlinkMessage message : answered.messages()) {
                Tracked entry = message.type() == TrackMessage.ENTRY ? TrackMessage.decode(message.payload()) : null;
                if (entry != null) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /// The entry of a connection of TCP, by the ends that its client knows; none where there is none or it may not be read.
    public List<Tracked> one(InetAddress source, int sourcePort, InetAddress destination, int port) {
        return entries(TrackMessage.one(source, sourcePort, destination, port), destination, port);
    }

    /// The entries of TCP to a destination, some thousand at most; none where they may not be read, or not in whole.
    public List<Tracked> all(InetAddress destination, int port) {
        return entries(TrackMessage.all(destination, port), destination, port);
    }

    private List<Tracked> entries(ByteBuffer question, InetAddress destination, int port) {
        List<Tracked> entries = new ArrayList<>(1);
        if (netlink.request(question, MOST) instanceof NetlinkReply.Answered answered) {
            for (NetlinkMessage message : answered.messages()) {
                Tracked entry = message.type() == TrackMessage.ENTRY ? TrackMessage.decode(message.payload()) : null;
                if (entry != null && entry.destination().port() == port && entry.destination().address().inet().equals(destination)) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    /// Why the table may not be read: `null` where it may.
    ///
    /// @param address any
    public String refusal(InetAddress address) {
        NetlinkReply reply = netlink.request(TrackMessage.one(address, 1, address, 1), 1);
        // No such entry: it was looked for.
        return reply instanceof NetlinkReply.Refused refused && !refused.errno().name().equals("ENOENT") ? refused.errno().name() : null;
    }

    @Override
    public void close() {
        netlink.close();
    }
}
