package dev.lifeline.analysis.packet;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.QuestionRefused;
import dev.lifeline.model.event.PacketEvent.QuestionSeen;
import dev.lifeline.model.event.PacketEvent.ReplySeen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One question of a look-up to one name server, with its retries and its end.
///
/// @param connection whose look-up asked; 0 where several were under way
/// @param name as it was first asked for; from outside
/// @param type of the record that is wanted: 1 for A, 28 for AAAA
/// @param server who was asked
/// @param times how often
/// @param open when it was asked, where no answer came since, in nanoseconds since the origin; -1 where one did
/// @param took the longest time that an answer took, in nanoseconds; -1 where none came
/// @param reply its end
/// @param code of the answer (RCODE)
public record NameQuestion(int connection, String name, int type, Endpoint server, int times, long open, long took, NameReply reply,
                           int code) {

    public NameQuestion {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(reply, "reply");
    }

    /// The questions of a trace, by the time of their first asking.
    ///
    /// @param kernel events of the kernel and the wire, by time
    public static List<NameQuestion> of(List<TraceEvent> kernel) {
        List<NameQuestion> all = new ArrayList<>(0);
        // The ports that each was asked from: an ICMP error names nothing else.
        List<Endpoint> askers = new ArrayList<>(0);
        for (TraceEvent event : kernel) {
            if (event.body() instanceof QuestionSeen asked) {
                int at = find(all, event, asked.name(), asked.type(), asked.flow().remote());
                if (at < 0) {
                    all.add(new NameQuestion(event.connection(), asked.name(), asked.type(), asked.flow().remote(), 1, event.at(), -1,
                            NameReply.NONE, 0));
                    askers.add(asked.flow().local());
                } else {
                    all.set(at, all.get(at).again(event.at()));
                    askers.set(at, asked.flow().local());
                }
            } else if (event.body() instanceof ReplySeen reply) {
                int at = find(all, event, reply.name(), reply.type(), reply.flow().local());
                if (at >= 0) {
                    all.set(at, all.get(at).ended(event.at(), NameReply.of(reply.code(), reply.addresses(), reply.cut()), reply.code()));
                }
            } else if (event.body() instanceof QuestionRefused refused) {
                for (int i = 0; i < all.size(); i++) {
                    boolean its = all.get(i).open >= 0 && all.get(i).server.equals(refused.about().remote())
                            && askers.get(i).equals(refused.about().local());
                    all.set(i, its ? all.get(i).ended(event.at(), NameReply.UNREACHABLE, 0) : all.get(i));
                }
            }
        }
        return List.copyOf(all);
    }

    private static int find(List<NameQuestion> all, TraceEvent event, String name, int type, Endpoint server) {
        for (int i = 0; i < all.size(); i++) {
            NameQuestion each = all.get(i);
            if (each.connection == event.connection() && each.type == type && each.server.equals(server)
                    && each.name.equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    private NameQuestion again(long at) {
        return new NameQuestion(connection, name, type, server, times + 1, open < 0 ? at : open, took, reply, code);
    }

    private NameQuestion ended(long at, NameReply its, int itsCode) {
        return new NameQuestion(connection, name, type, server, times, -1, open < 0 ? took : Math.max(took, at - open), its, itsCode);
    }

    /// The longest wait for an answer, in nanoseconds.
    ///
    /// @param until the end of the look-up, which may have come first
    public long waited(long until) {
        return open < 0 ? took : Math.max(took, until - open);
    }
}
