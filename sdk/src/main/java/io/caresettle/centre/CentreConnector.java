package io.caresettle.centre;

import java.time.Clock;
import java.util.function.Supplier;

/** Makes the way to a centre, when a terminal opens. Connecting itself may come later. */
@FunctionalInterface
public interface CentreConnector {

  /**
   * The way for one terminal.
   *
   * @param messageIds ids that were never used before, for messages that have none of their own
   * @param clock what messages are stamped with
   * @param certificates keeps those of whoever signs here: this terminal's at once, the centre's
   *     before an answer of it is given out
   */
  Centre connect(
      String institutionCode,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news,
      CertificateBook certificates);

  /**
   * Whether the code of a refusal is the name of what it means, as behind the national interface; a
   * centre of our own protocol has codes of its own.
   */
  default boolean namesWhatRefusalsMean() {
    return false;
  }

  /**
   * The same for a centre whose visits are of several calls.
   *
   * @param calls keeps them
   */
  default Centre connect(
      String institutionCode,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news,
      CertificateBook certificates,
      CallBook calls) {
    return connect(institutionCode, messageIds, clock, news, certificates);
  }
}
