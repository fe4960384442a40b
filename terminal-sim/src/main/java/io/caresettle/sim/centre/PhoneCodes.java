package io.caresettle.sim.centre;

import io.caresettle.credential.code.CodePayload;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.Misuse;
import io.caresettle.sim.phone.CodeIssuer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** The codes of the simulated phone, asked at the issuer of the simulation. */
record PhoneCodes(CodeIssuer issuer) implements CodeCheck {

  PhoneCodes(Clock clock) {
    this(CodeIssuer.ofTheSimulation(clock));
  }

  @Override
  public Shown check(String text, Instant now) {
    InsuranceCodeReader reader =
        new InsuranceCodeReader(issuer.keys(), Clock.fixed(now, ZoneOffset.UTC));
    try {
      reader.fromText(text);
      CodePayload payload = CodePayload.unproved(text);
      return new Shown.Genuine(payload.pseudonym(), payload.nonce());
    } catch (CredentialRefused e) {
      return switch (e.reason()) {
        case CODE_EXPIRED, CODE_NOT_YET_VALID -> new Shown.NotValidNow();
        default -> new Shown.NotGenuine();
      };
    } catch (Misuse | IllegalArgumentException e) {
      return new Shown.NotGenuine();
    }
  }

  @Override
  public String pseudonymOf(String personNumber) {
    return issuer.pseudonymOf(personNumber);
  }
}
