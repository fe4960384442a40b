package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What the centre has on record of a person: what was paid and when, nothing that was decided.
 *
 * @param balance the personal account of this year, in fen
 * @param pastYears what is left of the account of past years, in fen
 * @param contributionYears with those that count as paid
 */
public record History(
    String number,
    String name,
    Optional<String> identity,
    LocalDate born,
    Sex sex,
    long balance,
    long pastYears,
    List<Group> groups,
    List<Aid> aid,
    int contributionYears,
    Optional<LocalDate> retiredSince,
    Optional<Ended> ended,
    Optional<Judgment> judgment,
    List<Enrolment> enrolments,
    List<Filing> filings,
    List<Recognition> recognitions,
    List<Stay> stays,
    List<Sanction> sanctions,
    List<Bound> family,
    List<OtherCover> covers,
    List<Leave> leave) {

  /** Of somebody whom nobody covers but the public layers. */
  public History(
      String number,
      String name,
      Optional<String> identity,
      LocalDate born,
      Sex sex,
      long balance,
      long pastYears,
      List<Group> groups,
      List<Aid> aid,
      int contributionYears,
      Optional<LocalDate> retiredSince,
      Optional<Ended> ended,
      Optional<Judgment> judgment,
      List<Enrolment> enrolments,
      List<Filing> filings,
      List<Recognition> recognitions,
      List<Stay> stays,
      List<Sanction> sanctions,
      List<Bound> family) {
    this(
        number,
        name,
        identity,
        born,
        sex,
        balance,
        pastYears,
        groups,
        aid,
        contributionYears,
        retiredSince,
        ended,
        judgment,
        enrolments,
        filings,
        recognitions,
        stays,
        sanctions,
        family,
        List.of(),
        List.of());
  }

  public History {
    groups = List.copyOf(groups);
    aid = List.copyOf(aid);
    enrolments = List.copyOf(enrolments);
    filings = List.copyOf(filings);
    recognitions = List.copyOf(recognitions);
    stays = List.copyOf(stays);
    sanctions = List.copyOf(sanctions);
    family = List.copyOf(family);
    covers = List.copyOf(covers);
    leave = List.copyOf(leave);
  }

  /** Man or woman, for the years of contribution. */
  public enum Sex {
    WOMAN,
    MAN
  }

  /** A group that the person belongs to, such as disabled-soldier. */
  public record Group(String group, Dates dates) {}

  /** A class of medical aid that an area's bureau granted. */
  public record Aid(String aidClass, String area, Dates dates) {}

  /** Death or emigration. */
  public record Ended(String why, LocalDate on) {}

  /** A sentence to prison. */
  public record Judgment(LocalDate effective, Optional<LocalDate> released) {}

  /** An enrolment, whatever it entitles to. */
  public sealed interface Enrolment {
    String area();
  }

  /**
   * An enrolment in the employees' scheme. Every month from arrival on is paid but the {@code
   * unpaid} ones.
   *
   * @param arrived the day on which the first full contribution arrived
   * @param first the first enrolment ever
   * @param ends the last day of the relation
   * @param category where the area has already settled it
   * @param applied when the large-sum subsidy was applied for, where it must be
   */
  public record Employee(
      String area,
      Kind kind,
      LocalDate arrived,
      boolean first,
      Optional<LocalDate> ends,
      List<Unpaid> unpaid,
      Optional<Category> category,
      Optional<LocalDate> applied)
      implements Enrolment {
    public Employee {
      unpaid = List.copyOf(unpaid);
    }
  }

  /** A month that was not paid when it was due, and the day on which the money came after all. */
  public record Unpaid(YearMonth month, Optional<LocalDate> madeUp) {}

  /**
   * An enrolment in the residents' scheme.
   *
   * @param continuous enrolled already in the year before the first one paid here
   * @param entered the year of entry, of a freshman
   * @param ends the last day, where the relation was given up before what was paid is over
   * @param applied when critical illness was applied for, where it must be
   */
  public record Resident(
      String area,
      Category kind,
      boolean disabled,
      List<Premium> paid,
      boolean continuous,
      Optional<Integer> entered,
      Optional<LocalDate> ends,
      Optional<LocalDate> applied)
      implements Enrolment {
    public Resident {
      paid = List.copyOf(paid);
    }
  }

  /**
   * A year's premium, and the day on which it was paid.
   *
   * @param central booked as paid in the central period; counts where the area published no dates
   */
  public record Premium(int year, LocalDate on, boolean central) {}

  /** Off-site care that was filed: long-term, referred, temporary. */
  public record Filing(String id, String kind, String careArea, Dates dates, LocalDate filed) {}

  /** A disease that a hospital recognised. */
  public record Recognition(
      String disease,
      String kind,
      Dates dates,
      String hospital,
      String level,
      LocalDate uploaded) {}

  /** Days in a hospital or a family bed. */
  public record Stay(String institution, Dates dates) {}

  /**
   * A suspension of online settlement, or of long-term care's.
   *
   * @param violation the days whose costs a violation concerned that was found and dealt with
   */
  public record Sanction(Dates dates, String why, boolean longTermCare, Optional<Dates> violation) {

    /** One with which nothing was found. */
    public Sanction(Dates dates, String why, boolean longTermCare) {
      this(dates, why, longTermCare, Optional.empty());
    }
  }

  /** A relative whose account may pay for this person. */
  public record Bound(String payer, String relation, Dates dates) {}

  /**
   * That a commercial insurer or a mutual fund covers the person.
   *
   * @param mutual a fund of mutual aid, and no insurer
   */
  public record OtherCover(String payer, String name, boolean mutual, Dates dates) {}

  /**
   * Leave to pass data of settlements to a payer.
   *
   * @param person who gave it, and whose data it is of
   * @param direct to be paid at once; otherwise for a claim of the person's own
   * @param dates the days of service whose data may be passed
   * @param revoked when it was taken back
   */
  public record Leave(
      String id,
      String person,
      String payer,
      boolean direct,
      Dates dates,
      Optional<LocalDate> revoked) {}
}
