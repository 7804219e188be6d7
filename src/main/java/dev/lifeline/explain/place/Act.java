package dev.lifeline.explain.place;

/// Acts that fail: the closed list of the words that a rule's operation begins with.
enum Act {
    LOOKUP("lookup"), BIND("bind"), LISTEN("listen"), ROUTE("route"), CONNECT("connect"), ACCEPT("accept"), HANDSHAKE("handshake"),
    READ("read"), WRITE("write"), SEND_REQUEST("send-request"), READ_RESPONSE("read-response"), KEEP_ALIVE("keep-alive"), CLOSE("close"),
    POLL("poll"), POOL_GET("pool-get");

    private static final Act[] ALL = values();

    private final String label;

    Act(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /// The act of a rule's operation: `connect` of `connect as dial`. `null` for a word that is none.
    static Act of(String operation) {
        if (operation == null) {
            return null;
        }
        int blank = operation.indexOf(' ');
        String word = blank < 0 ? operation : operation.substring(0, blank);
        for (Act act : ALL) {
            if (act.label.equals(word)) {
                return act;
            }
        }
        return null;
    }

    /// The call as its program names it: `dial` of `connect as dial`.
    static String named(String operation) {
        int as = operation.indexOf(" as ");
        return as < 0 ? operation : operation.substring(as + 4);
    }

    /// Tells whether bytes move in it, which a handshake of TLS does as well.
    boolean movesBytes() {
        return switch (this) {
            case READ, WRITE, SEND_REQUEST, READ_RESPONSE, POLL, CLOSE -> true;
            case LOOKUP, BIND, LISTEN, ROUTE, CONNECT, ACCEPT, HANDSHAKE, KEEP_ALIVE, POOL_GET -> false;
        };
    }
}
