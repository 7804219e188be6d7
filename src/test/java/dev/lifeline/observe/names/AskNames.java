package dev.lifeline.observe.names;

import dev.lifeline.record.CodedException;
import dev.lifeline.text.AddressText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// Starts a DNS server and writes what is known of each name that is given, and whether the JDK says the same. Its place is an own
/// network namespace whose resolver asks that server.
final class AskNames {

    static final String SERVER = "192.0.2.53";

    private AskNames() {
    }

    public static void main(String[] hosts) throws Exception {
        SmallDnsServer.start(SERVER);
        SystemNames names = SystemNames.open();
        for (String host : hosts) {
            System.out.println(host + ": " + said(names, host));
        }
    }

    private static String said(SystemNames names, String host) throws IOException {
        try {
            SystemNames.Named named = names.lookUp(host);
            List<String> addresses = new ArrayList<>();
            named.addresses().forEach(each -> addresses.add(AddressText.of(each)));
            return String.join(" ", addresses) + ", " + named.canonical() + ", " + named.otherwise() + (same(named.addresses(), host) ? "" : ", not the JDK's");
        } catch (CodedException e) {
            return e.code() + (e.getMessage().equals(jdk(host)) ? "" : ": " + e.getMessage() + ", not " + jdk(host));
        }
    }

    private static boolean same(List<InetAddress> addresses, String host) {
        try {
            return new HashSet<>(addresses).equals(new HashSet<>(Arrays.asList(InetAddress.getAllByName(host))));
        } catch (UnknownHostException none) {
            return false;
        }
    }

    private static String jdk(String host) {
        try {
            return Arrays.toString(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return e.getMessage();
        }
    }
}
