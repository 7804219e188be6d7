package dev.lifeline.run;

import dev.lifeline.client.NumericAddress;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Target;
import dev.lifeline.text.AddressText;
import java.io.IOException;

/// Reads `--source ADDR[:PORT]`: a numeric address, because a source must not depend on a resolver.
public final class SourceParser {

    private SourceParser() {
    }

    /// The local end; port 0 where the kernel is to choose one.
    ///
    /// @throws TargetException when it cannot be read
    public static Endpoint parse(String text) throws TargetException {
        boolean bareIpv6 = AddressText.looksLikeIpv6(text.indexOf('%') < 0 ? text : text.substring(0, text.indexOf('%')))
                && text.indexOf(':') != text.lastIndexOf(':');
        Target target = TargetParser.served(bareIpv6 ? "[" + text + "]" : text);
        if (Character.digit(target.host().charAt(target.host().length() - 1), 10) < 0 && target.host().indexOf(':') < 0) {
            throw new TargetException("--source " + TargetParser.quote(text)
                    + " is a name: write a numeric address of this machine, for example 127.0.0.1");
        }
        Endpoint source = new Endpoint(target.host(), target.port());
        try {
            NumericAddress.of(source);
        } catch (IOException e) {
            throw new TargetException("--source " + TargetParser.quote(text)
                    + " names an interface that this machine does not have");
        }
        return source;
    }
}
