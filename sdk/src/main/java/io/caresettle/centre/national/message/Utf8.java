package io.caresettle.centre.national.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Text of bytes that are UTF-8, and what else they may be where they are not. */
final class Utf8 {

  private static final int MARK_BYTES = 3;

  private Utf8() {}

  /** A byte-order mark in front is skipped. */
  static String text(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (bytes.length >= MARK_BYTES
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF) {
      in.position(MARK_BYTES);
    }
    CharBuffer out = CharBuffer.allocate(in.remaining());
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw new Unreadable(
          Unreadable.Why.NOT_UTF8, "byte " + in.position(), "send it in UTF-8" + guess(bytes));
    }
    return out.flip().toString();
  }

  private static String guess(byte[] bytes) {
    if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
      return "; it looks like UTF-16";
    }
    try {
      Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(bytes));
      return "; it looks like GBK";
    } catch (CharacterCodingException neither) {
      return "";
    }
  }
}
