package io.caresettle.identity;

import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Refusals that tell a moment. */
final class CredentialMoments {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private CredentialMoments() {}

  /** The owner bears what was taken before the report (R-ID-07, NT 48), so the moment is told. */
  static CredentialRefused lost(Optional<Instant> since) {
    if (since.isEmpty()) {
      return new CredentialRefused(Reason.REPORTED_LOST);
    }
    String moment = MOMENT.format(since.get());
    return new CredentialRefused(
        Reason.REPORTED_LOST, "挂失时间 " + moment + " / reported lost at " + moment);
  }
}
