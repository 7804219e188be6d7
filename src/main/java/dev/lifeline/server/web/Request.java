package dev.lifeline.server.web;

/// A request that has a whole head.
///
/// @param target as it was sent
/// @param path the part of the target before `?`, without scheme and host
/// @param query the part behind it; may be empty
/// @param head the lines as they were read, as far as anybody wants to see them
record Request(String method, String target, String path, String query, String version, String head) {

    static Request of(String method, String target, String version) {
        int scheme = target.indexOf("://");
        int slash = scheme < 0 ? 0 : target.indexOf('/', scheme + 3);
        String local = slash < 0 ? "/" : target.substring(slash);
        int mark = local.indexOf('?');
        return new Request(method, target, mark < 0 ? local : local.substring(0, mark), mark < 0 ? "" : local.substring(mark + 1), version, "");
    }

    /// The same with its lines.
    Request with(String lines) {
        return new Request(method, target, path, query, version, lines);
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    /// Says if the sender knows no more than HTTP/1.0.
    boolean isOld() {
        return version.equals("HTTP/1.0");
    }

    /// The value of a parameter of the query; `null` where it is not there.
    String parameter(String name) {
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            if ((equals < 0 ? part : part.substring(0, equals)).equals(name)) {
                return equals < 0 ? "" : part.substring(equals + 1);
            }
        }
        return null;
    }

    /// The number in a parameter of the query.
    ///
    /// @param usual where it is not there
    /// @return -1 where it is no number from 0 to `most`
    long number(String name, long usual, long most) {
        String value = parameter(name);
        if (value == null) {
            return usual;
        }
        try {
            long number = Long.parseLong(value);
            return number > most ? -1 : Math.max(-1, number);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
