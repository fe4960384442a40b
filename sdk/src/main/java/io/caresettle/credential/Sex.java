package io.caresettle.credential;

/** What the order number (顺序码) of an identity number says: odd male, even female. */
public enum Sex {
  MALE,
  FEMALE
}
