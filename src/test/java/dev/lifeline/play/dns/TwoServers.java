package dev.lifeline.play.dns;

import dev.lifeline.client.Resolver;
import dev.lifeline.linux.name.AddressInfo;
import dev.lifeline.linux.name.NameAnswer;
import dev.lifeline.linux.name.PrivateResolver;
import dev.lifeline.observe.UnavailableException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/// Asks the system's server and a private one for the same name, in turn, and writes what they say. Its place is a namespace
/// whose resolver asks the former.
final class TwoServers {

    static final String SYSTEM = "192.0.2.53";
    static final String SYSTEM_SIX = "2001:db8::53";
    private static final String NAME = "name.lifeline.test";

    private TwoServers() {
    }

    public static void main(String[] none) throws Exception {
        serve(SYSTEM);
        serve(SYSTEM_SIX);
        try (DnsResponder server = DnsResponder.open(DnsZone.of(Map.of(NAME, List.of("127.0.0.9"))));
                PrivateNames names = PrivateNames.open(server)) {
            System.out.println("system before: " + system());
            System.out.println("private: " + text(names.answer(NAME)));
            System.out.println("system meanwhile: " + system());
            System.out.println("private again: " + text(names.answer(NAME)));
            try (PrivateResolver here = PrivateResolver.onThisThread(server.port())) {
                System.out.print("on one thread: " + text(here.ask(NAME)));
            }
            System.out.println(", then " + system());
            System.out.println("asked privately: " + server.queries().byName());
        } catch (UnavailableException e) {
            System.out.println(e.why().reason());
            return;
        }
        System.out.println("system after: " + system());
    }

    private static String system() throws IOException {
        return text(AddressInfo.link().ask(NAME));
    }

    private static String text(NameAnswer answer) {
        return answer instanceof NameAnswer.Found found ? found.addresses().getFirst().getHostAddress() : answer.toString();
    }

    private static String text(Resolver.Answer answer) {
        return answer.addresses()[0].getHostAddress() + ' ' + answer.otherwise();
    }

    /// The system's server: where ordinary ones are.
    private static void serve(String address) throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 53));
        DnsZone zone = DnsZone.of(Map.of(NAME, List.of("192.0.2.10")));
        Thread.ofPlatform().daemon().name("system-dns").start(() -> {
            try {
                while (true) {
                    DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                    socket.receive(packet);
                    ByteBuffer answer = zone.answer(DnsQuestion.read(
                            ByteBuffer.wrap(packet.getData(), 0, packet.getLength())));
                    socket.send(new DatagramPacket(answer.array(), answer.limit(), packet.getSocketAddress()));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
