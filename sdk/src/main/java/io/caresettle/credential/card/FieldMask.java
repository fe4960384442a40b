package io.caresettle.credential.card;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a trace may show of a data item. Shown is only what looks as the item should: a card could
 * hold anything where a date belongs.
 */
final class FieldMask {

  private static final HexFormat HEX = HexFormat.of();
  private static final String HIDDEN = "***";

  private FieldMask() {}

  /** The item in a good answer to {@code command}, masked. */
  static Optional<CardTrace.Field> field(CommandName command, byte[] answer) {
    int length = answer.length - 2;
    return command
        .item()
        .filter(item -> length >= 2 && (answer[0] & 0xFF) == item.tag())
        .map(
            item ->
                new CardTrace.Field(
                    item.tag(),
                    item.zh(),
                    item.en(),
                    length - 2,
                    masked(item, Arrays.copyOfRange(answer, 2, length))));
  }

  private static String masked(Item item, byte[] value) {
    return switch (item) {
      case SPECIFICATION -> ifLike("\\d\\.\\d\\d", new String(value, StandardCharsets.US_ASCII));
      case ISSUED, VALID_UNTIL -> ifLike("[12]\\d{7}", HEX.formatHex(value));
      case CARD_IDENTIFIER -> startIfLike("\\d{6}", HEX.formatHex(value));
      case CARD_NUMBER -> ends(new String(value, StandardCharsets.US_ASCII));
      // Everything else is the holder's, or tells of them.
      default -> HIDDEN;
    };
  }

  private static String ifLike(String form, String text) {
    String trimmed = text.strip().replace("\0", "");
    return trimmed.matches(form) ? trimmed : HIDDEN;
  }

  private static String startIfLike(String form, String text) {
    String start = text.length() < 6 ? "" : text.substring(0, 6);
    return start.matches(form) ? start + HIDDEN : HIDDEN;
  }

  private static String ends(String number) {
    return number.matches("[0-9A-Z]{9,}") ? number.charAt(0) + HIDDEN + number.charAt(8) : HIDDEN;
  }
}
