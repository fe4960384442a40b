package io.caresettle.sdk;

import io.caresettle.centre.Asking;
import io.caresettle.centre.CodeRequest;
import io.caresettle.credential.CodeUse;
import io.caresettle.credential.CodeUse.Business;
import io.caresettle.credential.Credential;
import io.caresettle.credential.NationalCode;
import io.caresettle.eligibility.Institution;
import java.time.Duration;
import java.util.Optional;

/**
 * What the centre itself finds of the credentials at one counter: its look-ups name it, so that the
 * centre need not take the terminal's word.
 */
final class CentreProofs {

  private final Terminal terminal;
  private final String operator;

  CentreProofs(Terminal terminal, String operator) {
    this.terminal = terminal;
    this.operator = operator;
  }

  /** What a code is shown for here when nobody says more. */
  CodeUse usual() {
    return new CodeUse(
        terminal.institution().kind() == Institution.Kind.PHARMACY
            ? Business.PURCHASE
            : Business.SETTLEMENT);
  }

  /** The centre's proof of {@code shown} at this visit; a national code is bound to it for that. */
  Optional<String> of(Credential shown, String visitNumber, CodeUse use, Duration within) {
    if (shown instanceof NationalCode code) {
      CodeRequest request = CodeRequest.of(code, use, asking(visitNumber));
      return Optional.of(
          CredentialRefusals.require(
                  terminal.centre().credentials().resolve(request, within),
                  "The code's resolution for visit " + visitNumber)
              .bindingId());
    }
    return Optional.empty();
  }

  private Asking asking(String visitNumber) {
    return new Asking(terminal.institution().code(), terminal.slot(), visitNumber, operator);
  }
}
