package io.caresettle.protocol.message;

import com.google.protobuf.WireFormat;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.MessageRejected.Why;

/**
 * One walk over the bytes of a message before they are parsed, which allocates nothing and adds up
 * what parsing would.
 *
 * <p>It is at least as strict as the parser: what passes here has whole fields, no groups, no field
 * number 0 and no number longer than it may be.
 */
final class Walk {

  /** A string or a byte string, and the array under it. */
  private static final int TEXT = 64;

  /** Characters that text beyond ASCII is decoded through, and so much more for each byte of it. */
  private static final int DECODED = 40;

  private static final int DECODED_PER_BYTE = 4;

  /** A list with its first array, paid with its first element. */
  private static final int LIST = 112;

  /**
   * A field that is kept though nobody knows it: entry, lists, boxes, and all of it copied once.
   */
  private static final int UNKNOWN = 400;

  /** The set that unknown fields of one message are kept in. */
  private static final int UNKNOWN_SET = 320;

  private final String expected;
  private final byte[] bytes;
  private final long limit;
  private int position;
  private long price;

  Walk(String expected, byte[] bytes, long limit) {
    this.expected = expected;
    this.bytes = bytes;
    this.limit = limit;
  }

  /**
   * Walks to the end, and says what parsing will cost.
   *
   * @throws MessageRejected if the bytes are malformed, or would cost more than the limit
   */
  long through(Shape shape) {
    message(shape, bytes.length);
    return price;
  }

  private void message(Shape shape, int end) {
    pay(shape.price());
    boolean known = true;
    long lists = 0;
    while (position < end) {
      int tag = number(end);
      int field = tag >>> 3;
      int wireType = tag & 7;
      if (field == 0) {
        throw malformed();
      }
      int length = skipped(wireType, end);
      if (shape.isList(field) && (lists & 1L << field) == 0) {
        lists |= 1L << field;
        pay(LIST);
      }
      switch (shape.kind(field, wireType)) {
        case Shape.TEXT -> pay(shape.slot(field) + text(length));
        case Shape.UNKNOWN -> {
          pay(UNKNOWN + (known ? UNKNOWN_SET : 0) + length);
          known = false;
        }
        case Shape.MESSAGE -> {
          position -= length;
          pay(shape.slot(field));
          message(shape.child(field), position + length);
        }
        default -> {}
      }
    }
  }

  /** What the text or the bytes behind us cost; an empty one is shared. */
  private long text(int length) {
    long most = length == 0 ? 0 : TEXT + length;
    for (int i = position - length; i < position; i++) {
      if (bytes[i] < 0) {
        return most + DECODED + (long) DECODED_PER_BYTE * length;
      }
    }
    return most;
  }

  /** Goes behind the value of a field, and says how many bytes of content it has. */
  private int skipped(int wireType, int end) {
    switch (wireType) {
      case WireFormat.WIRETYPE_VARINT -> {
        skipVarint(end);
        return 0;
      }
      case WireFormat.WIRETYPE_FIXED64 -> {
        skip(8, end);
        return 0;
      }
      case WireFormat.WIRETYPE_FIXED32 -> {
        skip(4, end);
        return 0;
      }
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
        int length = number(end);
        skip(length, end);
        return length;
      }
      default -> throw malformed();
    }
  }

  private void skip(int length, int end) {
    if (length < 0 || length > end - position) {
      throw malformed();
    }
    position += length;
  }

  private void skipVarint(int end) {
    for (int i = 0; i < 10; i++) {
      if (next(end) >= 0) {
        return;
      }
    }
    throw malformed();
  }

  /** A tag or a length: five bytes at most, negative where its top bit is set. */
  private int number(int end) {
    int number = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte next = next(end);
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        if (shift == 28 && next > 0x0f) {
          throw malformed();
        }
        return number;
      }
    }
    throw malformed();
  }

  private byte next(int end) {
    if (position >= end) {
      throw malformed();
    }
    return bytes[position++];
  }

  private void pay(long more) {
    price += more;
    if (price > limit) {
      throw MessageRejected.because(Why.TOO_DENSE, expected, bytes.length);
    }
  }

  private MessageRejected malformed() {
    return MessageRejected.because(Why.MALFORMED, expected, bytes.length);
  }
}
