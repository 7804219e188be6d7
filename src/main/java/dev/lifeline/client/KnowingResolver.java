package dev.lifeline.client;

import dev.lifeline.model.Family;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/// A resolver that knows more than addresses: all that it gives comes from its one answer.
public interface KnowingResolver extends Resolver {

    @Override
    Answer answer(String host) throws IOException;

    /// Says if this resolver can ask for one family alone, on any thread and at the same time as for the other.
    default boolean asksApart() {
        return false;
    }

    /// The answer for one family alone; only where it [#asksApart].
    ///
    /// @throws IOException as [#answer(String)]
    default Answer answer(String host, Family only) throws IOException {
        throw new UnsupportedOperationException("this resolver asks for both families");
    }

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
