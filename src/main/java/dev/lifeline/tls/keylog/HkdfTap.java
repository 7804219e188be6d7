package dev.lifeline.tls.keylog;

import java.nio.charset.StandardCharsets;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KDF;
import javax.crypto.KDFParameters;
import javax.crypto.KDFSpi;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF of the JDK. Secrets of TLS 1.3 are what it expands with the labels of RFC 8446 section 7.1.
public final class HkdfTap extends KDFSpi {

    private static final String PREFIX = "tls13 ";
    private static final int LABEL_AT = 3;

    private final KDF own;

    HkdfTap(String algorithm, KDFParameters parameters) throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        super(parameters);
        try {
            own = KDF.getInstance(algorithm, parameters, "SunJCE");
        } catch (NoSuchProviderException e) {
            throw new NoSuchAlgorithmException(e);
        }
    }

    @Override
    protected KDFParameters engineGetParameters() {
        return own.getParameters();
    }

    @Override
    protected SecretKey engineDeriveKey(String algorithm, AlgorithmParameterSpec what) throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        SecretKey key = own.deriveKey(algorithm, what);
        TapProvider.seen(label(what), key.getEncoded());
        return key;
    }

    @Override
    protected byte[] engineDeriveData(AlgorithmParameterSpec what) throws InvalidAlgorithmParameterException {
        byte[] data = own.deriveData(what);
        TapProvider.seen(label(what), data);
        return data;
    }

    /// The name that key logs have for it; `null` where they have none.
    private static String label(AlgorithmParameterSpec what) {
        if (!(what instanceof HKDFParameterSpec.Expand expand) || expand.info() == null) {
            return null;
        }
        byte[] info = expand.info();
        int length = info.length < LABEL_AT ? 0 : info[LABEL_AT - 1] & 0xFF;
        if (info.length < LABEL_AT + length) {
            return null;
        }
        String label = new String(info, LABEL_AT, length, StandardCharsets.US_ASCII);
        return !label.startsWith(PREFIX) ? null : switch (label.substring(PREFIX.length())) {
            case "c hs traffic" -> "CLIENT_HANDSHAKE_TRAFFIC_SECRET";
            case "s hs traffic" -> "SERVER_HANDSHAKE_TRAFFIC_SECRET";
            case "c ap traffic" -> "CLIENT_TRAFFIC_SECRET_0";
            case "s ap traffic" -> "SERVER_TRAFFIC_SECRET_0";
            case "exp master" -> "EXPORTER_SECRET";
            default -> null;
        };
    }
}
