package io.caresettle.reconciliation;

import io.caresettle.centre.DaySettlement;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.BillId;
import java.util.Optional;

/** What an operator confirms about one difference. Nothing of it is done before. */
public sealed interface Remedy {

  /** Which bill. */
  BillId bill();

  /** For the operator, in Chinese with English beside it. */
  String words();

  /** It is undone here and stands at the centre: it is reopened, and reversed again. */
  record ReverseAgain(BookedAttempt ours, DaySettlement theirs) implements Remedy {

    @Override
    public BillId bill() {
      return ours.bill();
    }

    @Override
    public String words() {
      return "再次冲正 reverse again";
    }
  }

  /**
   * Both sides disagree, and only a person ends that. It is never settled again by itself.
   *
   * @param theirs empty where the centre has nothing
   */
  record Dispute(BookedAttempt ours, Optional<DaySettlement> theirs, String reason)
      implements Remedy {

    @Override
    public BillId bill() {
      return ours.bill();
    }

    @Override
    public String words() {
      return "列为争议 dispute";
    }
  }

  /** The centre holds what this journal has never heard of. The operator signs for having seen. */
  record LostJournal(DaySettlement theirs) implements Remedy {

    static final String REASON = "lost journal";

    @Override
    public BillId bill() {
      return theirs.message().bill();
    }

    @Override
    public String words() {
      return "查找遗失流水 look for the lost journal";
    }
  }

  /**
   * It is disputed, never had a receipt, and the centre does not hold it: it is taken for absent.
   */
  record TakeForAbsent(BookedAttempt ours) implements Remedy {

    @Override
    public BillId bill() {
      return ours.bill();
    }

    @Override
    public String words() {
      return "视为未结算 take for absent";
    }
  }
}
