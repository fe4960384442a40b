package io.caresettle.credential.card.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address text of iReadCard: files of a card and which of their items are asked for, such as
 * {@code SSSEEF05|07|$DF01EF0A|37|$}. A file ends in {@code $} and each item in {@code |}. An item
 * is a tag of two hexadecimal digits, with {@code :n} behind it where the tag occurs more than
 * once. A cyclic file has no tags: {@code DF04EF08:01$} is its newest record, {@code DF04EF08|$}
 * all of them. {@code n} is one or two hexadecimal digits, 1 to FE.
 *
 * <p>That a text has this form says nothing of whether its files are read here.
 *
 * @param files in the order of the text
 */
public record FileAddress(List<Of> files) {

  private static final Pattern FILE =
      Pattern.compile("((?:SSSE|DF[0-9A-F]{2})EF[0-9A-F]{2})(?::([0-9A-F]{1,2}))?");
  private static final Pattern ITEM = Pattern.compile("([0-9A-F]{2})(?::([0-9A-F]{1,2}))?");

  public FileAddress {
    files = List.copyOf(files);
  }

  /**
   * What is asked of one file.
   *
   * @param file such as SSSEEF05
   * @param record of a cyclic file
   * @param items the tags; none where a record or all are asked for
   */
  public record Of(String file, OptionalInt record, List<Item> items) {
    public Of {
      items = List.copyOf(items);
    }
  }

  /**
   * One item.
   *
   * @param tag one byte
   * @param occurrence which of those with this tag, from 1; empty for the first
   */
  public record Item(int tag, OptionalInt occurrence) {}

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when it has another form; the message says where, what was
   *     found and what was expected
   */
  public static FileAddress parse(String text) {
    if (!text.endsWith("$")) {
      throw new IllegalArgumentException(
          "The address is empty or does not end in $: found "
              + text.length()
              + " characters, expected files such as SSSEEF05|07|$");
    }
    List<Of> files = new ArrayList<>();
    String[] segments = text.substring(0, text.length() - 1).split("\\$", -1);
    for (String segment : segments) {
      files.add(segment(files.size() + 1, segment));
    }
    return new FileAddress(files);
  }

  private static Of segment(int place, String segment) {
    String[] parts = segment.split("\\|", -1);
    Matcher file = FILE.matcher(parts[0]);
    if (!file.matches()) {
      throw wrong("File " + place, parts[0], "a name such as SSSEEF05");
    }
    OptionalInt record = number("File " + place, file.group(2));
    if (record.isPresent()) {
      if (parts.length > 1) {
        throw wrong(
            "File " + place, segment.substring(parts[0].length()), "nothing behind a record");
      }
      return new Of(file.group(1), record, List.of());
    }
    if (parts.length == 1 || !parts[parts.length - 1].isEmpty()) {
      throw wrong("File " + place, parts[parts.length - 1], "| behind its name and every item");
    }
    List<Item> items = new ArrayList<>();
    for (int i = 1; i < parts.length - 1; i++) {
      String where = "File " + place + ", item " + i;
      Matcher item = ITEM.matcher(parts[i]);
      if (!item.matches()) {
        throw wrong(
            where, parts[i], "a tag of two hexadecimal digits in capitals, or such as 4A:1");
      }
      items.add(new Item(Integer.parseInt(item.group(1), 16), number(where, item.group(2))));
    }
    return new Of(file.group(1), OptionalInt.empty(), items);
  }

  private static OptionalInt number(String where, @Nullable String digits) {
    if (digits == null) {
      return OptionalInt.empty();
    }
    int number = Integer.parseInt(digits, 16);
    if (number < 1 || number > 0xFE) {
      throw wrong(where, digits, "a record from 1 to FE");
    }
    return OptionalInt.of(number);
  }

  /** Whoever mixes arguments up may pass a person's data here: their length alone is told. */
  private static IllegalArgumentException wrong(String where, String found, String expected) {
    return new IllegalArgumentException(
        where + " has a wrong form: found " + found.length() + " characters, expected " + expected);
  }

  /** The address as a text; numbers of records have two digits. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Of of : files) {
      text.append(of.file());
      if (of.record().isPresent()) {
        text.append(numbered(of.record()));
      } else {
        text.append('|');
        of.items()
            .forEach(
                item ->
                    text.append(String.format(Locale.ROOT, "%02X", item.tag()))
                        .append(numbered(item.occurrence()))
                        .append('|'));
      }
      text.append('$');
    }
    return text.toString();
  }

  private static String numbered(OptionalInt number) {
    return number.isPresent() ? String.format(Locale.ROOT, ":%02X", number.getAsInt()) : "";
  }
}
