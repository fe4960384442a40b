package io.caresettle.protocol.link;

import java.util.Optional;

/** The words with which calls end that end on this side of the line. */
final class Endings {

  static final Reply.NotSent INTERRUPTED_BEFORE =
      new Reply.NotSent(
          Reply.NotSent.Why.INTERRUPTED, "The calling thread was interrupted before sending");
  static final Reply.NoAnswer INTERRUPTED_AFTER =
      new Reply.NoAnswer(
          Reply.NoAnswer.Why.INTERRUPTED, "The calling thread was interrupted after sending");
  static final Reply.NoAnswer DEADLINE_AFTER =
      new Reply.NoAnswer(Reply.NoAnswer.Why.DEADLINE, "The deadline passed without an answer");

  private Endings() {}

  /**
   * @param lastFailure why there was no session the last time somebody looked
   */
  static Reply.NotSent deadlineBefore(Optional<Reply.NotSent> lastFailure) {
    String text = "The deadline passed before there was a session to send on";
    return new Reply.NotSent(
        Reply.NotSent.Why.DEADLINE,
        lastFailure.map(failure -> text + ". " + failure.text()).orElse(text));
  }

  static Reply.NotSent linkClosed(String centre) {
    return new Reply.NotSent(Reply.NotSent.Why.LINK_CLOSED, "The link to " + centre + " is closed");
  }

  static Reply.NotSent tooLarge(int found, int most) {
    return new Reply.NotSent(
        Reply.NotSent.Why.TOO_LARGE, "A payload of " + found + " bytes is longer than " + most);
  }

  static Reply.NotSent busy(LinkSettings settings) {
    return new Reply.NotSent(
        Reply.NotSent.Why.BUSY,
        settings.maxInFlight()
            + " calls or "
            + settings.maxInFlightBytes()
            + " bytes of them are in flight already: wait for one of them");
  }

  static Reply.NotSent brokeTooOften(String centre, int times) {
    return new Reply.NotSent(
        Reply.NotSent.Why.UNREACHABLE,
        "The line to " + centre + " broke " + times + " times before it was used");
  }
}
