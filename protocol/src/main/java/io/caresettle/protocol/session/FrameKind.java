package io.caresettle.protocol.session;

/** The first byte of every frame. */
final class FrameKind {

  /** The centre speaks other versions than the terminal: 00, lowest, highest. */
  static final int VERSIONS = 0;

  static final int HELLO = 1;
  static final int RESPONSE = 2;
  static final int CONFIRM = 3;
  static final int ENVELOPE = 4;

  private FrameKind() {}
}
