package io.caresettle.protocol.message;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a message looks like to the parser: which of its fields cost memory, and how much at least.
 *
 * <p>Prices are bytes on a JVM with compressed references, a little above what was measured; a test
 * holds each of them to what the parser really allocates.
 */
final class Shape {

  /** A field that costs nothing beyond the message that it stands in. */
  static final int FREE = 0;

  /** Bytes or text. */
  static final int TEXT = 1;

  /** Another message, or an entry of a map. */
  static final int MESSAGE = 2;

  /** What the parser does not know and keeps. */
  static final int UNKNOWN = 3;

  /** A list's slot, with the shorter arrays that its growth leaves behind. */
  private static final int SLOT = 20;

  /** What a message that stands alone in its field is built in. */
  private static final int FIELD_BUILDER = 16;

  /** Message and builder: headers, memoised values, unknown fields, builder's parent. */
  private static final int INSTANCE = 88;

  /** A map's entry, its own message and builder. */
  private static final int ENTRY = 240;

  private static final int NO_SUCH_FIELD = -1;

  private final int price;
  private final int[] wireTypes;
  private final int[] kinds;
  private final int[] slots;
  private final boolean[] lists;
  private final @Nullable Shape[] children;

  private Shape(int price, int fields) {
    this.price = price;
    this.wireTypes = new int[fields];
    Arrays.fill(wireTypes, NO_SUCH_FIELD);
    this.kinds = new int[fields];
    this.slots = new int[fields];
    this.lists = new boolean[fields];
    this.children = new Shape[fields];
  }

  static Shape of(Descriptor message) {
    return of(message, new HashMap<>());
  }

  private static Shape of(Descriptor message, Map<Descriptor, Shape> seen) {
    Shape known = seen.get(message);
    if (known != null) {
      return known;
    }
    int highest = 0;
    int price = message.getOptions().getMapEntry() ? ENTRY : INSTANCE;
    for (FieldDescriptor field : message.getFields()) {
      highest = Math.max(highest, field.getNumber());
      price += 2 * width(field);
    }
    if (highest >= Long.SIZE) {
      throw new IllegalArgumentException(
          "A field of ours has a number below 64: " + message.getFullName());
    }
    Shape shape = new Shape(price, highest + 1);
    seen.put(message, shape);
    for (FieldDescriptor field : message.getFields()) {
      shape.add(field, seen);
    }
    return shape;
  }

  private void add(FieldDescriptor field, Map<Descriptor, Shape> seen) {
    int number = field.getNumber();
    wireTypes[number] = field.getLiteType().getWireType();
    lists[number] = field.isRepeated();
    slots[number] = field.isRepeated() ? SLOT : 0;
    switch (field.getJavaType()) {
      case STRING, BYTE_STRING -> kinds[number] = TEXT;
      case MESSAGE -> {
        kinds[number] = MESSAGE;
        slots[number] = Math.max(slots[number], FIELD_BUILDER);
        children[number] = of(field.getMessageType(), seen);
      }
      default -> {
        if (field.isRepeated()) {
          throw new IllegalArgumentException(
              "Numbers are not repeated on this wire, a byte of them takes 24: "
                  + field.getFullName());
        }
      }
    }
  }

  private static int width(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case LONG, DOUBLE -> 8;
      case BOOLEAN -> 1;
      // A builder keeps a field builder beside a message or a list.
      case MESSAGE -> 8;
      default -> 4;
    };
  }

  /** What an instance costs, empty. */
  int price() {
    return price;
  }

  /** What a field of this number and wire type is to the parser. */
  int kind(int number, int wireType) {
    return number < kinds.length && wireTypes[number] == wireType ? kinds[number] : UNKNOWN;
  }

  /** What one more element of this field costs beside itself. */
  int slot(int number) {
    return slots[number];
  }

  boolean isList(int number) {
    return number < lists.length && lists[number];
  }

  Shape child(int number) {
    Shape child = children[number];
    if (child == null) {
      throw new IllegalArgumentException("Field " + number + " holds no message");
    }
    return child;
  }
}
