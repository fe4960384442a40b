package io.caresettle.settlement;

import io.caresettle.journal.Entry;
import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * What stays of a record when nobody is to read it any more: numbers, amounts and digests, and
 * nothing about a person.
 */
public final class ClearNote {

  /** By name; what is not listed goes. */
  private static final List<String> STAYS =
      List.of(
          "reference",
          "quote",
          "body-digest",
          "settlement-id",
          "business-date",
          "settled-at",
          "original",
          "code",
          "total",
          "scheme",
          "area",
          "terminal-slot");

  private static final List<String> AMOUNTS = List.of("pays.", "cut.");
  private static final List<String> DOCUMENTS = List.of("document", "evidence");

  private ClearNote() {}

  /** The note of one record, one {@code name: value} a line, with a digest of all it said. */
  public static String of(Entry entry) {
    TextBody body = TextBody.parse(entry.body());
    TextBody note =
        new TextBody()
            .put("bill", entry.bill().number())
            .put("message", entry.messageId())
            .put("record-digest", digest(entry.body().getBytes(StandardCharsets.UTF_8)));
    body.forEach(
        (name, value) -> {
          if (STAYS.contains(name) || AMOUNTS.stream().anyMatch(name::startsWith)) {
            note.put(name, value);
          } else if (DOCUMENTS.contains(name) && !value.isEmpty()) {
            note.put(name + "-digest", digest(value.getBytes(StandardCharsets.UTF_8)));
          }
        });
    return note.toString();
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }
}
