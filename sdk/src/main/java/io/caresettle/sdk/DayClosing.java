package io.caresettle.sdk;

import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import io.caresettle.reconciliation.DayEnd;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import io.caresettle.reconciliation.Inspection;
import io.caresettle.reconciliation.Remedy;
import io.caresettle.split.BillId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** The end of a day in the hands of one operator, who signs for what is confirmed (日终对账). */
public final class DayClosing {

  private final DayEnd dayEnd;
  private final Terminal terminal;
  private final Shift shift;
  private final Consumer<List<BillId>> lost;

  /**
   * @param lost hears of the bills that only the centre holds
   */
  DayClosing(DayEnd dayEnd, Terminal terminal, Shift shift, Consumer<List<BillId>> lost) {
    this.dayEnd = dayEnd;
    this.terminal = terminal;
    this.shift = shift;
    this.lost = lost;
  }

  /** Compares a closed day, and waits as long as one call may take; see {@link DayEnd#compare}. */
  public DayReport compare(LocalDate day) {
    return compare(day, terminal.deadline());
  }

  /**
   * Compares a closed day with the centre. It can be done again as often as is wanted.
   *
   * @throws io.caresettle.problem.CentreRefused when the day is still open there
   * @throws io.caresettle.problem.CentreUnreachable when no answer came that can be believed
   */
  public DayReport compare(LocalDate day, Duration within) {
    terminal.duty().require(shift, Permission.END_DAY);
    DayReport report = dayEnd.compare(day, shift.operatorId(), within);
    terminal
        .duty()
        .note(
            shift,
            ActKind.DAY_COMPARED,
            "",
            new ActBody()
                .put("day", day)
                .put("clean", report.isClean())
                .put("reconciled", report.reconciled())
                .put("carried", report.carried().size())
                .put("to-decide", report.toDecide().size())
                .put("anchored", report.anchor().isPresent()));
    lost.accept(
        report.details().stream()
            .filter(one -> one instanceof Difference.OnlyTheirs theirs && theirs.isUnheardOf())
            .map(Difference::bill)
            .toList());
    return report;
  }

  /**
   * Does what is to be done about one difference. The operator signs for it first.
   *
   * @throws Misuse when there is nothing to confirm, or when the bill has changed since the day was
   *     compared: then compare it again
   */
  public void confirm(Difference difference) {
    terminal.duty().require(shift, Permission.END_DAY);
    Remedy remedy =
        difference
            .remedy()
            .orElseThrow(
                () ->
                    new Misuse(
                        "There is nothing to confirm about bill "
                            + difference.bill()
                            + ": it is the same on both sides, or the terminal is still finding"
                            + " out"));
    ActBody body =
        ActTexts.bill(difference.bill()).put("remedy", remedy.getClass().getSimpleName());
    difference.theirSide().ifPresent(their -> body.put("settlement-id", their.settlementId()));
    terminal.duty().note(shift, ActKind.DIFFERENCE_DECIDED, "", body);
    dayEnd.confirm(remedy);
  }

  /** What follows the days of a month, where the centre wants to be asked for it (清算申请). */
  public Clearing clearing() {
    return new Clearing(terminal, shift);
  }

  /**
   * Gives a day out for inspection; see {@link Inspection}.
   *
   * @param folder that is not there yet
   * @return SM3 of the manifest, which the operator signed for, too
   * @throws io.caresettle.problem.NotPermitted when the operator may not give evidence out
   */
  public String export(DayReport report, Path folder) {
    terminal.duty().require(shift, Permission.EXPORT_EVIDENCE);
    String digest =
        Inspection.write(report, terminal.journal(), terminal.settler().dayBook(), folder);
    terminal
        .duty()
        .note(
            shift,
            ActKind.EVIDENCE_EXPORTED,
            "",
            new ActBody().put("day", report.day()).put("manifest", digest));
    return digest;
  }
}
