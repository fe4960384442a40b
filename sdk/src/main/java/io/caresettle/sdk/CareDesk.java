package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.CareReceipt;
import io.caresettle.centre.CareUndone;
import io.caresettle.centre.Reply;
import io.caresettle.identity.Patient;
import io.caresettle.journal.ActKind;
import io.caresettle.longtermcare.CareCheck;
import io.caresettle.longtermcare.CareEnd;
import io.caresettle.longtermcare.CareFigures;
import io.caresettle.longtermcare.CareFile;
import io.caresettle.longtermcare.CareGiven;
import io.caresettle.longtermcare.CareRules;
import io.caresettle.longtermcare.CareShare;
import io.caresettle.longtermcare.CareStart;
import io.caresettle.longtermcare.CareVisit;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Duty;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import io.caresettle.problem.CareRefused;
import io.caresettle.problem.CentreRefused;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.EnvelopeRejected;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Long-term care at a counter, which may be a handheld at a bedside (R-LTC-01, R-LTC-02): file,
 * start, end, settlement, cancellation. Each act is kept, signed by the operator, before the centre
 * is asked.
 *
 * <p>The person is identified by the counter: for {@link
 * io.caresettle.identity.Purpose#CARE_START}, and at the end by {@link
 * io.caresettle.identity.Presented#endOfCareOf}. The start is not over a lost answer: ask again.
 */
public final class CareDesk {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Terminal terminal;
  private final Duty duty;
  private final Clock clock;
  private final Supplier<Shift> acting;
  private final Consumer<Patient> requirePresent;
  private final CareCheck check;

  CareDesk(
      Terminal terminal,
      Duty duty,
      Clock clock,
      Supplier<Shift> acting,
      Consumer<Patient> requirePresent) {
    this.terminal = terminal;
    this.duty = duty;
    this.clock = clock;
    this.acting = acting;
    this.requirePresent = requirePresent;
    this.check = new CareCheck(CareRules.all(), terminal.careTerms());
  }

  /**
   * What the centre keeps of the patient's long-term care, with the visits of one year.
   *
   * @throws Misuse when {@code patient} is not the one at this counter
   * @throws CentreRefused when the centre has none, or will not show it
   * @throws CentreUnreachable when it did not answer
   * @throws EnvelopeRejected when whoever answered was not the centre
   */
  public CareFile file(Patient patient, int year) {
    requirePresent.accept(patient);
    duty.require(acting.get(), Permission.IDENTIFY);
    return Answers.require(
        terminal
            .centre()
            .longTermCare()
            .file(patient, year, acting.get().operatorId(), terminal.deadline()),
        "The care file for visit " + visit(patient));
  }

  /**
   * Begins a visit now.
   *
   * @param file of this patient and this year, just fetched
   * @param itemCodes of the plan, what is to be given
   * @throws CareRefused when the terminal's own checks stop it; nothing was sent
   * @throws NotPermitted when the operator is no caregiver
   * @throws Misuse when {@code patient} is not the one at this counter, or the file is another's
   * @throws CentreRefused when the centre will not have it
   * @throws CentreUnreachable when no answer came: ask again, it begins once
   * @throws EnvelopeRejected when whoever answered was not the centre
   */
  public CareVisit.Begun start(
      CareFile file, Patient patient, String planNumber, List<String> itemCodes) {
    requirePresent.accept(patient);
    Shift caregiver = acting.get();
    duty.require(caregiver, Permission.GIVE_CARE);
    CareStart start =
        check.start(file, patient, planNumber, itemCodes, caregiver.operatorId(), now());
    duty.note(
        caregiver,
        ActKind.CARE_STARTED,
        visit(patient),
        new ActBody()
            .put("plan", planNumber)
            .put("items", String.join(" ", itemCodes))
            .put("started", start.at()));
    return start.begun(
        Answers.require(
            terminal.centre().longTermCare().start(start, terminal.deadline()),
            "The start of care at visit " + visit(patient)));
  }

  /**
   * Ends it now.
   *
   * @param patient identified as who the care began with
   * @throws CareRefused when the terminal's own checks stop it; nothing was sent, and the visit is
   *     open still
   * @throws NotPermitted when the operator is no caregiver
   * @throws Misuse when {@code patient} is not the one at this counter
   * @throws CentreRefused when the centre does not count it so
   * @throws CentreUnreachable when no answer came: ask again, it ends once
   * @throws EnvelopeRejected when whoever answered was not the centre
   */
  public CareVisit.Ended end(CareVisit.Begun begun, Patient patient, List<CareGiven> given) {
    requirePresent.accept(patient);
    Shift caregiver = acting.get();
    duty.require(caregiver, Permission.GIVE_CARE);
    CareEnd end = check.end(begun, patient, given, caregiver.operatorId(), now());
    duty.note(
        caregiver,
        ActKind.CARE_ENDED,
        visit(patient),
        new ActBody()
            .put("care", begun.careVisitId())
            .put("given", given.stream().map(CareDesk::told).collect(Collectors.joining(", ")))
            .put("ended", end.at()));
    return end.ended(
        Answers.require(
            terminal.centre().longTermCare().end(end, terminal.deadline()),
            "The end of care at visit " + visit(patient)));
  }

  private static String told(CareGiven given) {
    return given.itemCode() + " " + given.minutes() + " min " + given.fee();
  }

  /** What this terminal knows of the fund's share of the visit: it explains, and never settles. */
  public CareShare share(CareVisit.Ended ended) {
    return check.share(ended);
  }

  /**
   * Settles it with the centre's figures, which the person has confirmed. Who was cared for need
   * not be at the counter any more.
   *
   * @throws CareRefused when the figures do not hold, or settlement is suspended; nothing was sent
   * @throws CentreUnreachable when nothing was sent: it can be tried again
   * @throws EnvelopeRejected when nothing was sent, because whoever answered was not the centre
   * @throws NotPermitted when the operator may not settle
   */
  public CareOutcome settle(CareVisit.Ended ended) {
    Shift operator = acting.get();
    duty.require(operator, Permission.SETTLE);
    if (ended.figures().isEmpty()) {
      return new CareOutcome.NotPublished(ended.notPublished().orElseThrow());
    }
    CareFigures figures = ended.figures().get();
    Instant now = now();
    check.settle(ended, figures, LocalDate.ofInstant(now, CHINA));
    duty.note(
        operator,
        ActKind.CARE_SETTLEMENT_ASKED,
        visit(ended.patient()),
        figures(figures).put("care", ended.careVisitId()));
    return outcome(
        operator,
        ended,
        terminal
            .centre()
            .longTermCare()
            .settle(ended, figures, operator.operatorId(), now, terminal.deadline()));
  }

  private CareOutcome outcome(Shift operator, CareVisit.Ended ended, Reply<CareReceipt> reply) {
    if (reply instanceof Reply.Answered<CareReceipt> answered) {
      CareReceipt receipt = answered.value();
      duty.note(
          operator,
          ActKind.CARE_SETTLED,
          visit(ended.patient()),
          figures(receipt.visit().figures())
              .put("settlement", receipt.visit().settlementId())
              .put("receipt", HexFormat.of().formatHex(receipt.evidence().document().bytes())));
      return new CareOutcome.Settled(receipt);
    }
    if (reply instanceof Reply.Refused<CareReceipt> refused) {
      return new CareOutcome.Refused(refused.refusal());
    }
    if (reply instanceof Reply.NoAnswer<CareReceipt> silence) {
      return new CareOutcome.Unknown(silence.why());
    }
    if (reply instanceof Reply.NotAuthentic<CareReceipt> forged && forged.sent()) {
      return new CareOutcome.Unknown(forged.why());
    }
    throw new IllegalStateException(
        "Nothing was sent, and nobody says so: "
            + Answers.require(reply, "The settlement of care " + ended.careVisitId()));
  }

  /**
   * Undoes the settlement of a visit: the fund's money and the person's go back to where they came
   * from. The visit keeps its place in the plan, for the care was given, and is not settled again.
   * After a restart, begin, end and settlement asked again give the ticket anew.
   *
   * @param reason such as 项目录入错误
   * @throws NotPermitted when the operator may not undo what stands
   * @throws Misuse when no reason is given
   * @throws CentreUnreachable when nothing was sent: it can be tried again
   * @throws EnvelopeRejected when nothing was sent, because whoever answered was not the centre
   */
  public CareCancelOutcome cancel(CareVisit.Settled settled, String reason) {
    Shift operator = acting.get();
    duty.require(operator, Permission.RESOLVE_NOT_WANTED);
    if (reason.isBlank()) {
      throw new Misuse("A settlement is cancelled for a reason: say which");
    }
    duty.note(
        operator,
        ActKind.CARE_CANCELLATION_ASKED,
        visit(settled.patient()),
        cancellation(settled, reason));
    Reply<CareUndone> reply =
        terminal
            .centre()
            .longTermCare()
            .cancel(settled, reason, operator.operatorId(), now(), terminal.deadline());
    if (reply instanceof Reply.Answered<CareUndone> answered) {
      duty.note(
          operator,
          ActKind.CARE_CANCELLED,
          visit(settled.patient()),
          cancellation(settled, reason)
              .put("cancellation", answered.value().cancellationId())
              .put(
                  "receipt",
                  HexFormat.of().formatHex(answered.value().evidence().document().bytes())));
      return new CareCancelOutcome.Cancelled(answered.value());
    }
    if (reply instanceof Reply.Refused<CareUndone> refused) {
      return new CareCancelOutcome.Refused(refused.refusal());
    }
    if (reply instanceof Reply.NoAnswer<CareUndone> silence) {
      return new CareCancelOutcome.Unknown(silence.why());
    }
    if (reply instanceof Reply.NotAuthentic<CareUndone> forged && forged.sent()) {
      return new CareCancelOutcome.Unknown(forged.why());
    }
    throw new IllegalStateException(
        "Nothing was sent, and nobody says so: "
            + Answers.require(reply, "The cancellation of care " + settled.careVisitId()));
  }

  private static ActBody cancellation(CareVisit.Settled settled, String reason) {
    return figures(settled.figures())
        .put("care", settled.careVisitId())
        .put("settlement", settled.settlementId())
        .put("reason", reason);
  }

  private static ActBody figures(CareFigures figures) {
    return new ActBody()
        .put("total", figures.total())
        .put("long-term-care-fund", figures.longTermCareFund())
        .put("own", figures.ownPayment());
  }

  private static String visit(Patient patient) {
    return patient.registration().visitNumber();
  }

  /** To the millisecond, as it travels. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
