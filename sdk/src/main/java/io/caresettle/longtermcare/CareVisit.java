package io.caresettle.longtermcare;

import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A visit of long-term care as far as it has come: begun, ended, settled. Each is the only ticket
 * to the next, and none comes without the checks of {@link CareCheck} and the centre's answer.
 */
public sealed interface CareVisit {

  /** The centre's own number. */
  String careVisitId();

  /** Who is cared for, as identified at the start. */
  Patient patient();

  /** Care is being given. */
  final class Begun implements CareVisit {

    private final CareStart start;
    private final CareStart.Answer answer;

    Begun(CareStart start, CareStart.Answer answer) {
      this.start = start;
      this.answer = answer;
    }

    @Override
    public String careVisitId() {
      return answer.careVisitId();
    }

    @Override
    public Patient patient() {
      return start.patient();
    }

    /** As it was told first: a visit that is begun again after a restart keeps its start. */
    public Instant startedAt() {
      return answer.startedAt();
    }

    /** The day that the visit counts for. */
    public LocalDate day() {
      return LocalDate.ofInstant(startedAt(), CareFile.CHINA);
    }

    /** The most minutes of all chosen items together. */
    public int mostMinutes() {
      return answer.mostMinutes();
    }

    /** How often the scarcest item may still be given in its period, after this visit. */
    public int visitsLeft() {
      return answer.visitsLeft();
    }

    public List<ServicePlan.Item> items() {
      return start.items();
    }

    CareFile file() {
      return start.file();
    }

    @Override
    public String toString() {
      return "CareVisit.Begun[" + careVisitId() + "]";
    }
  }

  /** Care was given, and the centre counts it. */
  final class Ended implements CareVisit {

    private final CareEnd end;
    private final CareEnd.Answer answer;

    Ended(CareEnd end, CareEnd.Answer answer) {
      this.end = end;
      this.answer = answer;
    }

    @Override
    public String careVisitId() {
      return end.begun().careVisitId();
    }

    @Override
    public Patient patient() {
      return end.begun().patient();
    }

    public Begun begun() {
      return end.begun();
    }

    public List<CareGiven> given() {
      return end.given();
    }

    /** What was asked for all that was given. */
    public Money total() {
      return end.total();
    }

    public int countedMinutes() {
      return answer.countedMinutes();
    }

    /** The most that the standard allows, by the centre. */
    public Money feeLimit() {
      return answer.feeLimit();
    }

    /** As it was told first. */
    public Instant endedAt() {
      return answer.endedAt();
    }

    /** What the person confirms; empty where nobody published what the fund pays. */
    public Optional<CareFigures> figures() {
      return answer.figures();
    }

    /** Why there are none. */
    public Optional<CareShare.NotPublished> notPublished() {
      return answer.notPublished();
    }

    @Override
    public String toString() {
      return "CareVisit.Ended[" + careVisitId() + "]";
    }
  }

  /**
   * The long-term-care fund has settled it.
   *
   * @param businessDate the day that it counts in at the centre
   */
  record Settled(
      Ended ended,
      String settlementId,
      CareFigures figures,
      Instant settledAt,
      LocalDate businessDate)
      implements CareVisit {

    @Override
    public String careVisitId() {
      return ended.careVisitId();
    }

    @Override
    public Patient patient() {
      return ended.patient();
    }

    @Override
    public String toString() {
      return "CareVisit.Settled[" + careVisitId() + ", " + settlementId + "]";
    }
  }
}
