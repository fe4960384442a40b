package io.caresettle.protocol.certificate;

import static io.caresettle.protocol.certificate.TestAuthority.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x509.CertificateList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("OpenSSL, where there is one,")
@Timeout(180)
class OpenSslTests {

  private static final String USER_ID = "distid:1234567812345678";
  private static final TestAuthority AUTHORITY = new TestAuthority(TrustProfile.TEST);
  private static final CertifiedKeys TILL =
      AUTHORITY.certified(Subject.terminal("TILL-1", "P00000000001"));

  @TempDir Path folder;

  @BeforeAll
  static void needsOpenSslWithSm2() {
    String reason = "no openssl with SM2 on this machine: nothing to compare with";
    boolean there = false;
    try {
      there = run("openssl", "ecparam", "-name", "SM2", "-noout").exit() == 0;
    } catch (IOException e) {
      reason += " (" + e.getClass().getSimpleName() + ")";
    }
    if (!there) {
      System.out.println("Skipped: " + reason);
    }
    assumeTrue(there, reason);
  }

  @Test
  void verifiesOurCertificatesUpToTheRoot() throws IOException {
    CertificatePair pair = TILL.certificates();
    Path root = write("root.pem", AUTHORITY.root().certificate().pem());
    Path issuing = write("issuing.pem", AUTHORITY.issuing().certificate().pem());
    Result above = verify(root, issuing);
    assertEquals(0, above.exit(), above.output());
    for (PartyCertificate each : List.of(pair.signing(), pair.encryption())) {
      Path certificate = write("certificate.pem", each.pem());
      Result verified = verify(issuing, certificate);
      assertEquals(0, verified.exit(), verified.output());
      Result text = run("openssl", "x509", "-noout", "-text", "-in", certificate.toString());
      assertTrue(text.output().contains("SM2-with-SM3"), text.output());
      assertTrue(text.output().contains("CN = TILL-1"), text.output());
    }
    Path stranger =
        write("stranger.pem", new TestAuthority(TrustProfile.TEST).root().certificate().pem());
    assertTrue(verify(stranger, issuing).exit() != 0);
  }

  @Test
  void verifiesOurRevocationListsAndReadsWhatTheySay() throws IOException {
    String serial = TILL.certificates().signing().serial();
    RevocationList list =
        AUTHORITY
            .root()
            .revoke(
                7,
                NOW,
                NOW.plusSeconds(60),
                List.of(new Revocation(serial, NOW, RevocationReason.KEY_COMPROMISE)));
    Result read =
        run("openssl", "crl", "-noout", "-text", "-in", write("list.pem", list.pem()).toString());
    assertEquals(0, read.exit(), read.output());
    assertTrue(read.output().contains("Key Compromise"), read.output());
    String compact = read.output().replace(":", "").toLowerCase(Locale.ROOT);
    assertTrue(compact.contains(serial), read.output());

    // OpenSSL 3.0 cannot be told the user id of a list: its signature is verified by itself.
    CertificateList der = CertificateList.getInstance(list.encoded());
    Path signed = folder.resolve("signed");
    Path signature = folder.resolve("signature");
    Files.write(signed, der.getTBSCertList().getEncoded());
    Files.write(signature, der.getSignature().getOctets());
    Path key =
        write(
            "key.pem",
            Pem.write(
                "PUBLIC KEY", Der.encode(Der.info(AUTHORITY.root().certificate().publicKey()))));
    Result verified =
        run(
            "openssl",
            "pkeyutl",
            "-verify",
            "-rawin",
            "-digest",
            "sm3",
            "-pkeyopt",
            USER_ID,
            "-pubin",
            "-inkey",
            key.toString(),
            "-in",
            signed.toString(),
            "-sigfile",
            signature.toString());
    assertEquals(0, verified.exit(), verified.output());
  }

  @Test
  void verifiesOurRequests() throws IOException {
    CertificateRequest request =
        CertificateRequest.make(TILL.certificates().subject(), TILL.keys());
    Result read =
        run(
            "openssl",
            "req",
            "-verify",
            "-noout",
            "-vfyopt",
            USER_ID,
            "-in",
            write("request.pem", request.pem()).toString());
    assertEquals(0, read.exit(), read.output());
    assertTrue(read.output().contains("OK"), read.output());
    assertEquals(request.identity(), CertificateRequest.parsePem(request.pem()).identity());
  }

  @Test
  void makesARootThatWeReadAndTrust() throws IOException {
    Path key = folder.resolve("key.pem");
    Path made = folder.resolve("made.pem");
    assertEquals(
        0,
        run("openssl", "ecparam", "-name", "SM2", "-genkey", "-noout", "-out", key.toString())
            .exit());
    Result self =
        run(
            "openssl",
            "req",
            "-x509",
            "-new",
            "-sm3",
            "-sigopt",
            USER_ID,
            "-key",
            key.toString(),
            "-subj",
            "/OU=AUTHORITY/CN=OPENSSL-ROOT",
            "-addext",
            "keyUsage=critical,keyCertSign,cRLSign",
            "-days",
            "30",
            "-utf8",
            "-out",
            made.toString());
    assertEquals(0, self.exit(), self.output());
    PartyCertificate root = PartyCertificate.parsePem(Files.readString(made));
    assertEquals("OPENSSL-ROOT", root.partyId());
    assertEquals(List.of(root), Trust.in(TrustProfile.PRODUCTION, List.of(root)).roots());
  }

  /** One step of the chain: OpenSSL 3.0 gives the user id to the lowest certificate alone. */
  private Result verify(Path authority, Path certificate) throws IOException {
    return run(
        "openssl",
        "verify",
        "-x509_strict",
        "-partial_chain",
        "-attime",
        Long.toString(NOW.getEpochSecond()),
        "-vfyopt",
        USER_ID,
        "-trusted",
        authority.toString(),
        certificate.toString());
  }

  private Path write(String name, String pem) throws IOException {
    return Files.writeString(folder.resolve(name), pem);
  }

  private record Result(int exit, String output) {}

  private static Result run(String... command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("openssl did not end");
      }
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
    return new Result(process.exitValue(), output);
  }
}
