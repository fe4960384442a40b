package io.caresettle.samples;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.enrolment.ActivationCode;
import io.caresettle.protocol.enrolment.EnrolmentRequest;
import io.caresettle.protocol.enrolment.Invitation;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.keystore.KeySet;
import io.caresettle.protocol.keystore.Password;
import io.caresettle.protocol.keystore.Pkcs12Vault;
import io.caresettle.sdk.Terminal;
import io.caresettle.sdk.TerminalConfig;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.centre.EnrolmentClerk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A new till gets its certificates with a code, keeps its keys under a password, and signs in. */
public final class EnrolATill {

  private EnrolATill() {}

  public static void main(String... args) throws IOException {
    SecureRandom random = new SecureRandom();
    Clock clock = Simulator.atTen();
    Subject till = Subject.terminal("TILL-3", Simulator.PHARMACY.code());
    Path file = Files.createTempFile("till-3-", ".p12");
    // In a shop the operator enters it, the system's store hands it out, or a token brings it.
    Pkcs12Vault vault =
        Pkcs12Vault.in(file, store -> Password.copyOf("a long password".toCharArray()), random);

    // The centre's clerk hands out two things by two ways: a file, and a code on paper.
    EnrolmentClerk clerk = new EnrolmentClerk(clock);
    Invitation invitation = clerk.invitation(List.of());
    ActivationCode code = clerk.invite(till, Duration.ofDays(7));
    PartyKeys keys = PartyKeys.generate(till.partyId(), random);
    EnrolmentRequest request =
        EnrolmentRequest.make(invitation, TrustProfile.TEST, code, till, keys, clock, random);
    CertifiedKeys enrolled = request.complete(clerk.answer(request.encoded()));
    vault.save(KeySet.of(till.partyId()).with(keys).certified(enrolled.certificates()));
    CertifiedKeys own = vault.load().current(clock.instant());
    try (Simulator sim = Simulator.start()) {
      var trust = invitation.trust(TrustProfile.TEST);
      TerminalConfig.Builder shop =
          sim.pharmacy().centre(sim.centre().address(), own, trust, invitation.centreId());
      try (Terminal terminal = Terminal.open(shop.build())) {
        terminal.signIn();
        System.out.println("已签到 signed in: " + own.certificates().subject());
      }
    }
    Files.delete(file);
  }
}
