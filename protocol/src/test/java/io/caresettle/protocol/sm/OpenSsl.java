package io.caresettle.protocol.sm;

import io.caresettle.protocol.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.junit.jupiter.api.Assumptions;

/**
 * The machine's {@code openssl}, asked many things by one script: starting it is what takes time.
 *
 * <p>Its version 3.0 has SM2, SM3 and SM4 in ECB, CBC and CTR, and no SM4-GCM on the command line.
 */
final class OpenSsl {

  private static final ASN1ObjectIdentifier SM2 = new ASN1ObjectIdentifier("1.2.156.10197.1.301");
  private static final ASN1ObjectIdentifier EC = new ASN1ObjectIdentifier("1.2.840.10045.2.1");

  private final Path directory;
  private final List<String> script = new ArrayList<>();

  OpenSsl(Path directory) {
    this.directory = directory;
  }

  /** Stops the test where there is none: as failed if it must be there, else as skipped. */
  static void mustBeThere() {
    String absent =
        "No openssl with SM2, SM3 and SM4 on this machine: nothing was compared with it";
    boolean there;
    try {
      Process probe = new ProcessBuilder("sh", "-c", "openssl list -cipher-algorithms").start();
      String listed = new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      there = listed.contains("SM4-CTR");
    } catch (IOException e) {
      there = false;
    }
    if (!there) {
      System.out.println(absent);
      if (Tier.devicesAreRequired()) {
        throw new AssertionError(absent);
      }
    }
    Assumptions.assumeTrue(there, absent);
  }

  void give(String name, byte[] bytes) {
    try {
      Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] take(String name) {
    try {
      return Files.readAllBytes(directory.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts off {@code openssl arguments} until {@link #run}. */
  void later(String arguments) {
    script.add("openssl " + arguments + " || echo FAILED: " + script.size());
  }

  /** Runs what was put off; what was printed. */
  String run() {
    give("script", (String.join("\n", script) + "\n").getBytes(StandardCharsets.UTF_8));
    script.clear();
    try {
      Process shell =
          new ProcessBuilder("sh", "script")
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve("printed").toFile())
              .start();
      if (!shell.waitFor(10, TimeUnit.MINUTES)) {
        shell.destroyForcibly();
        throw new AssertionError("openssl did not come to an end");
      }
      return new String(take("printed"), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** A private key as {@code -inkey FILE -keyform DER} reads it: PKCS 8. */
  static byte[] privateKey(Sm2PrivateKey key) {
    ASN1EncodableVector ec = new ASN1EncodableVector();
    ec.add(new ASN1Integer(1));
    ec.add(new DEROctetString(key.encoded(InsecureSecretAccess.get())));
    ec.add(new DERTaggedObject(1, new DERBitString(key.publicKey().encoded())));
    ASN1EncodableVector all = new ASN1EncodableVector();
    all.add(new ASN1Integer(0));
    all.add(algorithm());
    try {
      all.add(new DEROctetString(new DERSequence(ec)));
      return new DERSequence(all).getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DERSequence algorithm() {
    ASN1EncodableVector algorithm = new ASN1EncodableVector();
    algorithm.add(EC);
    algorithm.add(SM2);
    return new DERSequence(algorithm);
  }
}
