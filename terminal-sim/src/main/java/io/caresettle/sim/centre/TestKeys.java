package io.caresettle.sim.centre;

import io.caresettle.protocol.certificate.CertificateAuthority;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.PartyCertificate;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.keys.PartyKeys;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The simulator's keys and certificates, and the authority that gave them. Their private halves lie
 * in this jar for everybody to read, so that a centre and a counter in two processes know each
 * other; every certificate is marked as test, and no production profile takes one.
 */
public final class TestKeys {

  private static final List<String> INSTITUTIONS =
      List.of(
          "TEST00000001",
          "TEST00000002",
          "TEST00000003",
          "TEST00000004",
          "TEST00000011",
          "TEST00000012");

  private TestKeys() {}

  /** The simulated centre's. */
  public static CertifiedKeys centre() {
    return certified("centre");
  }

  /** The party id of the simulated centre. */
  public static String centreId() {
    return centre().keys().identity().partyId();
  }

  /** Those of the one terminal that each invented institution has. */
  public static CertifiedKeys terminal(String institutionCode) {
    if (!INSTITUTIONS.contains(institutionCode)) {
      throw new IllegalArgumentException(
          "Only the simulator's institutions have test keys: " + INSTITUTIONS);
    }
    return certified(institutionCode);
  }

  /** The test root, which no production profile takes. */
  public static PartyCertificate root() {
    return PartyCertificate.parsePem(read("root.pem"));
  }

  /** Trust in the test root, with nothing revoked. Each call makes another one. */
  public static Trust trust() {
    return Trust.in(TrustProfile.TEST, List.of(root()));
  }

  /** The authority below the test root, which issues and revokes. */
  public static CertificateAuthority authority() {
    PartyCertificate certificate = PartyCertificate.parsePem(read("authority.pem"));
    return CertificateAuthority.of(
        PartyKeys.parse(read("authority.txt")).signing(), certificate, List.of(certificate));
  }

  static List<String> institutions() {
    return INSTITUTIONS;
  }

  private static CertifiedKeys certified(String name) {
    return new CertifiedKeys(
        PartyKeys.parse(read(name + ".txt")), CertificatePair.parsePem(read(name + ".pem")));
  }

  private static String read(String name) {
    try (InputStream in = TestKeys.class.getResourceAsStream("/centre/test-keys/" + name)) {
      if (in == null) {
        throw new IllegalStateException("The test keys are missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
