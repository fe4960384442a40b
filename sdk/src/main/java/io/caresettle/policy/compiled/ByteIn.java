package io.caresettle.policy.compiled;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bytes being read; never past their end, and never by a length that cannot be true. */
final class ByteIn {

  /** More than any calendar needs, and within what {@link LocalDate} can hold. */
  private static final int MOST_DAYS = 200_000;

  private final byte[] bytes;
  private int at;

  ByteIn(byte[] bytes) {
    this.bytes = bytes;
  }

  long number(int width) {
    if (bytes.length - at < width) {
      throw wrong("the end, instead of a number of " + width + " bytes");
    }
    long value = bytes[at++];
    for (int i = 1; i < width; i++) {
      value = value << 8 | (bytes[at++] & 0xff);
    }
    return value;
  }

  String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  LocalDate day() {
    long days = number(4);
    if (days < -MOST_DAYS || days > MOST_DAYS) {
      throw wrong("a day that no calendar has");
    }
    return LocalDate.ofEpochDay(days);
  }

  List<String> texts() {
    int count = count();
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(text());
    }
    return all;
  }

  Optional<String> optionalText() {
    return there() ? Optional.of(text()) : Optional.empty();
  }

  Optional<LocalDate> optionalDay() {
    return there() ? Optional.of(day()) : Optional.empty();
  }

  /** Whether a value follows. */
  boolean there() {
    long there = number(1);
    if (there != 0 && there != 1) {
      throw wrong(there + " for yes or no");
    }
    return there == 1;
  }

  /** Every element takes a byte at least, so a count beyond what is left is a lie. */
  int count() {
    long length = number(4);
    if (length < 0 || length > bytes.length - at) {
      throw wrong("a length of " + length + " with " + (bytes.length - at) + " bytes left");
    }
    return (int) length;
  }

  void end() {
    if (at < bytes.length) {
      throw wrong((bytes.length - at) + " bytes too many");
    }
  }

  MalformedPack wrong(String what) {
    return new MalformedPack("byte " + at, what);
  }
}
