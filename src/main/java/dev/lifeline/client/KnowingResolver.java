package dev.lifeline.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// A resolver that knows more than addresses: all that it gives comes from its one answer.
public interface KnowingResolver extends Resolver {

    @Override
    Answer answer(String host) throws IOException;

    @Override
    default InetAddress[] resolve(String host) throws UnknownHostException {
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
}
