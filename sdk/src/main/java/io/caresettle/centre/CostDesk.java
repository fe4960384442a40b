package io.caresettle.centre;

import java.time.Duration;
import java.time.Instant;

/**
 * Where the centre is told of costs that no fund settled (NT 41). Nothing here moves money. As with
 * every call of a {@link Centre}, nothing is thrown for what the line or the other end does.
 */
public interface CostDesk {

  /** Makes the message exactly as it will be sent, for the caller to keep. Sends nothing. */
  Opaque prepare(Costs costs);

  /**
   * Tells costs. The caller has made {@code prepared} durable before. The same may be told again
   * and again, and is recorded once.
   */
  Reply<CostsRecorded> upload(Opaque prepared, Duration within);

  /**
   * Takes costs back, as before their bill is settled after all. Those that have not arrived are
   * refused when they do. It may be said again.
   *
   * @param requestId of the costs
   * @return when they were taken back
   */
  Reply<Instant> withdraw(String requestId, String reason, String operator, Duration within);
}
