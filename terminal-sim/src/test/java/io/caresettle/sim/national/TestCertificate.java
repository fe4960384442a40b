package io.caresettle.sim.national;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A key and its certificate, signed by itself with the JDK's own tool, in files of a test. */
final class TestCertificate {

  static final char[] PASSWORD = "throw-away".toCharArray();

  private final String name;
  private final Path keys;
  private final Path certificates;

  private TestCertificate(String name, Path keys, Path certificates) {
    this.name = name;
    this.keys = keys;
    this.certificates = certificates;
  }

  /**
   * @param host to whom it belongs
   * @param more arguments of the tool, such as when it begins to be valid
   */
  static TestCertificate of(Path folder, String name, String host, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path keys = folder.resolve(name + ".p12");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + host));
    arguments.addAll(List.of(more));
    tool(name, keys, arguments);
    return new TestCertificate(name, keys, believing(folder, name, store(keys)));
  }

  /** The same key with a certificate that {@code authority} gives it, and that has expired. */
  TestCertificate expired(Path folder, TestCertificate authority, String host)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path asked = folder.resolve(name + ".csr");
    Path given = folder.resolve(name + ".crt");
    tool(name, keys, List.of("-certreq", "-file", asked.toString()));
    tool(
        authority.name,
        authority.keys,
        List.of(
            "-gencert",
            "-infile",
            asked.toString(),
            "-outfile",
            given.toString(),
            "-ext",
            "san=" + host,
            "-startdate",
            "-20d",
            "-validity",
            "10"));
    Certificate certificate;
    try (InputStream in = Files.newInputStream(given)) {
      certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
    KeyStore both = store(keys);
    both.setKeyEntry(
        name,
        both.getKey(name, PASSWORD),
        PASSWORD,
        new Certificate[] {certificate, store(authority.keys).getCertificate(authority.name)});
    Path old = folder.resolve(name + "-expired.p12");
    try (var out = Files.newOutputStream(old)) {
      both.store(out, PASSWORD);
    }
    return new TestCertificate(name, old, certificates);
  }

  private static void tool(String alias, Path keys, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(arguments);
    command.addAll(
        List.of(
            "-alias",
            alias,
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            keys.toString()));
    Process tool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!tool.waitFor(120, TimeUnit.SECONDS) || tool.exitValue() != 0) {
      throw new AssertionError("keytool does not " + arguments.get(0) + " for " + alias);
    }
  }

  private static Path believing(Path folder, String name, KeyStore shown)
      throws IOException, GeneralSecurityException {
    KeyStore believed = KeyStore.getInstance("PKCS12");
    believed.load(null, null);
    believed.setCertificateEntry(name, shown.getCertificate(name));
    Path certificates = folder.resolve(name + "-certificate.p12");
    try (var out = Files.newOutputStream(certificates)) {
      believed.store(out, PASSWORD);
    }
    return certificates;
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }

  /** With the key. */
  Path keys() {
    return keys;
  }

  /** With the certificate alone, for whoever is to believe it. */
  Path certificates() {
    return certificates;
  }

  /** Shows this one, and believes {@code other} alone. */
  SSLContext believing(TestCertificate other) throws IOException, GeneralSecurityException {
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(store(keys), PASSWORD);
    return context(own.getKeyManagers(), other);
  }

  /** Shows nothing, and believes {@code other} alone. */
  static SSLContext nothingBut(TestCertificate other) throws IOException, GeneralSecurityException {
    return context(new KeyManager[0], other);
  }

  private static SSLContext context(KeyManager[] shown, TestCertificate other)
      throws IOException, GeneralSecurityException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store(other.certificates));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown, trust.getTrustManagers(), new SecureRandom());
    return context;
  }
}
