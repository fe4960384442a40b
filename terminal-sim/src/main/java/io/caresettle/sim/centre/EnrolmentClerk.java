package io.caresettle.sim.centre;

import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.enrolment.ActivationCode;
import io.caresettle.protocol.enrolment.EnrolmentBook;
import io.caresettle.protocol.enrolment.EnrolmentDesk;
import io.caresettle.protocol.enrolment.Invitation;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * The simulated centre's clerk, who invites terminals and gives them test certificates for a year.
 *
 * <p>What she knows of invitations is forgotten with her.
 */
public final class EnrolmentClerk {

  private static final Duration YEAR = Duration.ofDays(365);

  private final EnrolmentDesk desk;

  public EnrolmentClerk(Clock clock) {
    desk =
        new EnrolmentDesk(
            TestKeys.centre(),
            TestKeys.authority(),
            TestKeys.trust(),
            YEAR,
            EnrolmentBook.inMemory(),
            clock,
            new SecureRandom());
  }

  /**
   * What a site gets of the centre, and is no secret.
   *
   * @param addresses where the centre listens, such as {@code 127.0.0.1:7443}
   */
  public Invitation invitation(List<String> addresses) {
    return new Invitation(TestKeys.centre().certificates(), List.of(TestKeys.root()), addresses);
  }

  /** A code with which this terminal can enrol once within {@code life}. */
  public ActivationCode invite(Subject terminal, Duration life) {
    return desk.invite(terminal, life);
  }

  /**
   * The answer to a request, which only the terminal that asked can read.
   *
   * @throws io.caresettle.protocol.ProtocolException if it is no request to this centre
   */
  public byte[] answer(byte[] request) {
    return desk.answer(request);
  }
}
