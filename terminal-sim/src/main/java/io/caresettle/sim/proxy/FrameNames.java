package io.caresettle.sim.proxy;

import io.caresettle.protocol.wire.MessageType;
import io.netty.buffer.ByteBuf;
import java.util.List;

/** What a frame is called, by what it shows in clear. */
final class FrameNames {

  /** By the first byte of a frame. */
  static final List<String> HANDSHAKE =
      List.of("versions", "hello", "response", "confirm", "ready");

  private static final int ENVELOPE = 4;
  private static final int TYPE_IN_ENVELOPE = 19;

  private FrameNames() {}

  /**
   * @param at where the frame begins behind its length
   */
  static String of(ByteBuf frame, int at) {
    int kind = frame.getUnsignedByte(at);
    if (kind < ENVELOPE) {
      return HANDSHAKE.get(kind);
    } else if (kind > ENVELOPE || frame.writerIndex() < at + 1 + TYPE_IN_ENVELOPE + 2) {
      return FaultText.BYTES;
    }
    int number = frame.getUnsignedShort(at + 1 + TYPE_IN_ENVELOPE);
    MessageType type = MessageType.forNumber(number);
    if (number == 0) {
      return "ready";
    }
    return type == null ? FaultText.BYTES : FaultText.of(type);
  }
}
