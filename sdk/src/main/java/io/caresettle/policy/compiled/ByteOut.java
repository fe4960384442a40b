package io.caresettle.policy.compiled;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Bytes being written; grows as needed. */
final class ByteOut {

  private byte[] bytes = new byte[4096];
  private int size;

  void number(long value, int width) {
    room(width);
    for (int i = width - 1; i >= 0; i--) {
      bytes[size++] = (byte) (value >>> (8 * i));
    }
  }

  void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length, 4);
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, size, utf8.length);
    size += utf8.length;
  }

  void day(LocalDate day) {
    number(day.toEpochDay(), 4);
  }

  <T> void optional(Optional<T> value, Consumer<T> writer) {
    number(value.isPresent() ? 1 : 0, 1);
    value.ifPresent(writer);
  }

  <T> void list(List<T> all, Consumer<T> writer) {
    number(all.size(), 4);
    all.forEach(writer);
  }

  byte[] done() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.addExact(size, Math.max(size, more)));
    }
  }
}
