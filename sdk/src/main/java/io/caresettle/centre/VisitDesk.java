package io.caresettle.centre;

import java.time.Duration;

/**
 * Where the calls of a visit are asked for and undone one by one, for a centre whose visits are of
 * several. As with every call of a {@link Centre}, nothing is thrown for what the line or the other
 * end does. What was found is kept in the {@link CallBook} before it is told.
 */
public interface VisitDesk {

  /** Of a centre whose visits are of one call: nothing is ever left over. */
  VisitDesk NONE =
      new VisitDesk() {
        @Override
        public Reply<VisitCall> ask(VisitCall call, Duration within) {
          return new Reply.NotSent<>("this centre's visits are of one call");
        }

        @Override
        public Reply<VisitCall> undo(VisitCall call, int seen, Duration within) {
          return new Reply.NotSent<>("this centre's visits are of one call");
        }

        @Override
        public Reply<VisitCall> send(VisitCall owed, Duration within) {
          return new Reply.NotSent<>("this centre's visits are of one call");
        }
      };

  /** What became of a call, or of its undo? Unanswered where nobody can say for certain. */
  Reply<VisitCall> ask(VisitCall call, Duration within);

  /**
   * Undoes a call that stands.
   *
   * @param seen how many calls the visit had when that was decided; not sent when it has more since
   */
  Reply<VisitCall> undo(VisitCall call, int seen, Duration within);

  /** Sends what is owed once a settlement stands. */
  Reply<VisitCall> send(VisitCall owed, Duration within);
}
