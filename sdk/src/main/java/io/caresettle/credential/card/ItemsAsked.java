package io.caresettle.credential.card;

import java.util.List;
import java.util.Locale;

/**
 * Items that are asked for by file and tag, and of which card.
 *
 * @param cardIdentifier 卡识别码 of the card that is meant, 32 hexadecimal digits in capitals
 * @param cardNumber 卡号 of the card that is meant
 * @param files what is asked for, file by file
 * @param right what opens the medical-insurance area, where a file of it is among them
 */
public record ItemsAsked(
    String cardIdentifier, String cardNumber, List<OfFile> files, Right right) {

  public ItemsAsked {
    files = List.copyOf(files);
  }

  /** What opens the medical-insurance area. */
  public sealed interface Right permits ByPin, ByKey {}

  /** The holder's PIN, typed before; whoever asked closes it. */
  public record ByPin(Pin pin) implements Right {}

  /** The key RK1DF04 of the authenticator. */
  public record ByKey() implements Right {}

  /**
   * Parts of one file.
   *
   * @param parts numbered records of a cyclic file, tagged items of any other
   */
  public record OfFile(AddressedFile file, List<Part> parts) {

    /**
     * @throws IllegalArgumentException when a part is of the other kind of file, or the file has no
     *     item with such a tag
     */
    public OfFile {
      parts = List.copyOf(parts);
      for (Part part : parts) {
        if (part instanceof Tagged tagged ? !file.holds(tagged.tag()) : !file.cyclic()) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT, "%s has no %s", file.address(), part.getClass().getSimpleName()));
        }
      }
    }
  }

  /** An item, or a record. */
  public sealed interface Part permits Tagged, Numbered, EveryRecord {}

  /**
   * An item of a file of variable records.
   *
   * @param tag one byte
   * @param occurrence which of the records with this tag, from 1
   */
  public record Tagged(int tag, int occurrence) implements Part {
    public Tagged {
      requireNumber(occurrence);
    }
  }

  /**
   * A record of a cyclic file.
   *
   * @param number from 1, the newest
   */
  public record Numbered(int number) implements Part {
    public Numbered {
      requireNumber(number);
    }
  }

  /** All records of a cyclic file, as many as there are. */
  public record EveryRecord() implements Part {}

  /** The identifier and the number belong to a card: neither is printed. */
  @Override
  public String toString() {
    return "ItemsAsked[" + files.size() + " files]";
  }

  private static void requireNumber(int number) {
    if (number < 1 || number > 0xFE) {
      throw new IllegalArgumentException("A record's number is 1 to 254, but found " + number);
    }
  }
}
