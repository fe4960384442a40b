package io.caresettle.settlement;

import io.caresettle.journal.Entry;
import java.time.Instant;
import java.util.List;

/** What happened to a bill, in words: a sentence for each of its records, Chinese with English. */
public final class BillStory {

  /**
   * One thing that happened.
   *
   * @param record its place in the journal
   * @param at by this terminal's clock
   * @param what the record's name
   * @param messageId the message that it speaks of; empty where it speaks of none
   */
  public record Line(
      long record, Instant at, String what, String messageId, String zh, String en) {}

  private BillStory() {}

  /** The story that {@code entries} of one bill tell, oldest first. */
  public static List<Line> of(List<Entry> entries) {
    return entries.stream().map(BillStory::line).toList();
  }

  /** The Chinese of a reason that a record gives, such as a dispute's. */
  public static String reasonInChinese(String reason) {
    return StoryReasons.zh(reason);
  }

  private static Line line(Entry entry) {
    StorySentence said = StorySentence.of(entry.type(), TextBody.parse(entry.body()));
    return new Line(
        entry.position(),
        entry.time(),
        entry.type().name(),
        entry.messageId(),
        said.zh(),
        said.en());
  }
}
