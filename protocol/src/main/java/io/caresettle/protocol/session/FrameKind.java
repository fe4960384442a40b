package io.caresettle.protocol.session;

/** The first byte of every frame. */
final class FrameKind {

  static final int HELLO = 1;
  static final int RESPONSE = 2;
  static final int CONFIRM = 3;
  static final int ENVELOPE = 4;

  private FrameKind() {}
}
