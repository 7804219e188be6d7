package dev.lifeline.tls.keylog;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import javax.crypto.KDFParameters;

/// A provider that stands before the JDK's own and hands everything on to it.
public final class TapProvider extends Provider {

    private static final long serialVersionUID = 1L;
    private static final String NAME = "LifelineKeyLog";
    private static final ThreadLocal<SecretTap> TAP = new ThreadLocal<>();
    /// The JDK's name of the function, and its other names.
    private static final String MASTER = "SunTlsMasterSecret";
    private static final List<String> MASTER_ALIASES = List.of("SunTls12MasterSecret", "SunTlsExtendedMasterSecret");

    private TapProvider() {
        super(NAME, "1", "Hears of the secrets of TLS connections of this program, and hands all work on to the JDK");
        putService(new Tapped(this, "KDF", "HKDF-SHA256", List.of()));
        putService(new Tapped(this, "KDF", "HKDF-SHA384", List.of()));
        putService(new Tapped(this, "KeyGenerator", MASTER, MASTER_ALIASES));
    }

    /// Stands before the JDK's provider from now on.
    public static synchronized void install() {
        if (Security.getProvider(NAME) == null) {
            Security.insertProviderAt(new TapProvider(), 1);
        }
    }

    /// Has this thread's secrets told; `null` for no more.
    public static void tap(SecretTap tap) {
        TAP.set(tap);
    }

    static void seen(String label, byte[] secret) {
        SecretTap tap = TAP.get();
        if (tap != null && label != null && secret != null) {
            tap.secret(label, secret);
        }
    }

    private static final class Tapped extends Service {

        Tapped(Provider provider, String type, String algorithm, List<String> aliases) {
            super(provider, type, algorithm, type.equals("KDF") ? HkdfTap.class.getName() : MasterSecretTap.class.getName(), aliases, null);
        }

        @Override
        public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
            try {
                return getType().equals("KDF") ? new HkdfTap(getAlgorithm(), (KDFParameters) parameter) : new MasterSecretTap(getAlgorithm());
            } catch (InvalidAlgorithmParameterException e) {
                throw new NoSuchAlgorithmException(e);
            }
        }
    }
}
