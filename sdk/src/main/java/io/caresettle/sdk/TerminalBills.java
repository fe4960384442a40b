package io.caresettle.sdk;

import io.caresettle.centre.Centre;
import io.caresettle.evidence.ExportedDocument;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.Journal;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.AuthorisationMissing;
import io.caresettle.problem.Misuse;
import io.caresettle.settlement.KeptDocument;
import io.caresettle.settlement.Refunding;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.Slip;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What is asked, decided and booked about the bills of a terminal. */
abstract class TerminalBills extends OpenedTerminal {

  TerminalBills(CheckedConfig config, News news, Journal journal, Centre centre) {
    super(config, news, journal, centre);
  }

  /** How a bill ended, as far as the journal knows; empty when it never was to be settled. */
  public Optional<SettlementOutcome> outcomeOf(BillId bill) {
    return settler.outcomeOf(bill);
  }

  /**
   * The bills whose ending nobody knows, whose other figures nobody has decided on, about which
   * both sides disagree, or whose ending the caller may not know and has not acknowledged: settled,
   * undone, refused or not sent after silence. Those that only the centre holds are among them,
   * until {@link #acknowledge} says that the caller's books agree with the centre's.
   */
  public List<BillId> unfinished() {
    return settler.unfinished();
  }

  /**
   * Why both sides disagree about a bill; empty where they do not. {@link #resolve} says what a
   * person decided about it.
   */
  public Optional<String> disputeOf(BillId bill) {
    return settler.disputeOf(bill);
  }

  /**
   * The caller's own books hold the ending now.
   *
   * @throws Misuse when there is no ending yet
   */
  public void acknowledge(BillId bill) {
    settler.acknowledge(bill);
  }

  /**
   * Says whether a bill is wanted, and waits for what becomes of it. {@code WANTED} keeps it if it
   * turns out to stand within {@code within}, and undoes it otherwise; {@code NOT_WANTED} undoes it
   * also if it stands.
   *
   * @param shift whose act it is; to say {@code NOT_WANTED} takes a supervisor
   * @return {@code Unknown} when it is not known yet; the terminal goes on finding out
   * @throws io.caresettle.problem.NotPermitted when the operator may not say so
   * @throws io.caresettle.problem.CentreUnreachable when another call was at work on the bill all
   *     the while, so nothing was changed: say it again
   * @throws Misuse when the bill never was to be settled, or is settled and acknowledged
   */
  public SettlementOutcome resolve(Shift shift, BillId bill, Wish wish, Duration within) {
    requireMayResolve(shift, bill, wish);
    return settler.resolve(bill, wish, within);
  }

  /** The same, later and on another thread; what {@link #resolve} throws the stage fails with. */
  public CompletionStage<SettlementOutcome> resolveLater(
      Shift shift, BillId bill, Wish wish, Duration within) {
    Deadline deadline = Deadline.in(within);
    return later(
        () -> {
          requireMayResolve(shift, bill, wish);
          return settler.resolveLater(bill, wish, deadline.left());
        });
  }

  private void requireMayResolve(Shift shift, BillId bill, Wish wish) {
    requireOpen();
    desk.duty()
        .require(
            shift, wish == Wish.WANTED ? Permission.RESOLVE_WANTED : Permission.RESOLVE_NOT_WANTED);
    desk.duty().note(shift, ActKind.RESOLVED, "", ActTexts.bill(bill).put("wish", wish));
  }

  /**
   * Where a refund stands that began with cancelling {@code old} ({@link Counter#refund}); empty
   * where it did not.
   */
  public Optional<Refunding> refunding(BillId old) {
    return settler.refunding(old);
  }

  /**
   * Takes the other figures of a settlement, after someone has seen them.
   *
   * @throws io.caresettle.problem.NotPermitted when the operator is no supervisor
   * @throws io.caresettle.problem.ConsentMissing when more of it is out of scope than was agreed
   *     to: it can be undone
   * @throws Misuse when the bill does not stand with these figures
   */
  public SettlementOutcome.Settled accept(Shift shift, SettlementOutcome.SettledDifferently seen) {
    requireOpen();
    desk.duty().require(shift, Permission.ACCEPT_DIFFERENCE);
    consentCheck.beforeAccepting(seen.bill(), settler.unagreed(seen));
    requireLeave(seen);
    desk.duty()
        .note(
            shift,
            ActKind.DIFFERENCE_ACCEPTED,
            "",
            ActTexts.bill(seen.bill())
                .put("settlement-id", seen.settled().settlementId())
                .put("confirmed", seen.confirmed().total()));
    return settler.accept(seen);
  }

  /** R-DATA-07: what is paid without leave is undone, and not accepted. */
  private void requireLeave(SettlementOutcome.SettledDifferently seen) {
    List<String> payers =
        settler.unauthorised(seen).stream().map(layer -> layer.payer().id()).toList();
    if (!payers.isEmpty()) {
      throw new AuthorisationMissing(
          payers,
          "the centre settled bill "
              + seen.bill()
              + " with a part of "
              + String.join(", ", payers)
              + ": undo it (NOT_WANTED), and quote it anew");
    }
  }

  /**
   * The slip of a settlement that stands. Asking again gives it again; {@link Slip#asCopy} marks
   * it.
   *
   * @throws Misuse when the bill does not stand, or its other figures were not decided on
   */
  public Slip slip(BillId bill) {
    return settler.slip(bill);
  }

  /**
   * The slip of a refund, which is of both bills: what goes back, and what is settled anew.
   *
   * @throws Misuse when the old one is not cancelled, or the new one does not stand
   */
  public Slip refundSlip(BillId old, BillId anew) {
    return settler.refundSlip(old, anew);
  }

  /**
   * The documents that prove what was said about a bill, oldest first: what this terminal signed,
   * and what the centre did. They are given out as they are kept; nothing is verified here.
   *
   * @throws io.caresettle.problem.RecordUnreadable when one is kept and its day's data key is gone
   * @throws io.caresettle.problem.NotPermitted when the operator may not give evidence out
   */
  public List<KeptDocument> evidence(Shift shift, BillId bill) {
    requireOpen();
    desk.duty().require(shift, Permission.EXPORT_EVIDENCE);
    desk.duty().note(shift, ActKind.EVIDENCE_EXPORTED, "", ActTexts.bill(bill));
    return evidence(bill);
  }

  /** The same for those of this package, who give nothing out. */
  List<KeptDocument> evidence(BillId bill) {
    return settler.evidence(bill);
  }

  /**
   * The same documents with the certificates of their signers, each as the bytes that a stranger
   * verifies years later ({@code caresettle-tool document verify}).
   *
   * @throws io.caresettle.problem.RecordUnreadable when one is kept and cannot be read, or is none
   *     of our own protocol
   * @throws io.caresettle.problem.NotPermitted when the operator may not give evidence out
   */
  public List<ExportedDocument> exportEvidence(Shift shift, BillId bill) {
    return ExportedDocument.of(evidence(shift, bill), journal::certificates);
  }
}
