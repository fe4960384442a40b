package io.caresettle.credential.card;

import io.caresettle.problem.CredentialRefused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of an item, as text or as a date. 00, FF and blanks at the end are fill, whichever of
 * them an issuer used; an item of fill alone is empty.
 */
final class CardText {

  /** A superset of the GBK that cards were written with. */
  private static final Charset GB18030 = Charset.forName("GB18030");

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private CardText() {}

  /** Letters and digits (type an). */
  static String ascii(Item item, byte[] value) {
    byte[] text = withoutFill(value);
    for (byte b : text) {
      if (b < 0x20 || b > 0x7E) {
        throw invalid("the " + item.en() + " holds bytes that are no letters or digits");
      }
    }
    return new String(text, StandardCharsets.US_ASCII);
  }

  /** A name in two parts, whose border may fall inside a character: joined first, then decoded. */
  static String name(byte[] first, byte[] extension) {
    byte[] both = Arrays.copyOf(first, first.length + extension.length);
    System.arraycopy(extension, 0, both, first.length, extension.length);
    String name;
    try {
      name = GB18030.newDecoder().decode(ByteBuffer.wrap(withoutFill(both))).toString();
    } catch (CharacterCodingException e) {
      // Without its cause: a decoder's message may describe the bytes.
      throw invalid("the name is no GB18030 text");
    }
    if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
      throw invalid("the name is empty or has a gap");
    }
    return name;
  }

  /**
   * A name in its two items: a character that falls on the border belongs to the first, so that the
   * two texts, one behind the other, are the name.
   */
  static List<String> nameItems(byte[] first, byte[] extension) {
    String name = name(first, extension);
    int border = 0;
    int bytes = 0;
    while (border < name.length() && bytes < first.length) {
      int next = name.offsetByCodePoints(border, 1);
      bytes += name.substring(border, next).getBytes(GB18030).length;
      border = next;
    }
    return List.of(name.substring(0, border), name.substring(border));
  }

  /** The value of any item but a name, as a text; empty where it is fill alone. */
  static String of(Item item, byte[] value) {
    return of(item.type(), item.en(), value);
  }

  static String of(Item.Type type, String en, byte[] value) {
    byte[] filled = withoutFill(value);
    if (type == Item.Type.BYTES) {
      return HexFormat.of().withUpperCase().formatHex(value);
    }
    if (filled.length == 0) {
      return "";
    }
    String text;
    if (type == Item.Type.DIGITS) {
      text = HexFormat.of().withUpperCase().formatHex(value).replaceAll("F+$", "");
      if (!text.matches("[0-9]+")) {
        throw invalid("the " + en + " is no digits");
      }
      return text;
    }
    try {
      text = GB18030.newDecoder().decode(ByteBuffer.wrap(filled)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("the " + en + " is no GB18030 text");
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw invalid("the " + en + " has a gap");
    }
    return text;
  }

  /** A date of eight packed digits, or empty. */
  static Optional<LocalDate> date(Item item, byte[] value) {
    if (withoutFill(value).length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(HexFormat.of().formatHex(value), DATE));
    } catch (DateTimeException e) {
      throw invalid("the " + item.en() + " is no date");
    }
  }

  static CredentialRefused invalid(String what) {
    return new CredentialRefused(CredentialRefused.Reason.CARD_DATA_INVALID, what);
  }

  /** Whether an item holds nothing but what items are filled with. */
  static boolean isEmpty(byte[] value) {
    return withoutFill(value).length == 0;
  }

  private static byte[] withoutFill(byte[] value) {
    int end = value.length;
    while (end > 0 && isFill(value[end - 1])) {
      end--;
    }
    return Arrays.copyOf(value, end);
  }

  private static boolean isFill(byte b) {
    return b == 0 || b == (byte) 0xFF || b == ' ';
  }
}
