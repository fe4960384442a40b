package io.caresettle.protocol.link;

/** What became of one attempt at one address. */
sealed interface Dialled {

  /** There is a session. */
  record Opened(Line line) implements Dialled {}

  /** There is none. */
  record Failed(Reply.NotSent reason) implements Dialled {}
}
