package dev.lifeline.diagnosis.texts;

import dev.lifeline.text.AddressText;
import dev.lifeline.text.Printable;
import dev.lifeline.text.ShellWord;

/// An error of which nothing is known but what somebody's text tells: which conditions of the texts hold all the same, and the values of
/// the few placeholders that such a text can fill. Whatever needs a trace does not hold, and has no value.
///
/// @param server whether a server met it
/// @param host the other end's name or address; `null` where the text has none
/// @param port its port; 0 where the text has none
/// @param localHost the same of this end
/// @param localPort the same of this end
public record ToldError(boolean server, String host, int port, String localHost, int localPort) implements Conditions {

    private static final int RESERVED = 1024;
    private static final String OTHER_END = "the other end";
    private static final String THIS_END = "the local address";

    @Override
    public boolean hold(Condition condition) {
        return switch (condition) {
            case SERVER -> server;
            case LOCAL -> here();
            case REMOTE -> !here();
            case UNSPECIFIED -> unspecified(host);
            case LITERAL_TARGET -> address(host);
            case LOW_PORT -> localPort > 0 && localPort < RESERVED;
            case ZONELESS -> host != null && host.startsWith("fe80:") && host.indexOf('%') < 0;
            default -> false;
        };
    }

    /// The value of a placeholder in a sentence; `null` where the text does not tell it.
    String inProse(Placeholder placeholder) {
        return switch (placeholder) {
            case REMOTE -> host == null ? OTHER_END : Printable.prose(site(host, port));
            case ADDRESS -> host == null ? OTHER_END : Printable.prose(host);
            case HOST -> host == null ? null : Printable.prose(host);
            case LOCAL -> localHost == null || localHost.isEmpty() ? THIS_END : Printable.prose(site(localHost, localPort));
            case SOURCE -> localHost == null || localHost.isEmpty() ? THIS_END : Printable.prose(localHost);
            case PORT -> number(port);
            case LOCAL_PORT -> number(localPort);
            case WHEN, NOTICED, LASTING -> "";
            default -> null;
        };
    }

    /// The value of a placeholder in a command, safe to paste; `null` where the text does not tell it.
    String inCommand(Placeholder placeholder) {
        return ShellWord.ofName(switch (placeholder) {
            case HOST -> host;
            case ADDRESS -> address(host) ? host : null;
            case SOURCE -> address(localHost) ? localHost : null;
            case PORT -> number(port);
            case LOCAL_PORT -> number(localPort);
            case TARGET -> target(port);
            case OTHER -> target(port == 443 ? 80 : 443);
            default -> null;
        });
    }

    /// The other end as `trace connect` takes it; `null` where the text has no host or no port.
    private String target(int at) {
        return host == null || host.isEmpty() || port == 0 ? null : site(host, at);
    }

    private boolean here() {
        return host != null && (host.equals("localhost") || host.equals("::1") || host.startsWith("127.") && AddressText.isIpv4(host) || unspecified(host));
    }

    private static boolean unspecified(String host) {
        return "0.0.0.0".equals(host) || "::".equals(host);
    }

    private static boolean address(String host) {
        return host != null && (AddressText.isIpv4(host) || AddressText.looksLikeIpv6(host));
    }

    private static String site(String host, int port) {
        return port == 0 ? host : (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    private static String number(int port) {
        return port == 0 ? null : Integer.toString(port);
    }
}
