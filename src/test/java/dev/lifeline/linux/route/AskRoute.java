package dev.lifeline.linux.route;

import java.io.IOException;
import java.net.InetAddress;

/// Writes what the kernel says of each destination that is given.
public final class AskRoute {

    private AskRoute() {
    }

    public static void main(String[] destinations) throws IOException {
        try (RouteQuery query = RouteQuery.open(1_000_000_000)) {
            for (String destination : destinations) {
                System.out.println(destination + " " + query.to(InetAddress.ofLiteral(destination), 0, null));
            }
        }
    }
}
