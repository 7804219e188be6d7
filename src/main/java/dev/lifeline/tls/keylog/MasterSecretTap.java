package dev.lifeline.tls.keylog;

import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.KeyGenerator;
import javax.crypto.KeyGeneratorSpi;
import javax.crypto.SecretKey;

/// The master secret of TLS 1.2 (RFC 5246 section 8.1), as the JDK makes it.
public final class MasterSecretTap extends KeyGeneratorSpi {

    private final KeyGenerator own;

    MasterSecretTap(String algorithm) throws NoSuchAlgorithmException {
        try {
            own = KeyGenerator.getInstance(algorithm, "SunJCE");
        } catch (NoSuchProviderException e) {
            throw new NoSuchAlgorithmException(e);
        }
    }

    @Override
    protected void engineInit(SecureRandom random) {
        own.init(random);
    }

    @Override
    protected void engineInit(AlgorithmParameterSpec what, SecureRandom random) throws InvalidAlgorithmParameterException {
        own.init(what, random);
    }

    @Override
    protected void engineInit(int bits, SecureRandom random) {
        own.init(bits, random);
    }

    @Override
    protected SecretKey engineGenerateKey() {
        SecretKey key = own.generateKey();
        TapProvider.seen("CLIENT_RANDOM", key.getEncoded());
        return key;
    }
}
