package io.caresettle.policy.compiled;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Bytes being written; grows as needed. No lambda: a till starts often, and each costs it. */
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

  void texts(List<String> all) {
    number(all.size(), 4);
    for (String text : all) {
      text(text);
    }
  }

  void optionalText(Optional<String> text) {
    if (there(text)) {
      text(text.get());
    }
  }

  void optionalDay(Optional<LocalDate> day) {
    if (there(day)) {
      day(day.get());
    }
  }

  /** Writes whether a value is there, for whoever writes it then. */
  boolean there(Optional<?> value) {
    number(value.isPresent() ? 1 : 0, 1);
    return value.isPresent();
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
