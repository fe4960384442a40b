package io.caresettle.centre;

/** What became of a settle message, as the centre answers a query. */
public sealed interface Fate {

  /** The centre never saw it. It may still be on the wire, so this is not failure. */
  record NotFound() implements Fate {}

  /** It settled, and the settlement stands. */
  record Standing(Receipt receipt) implements Fate {}

  /** It was undone, or forbidden before it arrived. */
  record WasUndone() implements Fate {}

  /** It was refused; no money moved. */
  record WasRefused(Refusal refusal) implements Fate {}
}
