package io.caresettle.reimbursement;

import io.caresettle.journal.Draft;
import io.caresettle.journal.Entry;
import io.caresettle.journal.Journal;
import io.caresettle.journal.RecordType;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.split.BillId;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claim slips of one journal: each is durable before anybody can print it, and is found again
 * after a restart by the bill it is for.
 */
public final class KeptSlips {

  private final Journal journal;

  public KeptSlips(Journal journal) {
    this.journal = journal;
  }

  /**
   * Keeps a slip.
   *
   * @throws JournalUnavailable when it could not be kept: then it is not to be printed
   */
  public ClaimSlip keep(ClaimSlip slip) {
    return keep(slip, List.of());
  }

  /**
   * The same with what has to be durable with it, such as the costs that the centre is told.
   *
   * @throws JournalUnavailable when nothing of it could be kept
   */
  public ClaimSlip keep(ClaimSlip slip, List<Draft> besides) {
    List<Draft> all = new ArrayList<>();
    all.add(new Draft(slip.bill(), RecordType.CLAIM_SLIP, "", ClaimSlipBody.write(slip)));
    all.addAll(besides);
    List<Entry> kept = journal.append(all);
    return ClaimSlipBody.read(slip.bill(), kept.get(0).body());
  }

  /** The bills with a slip, the oldest first. */
  public List<BillId> bills() {
    return journal.having(RecordType.CLAIM_SLIP);
  }

  /**
   * The slip of a bill; of several, the last.
   *
   * @throws JournalUnavailable when this version cannot read it
   * @throws io.caresettle.problem.RecordUnreadable when it cannot be opened
   */
  public Optional<ClaimSlip> find(BillId bill) {
    return journal.of(bill).stream()
        .filter(entry -> entry.type() == RecordType.CLAIM_SLIP)
        .reduce((earlier, later) -> later)
        .map(KeptSlips::read);
  }

  private static ClaimSlip read(Entry entry) {
    try {
      return ClaimSlipBody.read(entry.bill(), entry.body());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new JournalUnavailable(
          "Record "
              + entry.position()
              + " of the journal cannot be understood: keep the file, and call support",
          e);
    }
  }
}
