package io.caresettle.sim.simulate;

import io.caresettle.centre.Centre;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.SignedIn;
import io.caresettle.problem.SettlementException;
import io.caresettle.settlement.CentreClock;
import io.caresettle.settlement.Line;
import io.caresettle.settlement.Settler;
import io.caresettle.settlement.UndoProfile;
import io.caresettle.split.BillId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** In which words a till speaks to the centre; what a till is otherwise does not depend on them. */
interface Port {

  /** How a life of a till begins. */
  interface Door {

    /** The centre's word of today; empty while it is down. */
    Optional<SignedIn> ask();

    /**
     * Goes on with what is open.
     *
     * @return what is disputed because the journal is a copy
     */
    List<BillId> takeUp(SignedIn told, Settler settler);

    /** How long to the next business day, where that is near. */
    Optional<Duration> nextDay(SignedIn told);
  }

  /**
   * The way to the centre of one life.
   *
   * @param late hears of receipts that came when nobody waited for them any more
   */
  Line line(SimJournal journal, Life life, Clock clock, Consumer<Receipt> late);

  /** The door of the same life. */
  Door door(SimJournal journal, CentreClock clock);

  /** How this centre undoes. */
  UndoProfile undo();

  /** The centre learns that the patient is there; false while it is down. */
  boolean lookUp(Plan plan);

  /** What goes on beside the bills for as long as this life lasts. */
  void goOn(Settler settler, Life life);

  /**
   * The centre for a comparison of days, over a line that does not fail.
   *
   * @throws SettlementException when there is none
   */
  Centre days();
}
