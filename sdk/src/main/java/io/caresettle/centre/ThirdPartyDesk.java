package io.caresettle.centre;

import io.caresettle.eligibility.ThirdPartyDecision;
import io.caresettle.eligibility.ThirdPartyDeclaration;
import io.caresettle.identity.Patient;
import java.time.Duration;

/**
 * Where injuries are declared, and it is decided whether funds pay for them (JS 38¶2, SZ 57¶2;
 * R-SCOPE-03). As with every call of a {@link Centre}, nothing is thrown for what the line or the
 * other end does.
 */
public interface ThirdPartyDesk {

  /**
   * Declares the injury that a visit is for. A visit has one declaration, and the id of the request
   * follows from it: a lost answer is asked for again under the same id, for as long as {@code
   * within} lasts.
   *
   * @param patient who was registered for the visit
   */
  Reply<ThirdPartyDecision> declare(
      ThirdPartyDeclaration declaration, Patient patient, String operator, Duration within);
}
