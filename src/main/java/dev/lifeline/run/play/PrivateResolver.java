package dev.lifeline.run.play;

import dev.lifeline.client.Resolver;
import dev.lifeline.linux.name.ThreadResolver;
import dev.lifeline.model.LookupSource;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.names.SystemNames;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// The C library's look-up with a DNS server of our own behind it.
///
/// @param port of the server on 127.0.0.1
record PrivateResolver(int port) implements Resolver {

    private static final int SECONDS = 1;

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        try {
            return answer(host).addresses();
        } catch (UnknownHostException e) {
            throw e;
        } catch (IOException e) {
            UnknownHostException unknown = new UnknownHostException(e.getMessage());
            unknown.initCause(e);
            throw unknown;
        }
    }

    /// The calling thread asks no other server any more; each look-up has a thread of its own.
    @Override
    public Answer answer(String host) throws IOException {
        try {
            SystemNames names = SystemNames.open();
            ThreadResolver.link().use((Inet4Address) InetAddress.ofLiteral("127.0.0.1"), port, SECONDS);
            SystemNames.Named named = names.lookUp(host);
            LookupSource source = named.otherwise() == LookupSource.LITERAL ? LookupSource.LITERAL : LookupSource.DNS;
            return new Answer(named.addresses().toArray(InetAddress[]::new), named.canonical(), source, true);
        } catch (UnavailableException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
