package io.caresettle.centre.national.field;

/** Which way a message goes. */
public enum Direction {
  /** The institution sends; also the one notification that the platform sends. */
  INPUT,
  /** The answer. */
  OUTPUT
}
