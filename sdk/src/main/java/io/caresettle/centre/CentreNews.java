package io.caresettle.centre;

import java.net.InetSocketAddress;

/** What a way to a centre tells besides its answers. */
public interface CentreNews {

  /** A message was given to the line. */
  void sent(String type, int bytes, int sealedBytes);

  /** An authentic message came. */
  void received(String type, int bytes, int sealedBytes);

  /** An answer to such a message, or the other end itself, was not authentic. */
  void notAuthentic(String type);

  /**
   * There is no session with the centre at this address; the next one is tried, where there is one.
   *
   * @param reason whose turn it is
   */
  default void addressFailed(InetSocketAddress address, String reason) {}

  /** An answer lacks something, or contradicts itself or what was sent. */
  default void found(AnswerFinding finding) {}

  /** A receipt came for which nobody waits any more; it is as good as one in time. */
  void lateReceipt(Receipt receipt);
}
