package dev.lifeline.play.dns;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.name.NameAnswer;
import dev.lifeline.linux.name.PrivateResolver;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// Tries whether a look-up of this thread can be sent to a server of our own: with a server of its own, so that the counts of the
/// one that is wanted stay clean.
final class NameTrial {

    /// Under `.test` (RFC 6761), where no real name is.
    static final String NAME = "ready.lifeline.test";
    static final DnsZone ZONE = DnsZone.of(Map.of(NAME, List.of("127.0.0.1")));

    private NameTrial() {
    }

    /// The thread asks the system's servers again afterwards.
    ///
    /// @throws IOException when it cannot; the message says why
    static void onThisThread() throws IOException {
        try (DnsResponder server = DnsResponder.open(ZONE);
                PrivateResolver resolver = PrivateResolver.onThisThread(server.port())) {
            NameAnswer answer = resolver.ask(NAME);
            if (server.queries().of(NAME) == 0) {
                throw NativeException.unavailable("something other than DNS answers names on this machine: the question for "
                        + NAME + " did not arrive at our own server", null);
            }
            if (answer instanceof NameAnswer.Failed failed) {
                throw NativeException.unavailable(NAME + " is not found though our own server answered: " + failed.code() + ", "
                        + failed.text(), null);
            }
        }
    }
}
