package io.caresettle.writing.sheet;

import java.util.List;

/** What a sheet is made of, before anybody knows whether it becomes HTML or Markdown. */
sealed interface Block {

  /**
   * A heading.
   *
   * @param level 1 for the title, 2 for a part, 3 for a step
   */
  record Heading(int level, Said words) implements Block {}

  record Paragraph(Said words) implements Block {}

  /** Where a number comes from, in smaller type below its table. */
  record Note(Said words) implements Block {}

  /** What nobody may overlook. */
  record Warning(Said words) implements Block {}

  /** Names and what they are. */
  record Facts(List<Fact> facts) implements Block {}

  record Fact(Said name, Said words) {}

  /**
   * A table.
   *
   * @param caption what its numbers are; nothing where the head says so
   */
  record Table(Said caption, List<Said> head, List<List<Cell>> rows) implements Block {}

  /**
   * A cell of a table.
   *
   * @param tick whether the clerk ticks it off
   * @param loud whether it stands out: a number that nobody published
   */
  record Cell(Said words, boolean tick, boolean loud) {

    static Cell of(Said words) {
      return new Cell(words, false, false);
    }

    static Cell ticked(Said words) {
      return new Cell(words, true, false);
    }
  }

  /** Statements that the clerk ticks off one by one. */
  record Ticks(List<Said> statements) implements Block {}

  /** Blanks to be filled in with a pen. */
  record Blanks(List<Said> names) implements Block {}
}
