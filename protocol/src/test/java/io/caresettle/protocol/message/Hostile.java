package io.caresettle.protocol.message;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.caresettle.protocol.Payload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes payloads that are small on the wire and large in memory. */
final class Hostile {

  /** A payload, and where in which message it repeats what. */
  record Bytes(String what, Payload payload) {

    Bytes(String what, byte[] bytes) {
      this(what, Payload.copyOf(bytes));
    }

    byte[] bytes() {
      return payload.bytes();
    }
  }

  private interface Writer {
    void to(CodedOutputStream out) throws IOException;
  }

  private Hostile() {}

  /** For each field of each message inside {@code prototype}: that field, {@code times} times. */
  static List<Bytes> of(Message prototype, int times) {
    List<Bytes> all = new ArrayList<>();
    inside(
        prototype.getDescriptorForType(),
        prototype.getDescriptorForType().getName(),
        times,
        all::add);
    return all;
  }

  private static void inside(Descriptor message, String path, int times, Consumer<Bytes> found) {
    for (FieldDescriptor field : message.getFields()) {
      String at = path + "." + field.getName();
      int number = field.getNumber();
      for (byte[] value : values(field)) {
        byte[] one = bytes(out -> out.writeByteArray(number, value));
        found.accept(new Bytes(at + " of " + value.length, repeated(one, times)));
      }
      if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        inside(
            field.getMessageType(),
            at,
            times,
            inner -> {
              byte[] once = bytes(out -> out.writeByteArray(number, inner.bytes()));
              found.accept(new Bytes(inner.what() + " in one", once));
            });
        inside(
            field.getMessageType(),
            at,
            1,
            inner -> {
              byte[] once = bytes(out -> out.writeByteArray(number, inner.bytes()));
              found.accept(new Bytes(inner.what() + " in each", repeated(once, times)));
            });
      }
    }
    found.accept(new Bytes(path + " unknown text", repeated(unknown(2000), times)));
    found.accept(
        new Bytes(
            path + " many unknown numbers",
            bytes(
                out -> {
                  for (int i = 0; i < times; i++) {
                    out.writeUInt32(3000 + i * 7919 % times, 1000);
                  }
                })));
  }

  private static byte[] unknown(int number) {
    return bytes(out -> out.writeBytes(number, ByteString.copyFromUtf8("a")));
  }

  private static List<byte[]> values(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case MESSAGE -> List.of(new byte[0], unknown(15));
      case STRING -> List.of(new byte[0], utf8("a"), utf8("中"), utf8("a".repeat(33)));
      case BYTE_STRING -> List.of(new byte[0], new byte[1], new byte[33]);
      default -> List.of();
    };
  }

  private static byte[] utf8(String text) {
    return ByteString.copyFromUtf8(text).toByteArray();
  }

  private static byte[] repeated(byte[] one, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(one);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(Writer writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      writer.to(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
