package dev.lifeline.explain.field;

/// The ports that addresses without one mean.
final class DefaultPorts {

    private DefaultPorts() {
    }

    /// The port of a scheme; 0 for one that is not known.
    static int of(String scheme) {
        return switch (scheme) {
            case "http", "ws" -> 80;
            case "https", "wss" -> 443;
            case "redis" -> 6379;
            case "postgres", "postgresql", "jdbc:postgresql" -> 5432;
            case "mysql", "mariadb" -> 3306;
            case "amqp" -> 5672;
            case "amqps" -> 5671;
            case "mongodb" -> 27_017;
            case "ssh", "sftp" -> 22;
            case "git" -> 9418;
            case "ftp" -> 21;
            case "ldap" -> 389;
            case "ldaps" -> 636;
            case "smtp" -> 25;
            default -> 0;
        };
    }
}
