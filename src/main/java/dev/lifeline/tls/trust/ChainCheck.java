package dev.lifeline.tls.trust;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks a chain against authorities and a host (RFC 5280 section 6, RFC 9525). It names the first thing that is wrong: who stands for
/// it, then when it is good, then what it may do, then for whom it is. Revocation is not looked at.
///
/// Extensions that it does not know and that must be known are left to the JDK's own check, which costs a start a tenth of a second.
///
/// @param authorities whom this side trusts
/// @param now the time for which the chain has to be good
record ChainCheck(Authorities authorities, Instant now) {

    private static final int CERT_SIGN = 5;
    private static final int SHORTEST_RSA = 1024;
    private static final int NAME_COLUMNS = 48;
    private static final int LONGEST_PATH = 60;
    private static final String SERVER_USE = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_USE = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_USE = "2.5.29.37.0";
    /// Basic constraints, key usage, extended key usage, alternative names, and policies, which nobody asks for here.
    private static final Set<String> KNOWN = Set.of("2.5.29.19", "2.5.29.15", "2.5.29.37", "2.5.29.17", "2.5.29.32");

    /// Checks.
    ///
    /// @param sent the chain as it came, the peer's own first
    /// @param host the host that it must be for; `null` for a client's
    /// @return `null` where nothing is wrong
    ChainProblem problem(List<X509Certificate> sent, String host) throws IOException {
        List<X509Certificate> path = new ArrayList<>();
        ChainProblem nobody = path(sent, path);
        if (nobody != null) {
            return nobody;
        }
        ChainProblem time = time(path);
        if (time != null) {
            return time;
        }
        ChainProblem use = uses(path, host != null);
        return use != null ? use : host == null ? null : host(sent.getFirst(), host);
    }

    /// Looks for the way from the first to an authority, and puts it into `path`, the authority last.
    private ChainProblem path(List<X509Certificate> sent, List<X509Certificate> path) throws IOException {
        Set<X509Certificate> used = new HashSet<>();
        X509Certificate at = sent.getFirst();
        while (path.size() < LONGEST_PATH) {
            path.add(at);
            used.add(at);
            if (authorities.named(at.getSubjectX500Principal()).contains(at)) {
                return null;
            }
            X509Certificate root = signer(at, authorities.named(at.getIssuerX500Principal()), used);
            if (root != null) {
                path.add(root);
                return null;
            }
            X509Certificate next = signer(at, sent, used);
            if (next == null) {
                return nobody(at, path.size() == 1);
            }
            at = next;
        }
        return new ChainProblem(ErrorCode.CERT_INVALID, "the chain has more than " + LONGEST_PATH + " certificates");
    }

    private static ChainProblem nobody(X509Certificate at, boolean first) {
        boolean own = at.getSubjectX500Principal().equals(at.getIssuerX500Principal());
        if (own && first) {
            return new ChainProblem(ErrorCode.CERT_SELF_SIGNED, name(at) + " has signed itself, and is not trusted");
        }
        String issuer = Quoted.content(shortName(at.getIssuerX500Principal().getName()), NAME_COLUMNS);
        return new ChainProblem(ErrorCode.CERT_UNKNOWN_ISSUER, own ? "the chain ends at " + name(at) + ", which has signed itself, and is not trusted"
                : name(at) + " is signed by " + issuer + ", which was not sent, and is not trusted");
    }

    /// The one of these that has signed it.
    private static X509Certificate signer(X509Certificate signed, List<X509Certificate> of, Set<X509Certificate> used) {
        for (X509Certificate each : of) {
            if (each.getSubjectX500Principal().equals(signed.getIssuerX500Principal()) && !used.contains(each) && hasSigned(each, signed)) {
                return each;
            }
        }
        return null;
    }

    private static boolean hasSigned(X509Certificate issuer, X509Certificate signed) {
        try {
            signed.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException | RuntimeException no) {
            return false;
        }
    }

    private ChainProblem time(List<X509Certificate> path) {
        for (X509Certificate each : path) {
            Instant until = each.getNotAfter().toInstant();
            if (now.isAfter(until)) {
                return new ChainProblem(ErrorCode.CERT_EXPIRED, name(each) + " was good until " + until.truncatedTo(ChronoUnit.SECONDS));
            }
            Instant from = each.getNotBefore().toInstant();
            if (now.isBefore(from)) {
                return new ChainProblem(ErrorCode.CERT_NOT_YET_VALID, name(each) + " is good from " + from.truncatedTo(ChronoUnit.SECONDS) + " on");
            }
        }
        return null;
    }

    private ChainProblem uses(List<X509Certificate> path, boolean server) throws IOException {
        boolean known = true;
        for (int i = 0; i < path.size(); i++) {
            X509Certificate each = path.get(i);
            boolean[] usage = each.getKeyUsage();
            if (i > 0 && (each.getBasicConstraints() < 0 && each.getVersion() >= 3 || usage != null && !usage[CERT_SIGN])) {
                return invalid(each, " may not sign others");
            }
            // Of those below it, the first is no authority.
            if (i > 0 && each.getBasicConstraints() < i - 1 && each.getVersion() >= 3) {
                return invalid(each, " may not have so many below it");
            }
            if (each.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
                return invalid(each, " has a key of " + rsa.getModulus().bitLength() + " bits, which is too short");
            }
            if (i < path.size() - 1 && isWeak(each.getSigAlgName())) {
                return invalid(each, " is signed by " + each.getSigAlgName() + ", which is weak");
            }
            Set<String> critical = each.getCriticalExtensionOIDs();
            known &= critical == null || KNOWN.containsAll(critical);
        }
        try {
            List<String> use = path.getFirst().getExtendedKeyUsage();
            if (use != null && !use.contains(server ? SERVER_USE : CLIENT_USE) && !use.contains(ANY_USE)) {
                return invalid(path.getFirst(), " is not for " + (server ? "servers" : "clients"));
            }
        } catch (GeneralSecurityException e) {
            return invalid(path.getFirst(), ": " + e.getMessage());
        }
        return known ? null : JdkCheck.problem(path, now);
    }

    private static boolean isWeak(String algorithm) {
        return algorithm.startsWith("SHA1with") || algorithm.startsWith("MD5with") || algorithm.startsWith("MD2with");
    }

    static ChainProblem host(X509Certificate leaf, String host) {
        List<String> names = HostNames.of(leaf);
        if (HostNames.match(names, host)) {
            return null;
        }
        StringBuilder listed = new StringBuilder();
        for (int i = 0; i < Math.min(3, names.size()); i++) {
            listed.append(i == 0 ? "" : ", ").append(Quoted.content(names.get(i), NAME_COLUMNS));
        }
        String more = names.size() > 3 ? " and " + (names.size() - 3) + " more" : "";
        return new ChainProblem(ErrorCode.CERT_WRONG_HOST, names.isEmpty() ? name(leaf) + " names no host at all (no subjectAltName)"
                : "it is for " + listed + more + ", and not for " + Quoted.content(host, NAME_COLUMNS));
    }

    static ChainProblem invalid(X509Certificate which, String why) {
        return new ChainProblem(ErrorCode.CERT_INVALID, name(which) + why);
    }

    /// The common name of its owner, or the whole name where it has none.
    static String name(X509Certificate certificate) {
        return Quoted.content(shortName(certificate.getSubjectX500Principal().getName()), NAME_COLUMNS);
    }

    private static String shortName(String distinguished) {
        int from = distinguished.startsWith("CN=") ? 3 : distinguished.indexOf(",CN=") + 4;
        if (from < 4 && !distinguished.startsWith("CN=")) {
            return distinguished;
        }
        int to = distinguished.indexOf(',', from);
        return distinguished.substring(from, to < 0 ? distinguished.length() : to);
    }

    /// The kind and length of a key, for a person: `RSA 2048`.
    static String key(Key key) {
        return key instanceof RSAKey rsa ? "RSA " + rsa.getModulus().bitLength()
                : key instanceof java.security.interfaces.ECKey ec ? "EC " + ec.getParams().getCurve().getField().getFieldSize()
                : key instanceof java.security.interfaces.EdECKey ed ? ed.getParams().getName() : key.getAlgorithm();
    }
}
