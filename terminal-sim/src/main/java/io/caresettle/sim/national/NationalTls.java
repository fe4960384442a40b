package io.caresettle.sim.national;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a national endpoint shows over TLS, and whom it lets in.
 *
 * @param clientsShowTheirs whether who shows no certificate that it believes is turned away
 */
public record NationalTls(SSLContext context, boolean clientsShowTheirs) {

  /**
   * With the key in a PKCS #12 file, such as {@code keytool -genkeypair -storetype PKCS12} makes.
   *
   * @param believed a PKCS #12 file with the certificates of clients; empty lets everybody in
   * @throws GeneralSecurityException when a file is none, or the password is another
   */
  public static NationalTls of(Path keys, char[] password, Optional<Path> believed)
      throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store(keys, password), password);
    TrustManager[] trusted = {};
    if (believed.isPresent()) {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store(believed.get(), password));
      trusted = trust.getTrustManagers();
    }
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted, new SecureRandom());
    return new NationalTls(context, believed.isPresent());
  }

  private static KeyStore store(Path file, char[] password)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    return store;
  }
}
