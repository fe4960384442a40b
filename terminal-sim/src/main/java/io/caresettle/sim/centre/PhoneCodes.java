package io.caresettle.sim.centre;

import io.caresettle.credential.code.CodePayload;
import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.Misuse;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.sim.phone.CodeIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;

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
  public Shown checkNational(String text, Instant now) {
    return issuer
        .national()
        .open(text)
        .<Shown>map(
            issued ->
                now.isBefore(issued.issued()) || !now.isBefore(issued.expires())
                    ? new Shown.NotValidNow()
                    : new Shown.Genuine(issuer.pseudonymOf(issued.personNumber()), digest(text)))
        .orElse(new Shown.NotGenuine());
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Sm3.digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  public String pseudonymOf(String personNumber) {
    return issuer.pseudonymOf(personNumber);
  }
}
