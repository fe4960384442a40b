package io.caresettle.sim.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.console.ExitCode;
import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.enrolment.ActivationCode;
import io.caresettle.protocol.enrolment.EnrolmentRequest;
import io.caresettle.protocol.enrolment.Invitation;
import io.caresettle.protocol.keys.PartyKeys;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The centre's clerk")
@Timeout(180)
class EnrolCommandTest {

  private static final Subject TILL = Subject.terminal("TILL-3", "TEST00000001");
  private final SecureRandom random = new SecureRandom();
  private final StringWriter errors = new StringWriter();

  @TempDir Path folder;

  @Test
  void givesCertificatesToWhoeverBringsTheCode() throws IOException {
    PipedReader said = new PipedReader();
    CompletableFuture<Integer> clerk = clerk(new PrintWriter(new PipedWriter(said), true));
    String code = code(said);
    Invitation invitation = Invitation.parse(Files.readString(folder.resolve("TILL-3.invitation")));
    EnrolmentRequest request = request(invitation, ActivationCode.parse(code));
    Files.write(folder.resolve("TILL-3.request"), request.encoded());
    assertEquals(ExitCode.GOOD, clerk.join());

    CertifiedKeys enrolled = request.complete(Files.readAllBytes(folder.resolve("TILL-3.answer")));

    assertEquals(TILL, enrolled.certificates().subject());
    assertTrue(enrolled.certificates().isTest());
  }

  @Test
  void answersNobodyWhoSendsSomethingElse() throws IOException {
    PipedReader said = new PipedReader();
    CompletableFuture<Integer> clerk = clerk(new PrintWriter(new PipedWriter(said), true));
    String unused = code(said);
    assertNotNull(unused);
    Files.write(folder.resolve("TILL-3.request"), "no request".getBytes(StandardCharsets.UTF_8));
    assertEquals(ExitCode.FOUND, clerk.join());
    assertTrue(errors.toString().contains("the request cannot be read"), errors.toString());
    assertTrue(Files.notExists(folder.resolve("TILL-3.answer")));
  }

  @Test
  void doesNotWaitForEver() {
    StringWriter out = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(errors, true))
            .execute(
                "enrol",
                "--terminal",
                "TILL-3",
                "--institution",
                "TEST00000001",
                "--folder",
                folder.toString(),
                "--wait",
                "PT0.3S");
    assertEquals(ExitCode.FOUND, code);
    assertTrue(errors.toString().contains("no request came"), errors.toString());
  }

  private CompletableFuture<Integer> clerk(PrintWriter out) {
    return CompletableFuture.supplyAsync(
        () ->
            Main.commandLine()
                .setOut(out)
                .setErr(new PrintWriter(errors, true))
                .execute(
                    "enrol",
                    "--terminal",
                    TILL.partyId(),
                    "--institution",
                    TILL.institutionCode(),
                    "--folder",
                    folder.toString()));
  }

  /** The code, once the clerk waits for the request. */
  private static String code(PipedReader said) throws IOException {
    BufferedReader lines = new BufferedReader(said);
    String code = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("activation code")) {
        code = line.substring(line.lastIndexOf(' ') + 1);
      } else if (line.contains("waiting for")) {
        break;
      }
    }
    return code;
  }

  private EnrolmentRequest request(Invitation invitation, ActivationCode code) {
    return EnrolmentRequest.make(
        invitation,
        TrustProfile.TEST,
        code,
        TILL,
        PartyKeys.generate(TILL.partyId(), random),
        Clock.systemUTC(),
        random);
  }
}
