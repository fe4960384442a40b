package io.caresettle.centre;

/**
 * What became of one call to the centre.
 *
 * @param <T> what a good answer holds
 */
public sealed interface Reply<T> {

  /** The centre answered, and the answer holds together. */
  record Answered<T>(T value) implements Reply<T> {}

  /** The centre said no. */
  record Refused<T>(Refusal refusal) implements Reply<T> {}

  /** Not one byte of the request left this machine: trying again is safe. */
  record NotSent<T>(String why) implements Reply<T> {}

  /** Something may have left, and no answer came that can be believed. */
  record NoAnswer<T>(String why) implements Reply<T> {}

  /**
   * Somebody at the other end could not prove to be the centre, or brought what the centre did not
   * sign. The session is closed; it is the turn of whoever keeps the keys.
   *
   * @param sent whether something of the request may have left; if not, trying again is safe
   */
  record NotAuthentic<T>(boolean sent, String why) implements Reply<T> {}
}
