package io.caresettle.credential.card;

import java.util.List;

/** What came of asking a card for items by file and tag. */
public sealed interface ItemsRead {

  /**
   * Everything that was asked for.
   *
   * @param files in the order asked: for each file its parts, for each part its texts: one for an
   *     item, two or seven for a record; {@link ItemsAsked.EveryRecord} is as many parts as there
   *     are records
   */
  record Values(List<List<List<String>>> files) implements ItemsRead {
    @Override
    public String toString() {
      return "Values[hidden]";
    }
  }

  /** The card in the slot is another than the one meant; no PIN was sent to it. */
  record AnotherCard() implements ItemsRead {}

  /** The PIN opened nothing; nothing of the medical-insurance area was read. */
  record PinRefused(PinOutcome outcome) implements ItemsRead {}

  /**
   * The card does not give what was asked for: it is not there, or asks for another right.
   *
   * @param place the file and, of an item, its tag
   */
  record Withheld(String place, int statusWord) implements ItemsRead {}
}
