package io.caresettle.centre.national.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Somebody with a certificate of their own that lives as long as a test. */
final class TlsStore {

  private static final char[] PASSWORD = "throw-away".toCharArray();

  private final KeyStore keys;

  private TlsStore(KeyStore keys) {
    this.keys = keys;
  }

  /** Signed by itself, with the JDK's own tool. */
  static TlsStore named(Path folder, String name)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve(name + ".p12");
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!tool.waitFor(120, TimeUnit.SECONDS) || tool.exitValue() != 0) {
      throw new AssertionError("keytool made no certificate for " + name);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return new TlsStore(keys);
  }

  /** Shows the own certificate, and believes that of {@code other} alone. */
  SSLContext believing(TlsStore other) throws GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    return context(own.getKeyManagers(), other);
  }

  /** Shows nothing, and believes that of {@code other} alone. */
  static SSLContext without(TlsStore other) throws GeneralSecurityException {
    return context(new KeyManager[0], other);
  }

  private static SSLContext context(KeyManager[] shown, TlsStore other)
      throws GeneralSecurityException {
    KeyStore believed = KeyStore.getInstance("PKCS12");
    try {
      believed.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    String alias = other.keys.aliases().nextElement();
    believed.setCertificateEntry(alias, other.keys.getCertificate(alias));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(believed);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown, trust.getTrustManagers(), new SecureRandom());
    return context;
  }
}
