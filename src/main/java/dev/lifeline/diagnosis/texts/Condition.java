package dev.lifeline.diagnosis.texts;

import java.util.HashMap;
import java.util.Map;

/// A circumstance that makes a text fit: the word for it in the data files, and when it holds.
///
/// Those that come after [#CAPTURED] are about what the kernel or the wire said, and hold only where somebody looked.
public enum Condition {
    /// The client met it.
    CLIENT("client"),
    /// The server met it.
    SERVER("server"),
    /// The other end is on this machine.
    LOCAL("local"),
    /// The other end is elsewhere, or nobody knows where.
    REMOTE("remote"),
    /// Both ends were watched: what the other side did is known from it, not concluded.
    WATCHED("watched"),
    /// Only the client was watched.
    SERVER_UNSEEN("server-unseen"),
    /// The other side's program had closed with a reset, says its own lane.
    PEER_RESET("peer-reset"),
    /// The other side's program had closed without one, says its own lane.
    PEER_CLOSED("peer-closed"),
    /// A name was to be looked up, and the target is an address.
    LITERAL("literal"),
    /// A source address was asked for.
    SOURCE("source"),
    /// The local port is one of those that Unix systems reserve (1 to 1023).
    LOW_PORT("low-port"),
    /// The local port was left to the kernel.
    ANY_PORT("any-port"),
    /// The address that was asked for, or one that the name has, is the unspecified one, which is no destination.
    UNSPECIFIED("unspecified"),
    /// The target is an address, whatever its stage.
    LITERAL_TARGET("literal-target"),
    /// A resolver put a search domain behind the name, and answered for that.
    COMPLETED("completed"),
    /// The other end is a link-local address of IPv6 that does not say on which interface.
    ZONELESS("zoneless"),
    /// The stage took less time than the shortest wait for a resolver.
    QUICK("quick"),
    /// The stage took so long that the cost of this tool is a small part of it.
    LONG("long"),
    /// The look-up took most of the time, a second at least.
    SLOW_LOOKUP("slow-lookup"),
    /// Connect took most of the time, a second at least.
    SLOW_CONNECT("slow-connect"),
    /// The first byte took most of the time, a second at least.
    SLOW_ANSWER("slow-answer"),
    /// The close took most of the time, a second at least: this side waited for the end of the other's stream.
    SLOW_CLOSE("slow-close"),
    /// Bytes came while this side waited for the end of the other's stream.
    STILL_COMING("still-coming"),
    /// At the last look before that byte no program had accepted the connection.
    SEEN_WAITING("seen-waiting"),
    /// Nothing had been read on this connection.
    NO_BYTES("no-bytes"),
    /// Something had been read on this connection.
    SOME_BYTES("some-bytes"),
    /// This side had written something.
    SENT("sent"),
    /// This side had written nothing.
    UNSENT("unsent"),
    /// This side had written one byte.
    ONE_BYTE("one-byte"),
    /// Bytes that show no TLS were answered by a TLS alert.
    TLS_ANSWERED("tls-answered"),
    /// The answer is one of HTTP that says that the port is for HTTPS.
    HTTPS_WANTED("https-wanted"),
    /// A TLS hello was answered in plain HTTP.
    HTTP_ANSWERED("http-answered"),
    /// Bytes that are not of SSH met its identification.
    SSH_ANSWERED("ssh-answered"),
    /// Bytes of one protocol met the greeting or answer of a mail server or a database.
    OTHER_ANSWERED("other-answered"),
    /// The first bytes that came are the greeting or answer of a mail server or a database.
    GREETED("greeted"),
    /// The first bytes of a client are a TLS hello.
    TLS_CALLED("tls-called"),
    /// The first bytes of a client are the identification of SSH.
    SSH_CALLED("ssh-called"),
    /// The TLS handshake was completed.
    SECURED("secured"),
    /// An earlier session of TLS went on.
    RESUMED("resumed"),
    /// The certificate of the other side was not checked, as the person asked for.
    UNCHECKED("unchecked"),
    /// A certificate of the other side was seen.
    CERT_SEEN("cert-seen"),
    /// A hello was seen.
    HELLO_OFFERED("hello-offered"),
    /// Records of TLS came from the other side.
    TLS_CAME("tls-came"),
    /// An alert of the other side was seen, by its number.
    ALERTED("alerted"),
    /// That alert is handshake_failure (40).
    HANDSHAKE_FAILURE("handshake-failure"),
    /// The last response is whole.
    RESPONDED("responded"),
    /// The body of the last response ends where the connection does, and no close_notify of TLS says that this is its end.
    END_UNSURE("end-unsure"),
    /// The other side's stream was seen to end without the close_notify of its TLS.
    TLS_CUT("tls-cut"),
    /// The last request is not the first of its connection.
    LATER_REQUEST("later-request"),
    /// The head of the last response is whole.
    HEAD_WHOLE("head-whole"),
    /// It is known how many bytes of an announced body came.
    BODY_COUNTED("body-counted"),
    /// A byte was seen that no message can have.
    MALFORMED("malformed"),
    /// Bytes went out or came in.
    MOVED("moved"),
    /// The system's message came with the failure.
    MESSAGE("message"),
    /// The failure has no code that this version knows.
    CODE_UNKNOWN("code-unknown"),

    /// The name was looked up.
    LOOKED_UP("looked-up"),
    /// The name was looked up, and was no address.
    RESOLVED("resolved"),
    /// The kernel's choice of a way there is known.
    ROUTE_CHOSEN("route-chosen"),
    /// The server listened.
    LISTENED("listened"),
    /// The server accepted a connection.
    ACCEPTED("accepted"),
    /// There was a connection.
    CONNECTED("connected"),
    /// The other end is known to have taken the connection: something that it says only over one came from it.
    TOOK("took"),
    /// The connection's two ends are one socket.
    ITSELF("itself"),
    /// The wait for the first byte ended without an error, or there was none to wait for.
    FIRST_BYTE_PASSED("first-byte-passed"),
    /// It ended because nothing came.
    QUIET("quiet"),
    /// It ended because the other end had ended its stream, without a byte.
    ENDED_EMPTY("ended-empty"),
    /// The server's bytes had all been sent before any of the client's had arrived, or the client sent none.
    SPOKE_FIRST("spoke-first"),
    /// This side closed its output, in order as far as it saw.
    CLOSED("closed"),
    /// This side had not ended its stream.
    UNSHUT("unshut"),
    /// The calls of this side are those of an orderly close: it read the end of the other's stream, and ended its own.
    CLOSED_IN_ORDER("closed-in-order"),
    /// The other side's own lane says the same.
    BOTH_SAID("both-said"),
    /// This side closed with a reset.
    CLOSED_BY_RESET("closed-by-reset"),
    /// This side gave up waiting for the other's end.
    GIVEN_UP("given-up"),
    /// A stage that was planned was passed by no connection.
    NOT_PASSED("not-passed"),
    /// There was an expectation that held.
    EXPECTATION_HELD("expectation-held"),
    /// Bytes came where an expectation did not hold.
    CAME("came"),
    /// Somebody ended the run by a signal.
    SIGNALLED("signalled"),
    /// A stage was under way when the run ended.
    UNDER_WAY("under-way"),
    /// The end that the stage goes to is known.
    END_KNOWN("end-known"),
    /// The end that an attempt of a race went to is known.
    ATTEMPT_END("attempt-end"),
    /// The recorder had no room for some events.
    DROPPED("dropped"),
    /// There are two of what is counted.
    TWO("two"),

    /// The capture holds the SYN of this attempt.
    CAPTURED("captured"),
    /// The SYN passed several times, and the times of packets can be trusted.
    SYN_AGAIN("syn-again"),
    /// The interface of the SYN is known.
    SYN_DEVICE("syn-device"),
    /// The capture holds a RST of the other side.
    RST("rst"),
    /// Both FINs were captured, and no RST.
    FINS("fins"),
    /// Bytes of this side were surely not read.
    NEVER_READ("never-read"),
    /// Bytes came that were sent after all of this side's had arrived.
    ANSWERED_ALL("answered-all"),
    /// This side's FIN, sent after the stage, was acknowledged.
    FIN_TAKEN("fin-taken"),
    /// It was not, as far as it was watched.
    FIN_OPEN("fin-open"),
    /// It was answered by a bare RST.
    FIN_REFUSED("fin-refused"),
    /// Later bytes of the other end were captured, and some before them never.
    HOLE("hole"),
    /// Bytes lay unread at the other end when it was last seen open.
    LEFT_UNREAD("left-unread"),
    /// It refused or reset the connection during connect, and the times of packets can be trusted.
    RST_TIMED("rst-timed"),
    /// The other end's FIN or RST ended the wait for the first byte, and the times of packets can be trusted.
    END_TIMED("end-timed"),
    /// That RST came before the stage began.
    RST_BEFORE("rst-before"),
    /// The capture holds the ACK that ends the handshake.
    ACK("ack"),
    /// The capture holds acknowledgements of all that this side sent.
    ACKED_ALL("acked-all"),
    /// The capture holds no acknowledgement of what this side sent.
    ACKED_NONE("acked-none"),
    /// The capture's last segment of the other side says that its window is closed.
    WINDOW_CAPTURED("window-captured"),
    /// The SYN-ACK came again after this side's ACK, and nothing says that the other end took the connection later.
    UNTAKEN("untaken"),
    /// The packet in which this side's oldest bytes were sent again was as large as the route takes.
    FULL_SIZE("full-size"),
    /// The RST came with another time to live than the SYN-ACK.
    OTHER_HOPS("other-hops"),
    /// Packets were watched, and none of this side was seen.
    OWN_UNSEEN("own-unseen"),
    /// The capture lost packets: nothing follows from what it does not hold.
    LOST("lost"),
    /// The capture missed nothing that it knows of.
    GAPLESS("gapless"),
    /// A source of evidence lost something.
    LOSS("loss"),
    /// It was the capture.
    PACKET_LOSS("packet-loss"),
    /// Nobody counted how much.
    LOSS_UNCOUNTED("loss-uncounted"),
    /// The wall clock was set.
    STEPPED("stepped"),
    /// It was set back.
    SET_BACK("set-back"),
    /// The kernel says that it sent its SYN again.
    RESENT("resent"),
    /// The interface of the way is known from the kernel's own route, and nothing contradicts it.
    DEVICE("device"),
    /// The kernel's timer for the SYN ran out, and it sent nothing.
    HELD("held"),
    /// The kernel has no route there.
    NO_ROUTE("no-route"),
    /// The socket has another source than the kernel's route had promised.
    DISAGREED("disagreed"),
    /// The ICMP error was captured; else the socket's error queue told it.
    ICMP_CAPTURED("icmp-captured"),
    /// The ICMP error is of ICMPv6.
    ICMP_V6("icmp-v6"),
    /// The ICMP error says by its code that a rule forbids.
    PROHIBITED("prohibited"),
    /// The listener's accept queue had room when it was looked at.
    QUEUE_ROOM("queue-room"),
    /// The listener was looked at during the stage.
    LISTENER_LOOKED("listener-looked"),
    /// Several sockets listen at the server's address and port.
    LISTENER_SHARED("listener-shared"),
    /// The last look at the listener was before the end of the wait.
    LISTENER_OLD("listener-old"),
    /// The last look at the other end was before the end of the wait.
    PEER_OLD("peer-old"),
    /// The last look at this end was before the end of the wait.
    OWN_OLD("own-old"),
    /// Bytes lay unread at the other end.
    PEER_UNREAD("peer-unread"),
    /// A listener of this machine dropped an ACK because it waits for data.
    DEFERRED("deferred"),
    /// The other end's window is closed, and bytes of this side are not acknowledged.
    STOPPED("stopped"),
    /// The socket table says how often something was sent again.
    AGAIN_BY_SOCKET("again-by-socket"),
    /// This side's kernel has the acknowledgement of all that was sent.
    ACKED_BY_SOCKET("acked-by-socket"),
    /// The connection waited in the accept queue at the last look.
    IN_ACCEPT_QUEUE("in-accept-queue"),
    /// All that was written had been acknowledged in the end.
    ALL_ACKNOWLEDGED("all-acknowledged"),
    /// Segments had to be sent again.
    SENT_AGAIN("sent-again"),
    /// An end was seen in TIME_WAIT.
    TIME_WAIT("time-wait"),
    /// The capture holds the client's handshake, and the times of packets can be trusted.
    HANDSHAKE_TIMED("handshake-timed"),
    /// Connect returned after the SYN-ACK had come.
    CONNECT_LAG("connect-lag"),
    /// This tool looked into the socket table, on the thread of the program.
    OWN_LOOKS("own-looks"),
    /// The socket that has the address listens.
    HOLDER_LISTENS("holder-listens"),
    /// It is bound, and neither listens nor is connected.
    HOLDER_BOUND("holder-bound"),
    /// It is connected.
    HOLDER_CONNECTED("holder-connected"),
    /// It waits in TIME_WAIT, as all that have the address do.
    HOLDER_WAITS("holder-waits"),
    /// The process that holds it is known.
    HOLDER_KNOWN("holder-known"),
    /// The table showed no socket that has the address.
    NO_HOLDER("no-holder"),
    /// This kernel does not show sockets that are bound and no more.
    BOUND_HIDDEN("bound-hidden"),
    /// A listener was there that takes connections to the address.
    LISTENS_THERE("listens-there"),
    /// The port has listeners, at other addresses only.
    LISTENS_ELSEWHERE("listens-elsewhere"),
    /// The port has no listener.
    LISTENS_NOWHERE("listens-nowhere"),
    /// The server answered the SYN for an older connection of the same two ends.
    OLD_CONNECTION("old-connection"),
    /// NAT of this machine sent the connection on to another end, by its table alone.
    SENT_ON("sent-on"),
    /// NAT of this machine did, and the SYN was seen to leave for that end.
    SYN_ELSEWHERE("syn-elsewhere"),
    /// Packets show that the look-up asked a name server, and none is known to be missing.
    ASKED("asked"),
    /// A name server answered SERVFAIL.
    SERVFAIL("servfail"),
    /// A name server answered REFUSED.
    NAME_REFUSED("name-refused"),
    /// No name server answered.
    NAME_SILENT("name-silent"),
    /// An ICMP error answered a question to a name server.
    NAME_UNREACHABLE("name-unreachable"),
    /// The server that was not reached, or did not answer, is on this machine's loopback.
    NAME_HERE("name-here"),
    /// All name servers answered that there is no such name, or no such address of it.
    NOTHING_THERE("nothing-there"),
    /// A question to a name server took a good part of the time of the look-up.
    NAME_SLOW("name-slow");

    private static final Map<String, Condition> BY_LABEL = new HashMap<>();

    static {
        for (Condition condition : values()) {
            BY_LABEL.put(condition.label, condition);
        }
    }

    private final String label;

    Condition(String label) {
        this.label = label;
    }

    /// The condition for a word of a data file; `null` where there is none.
    static Condition of(String label) {
        return BY_LABEL.get(label);
    }
}
