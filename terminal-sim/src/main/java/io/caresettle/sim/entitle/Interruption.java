package io.caresettle.sim.entitle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Days on which an enrolment gives less than it would.
 *
 * @param bearer who bears what the funds would have paid
 * @param payableAfterwards what those days cost is paid after all
 * @param remedyUntil the last day on which paying up would make it so
 * @param madeGoodOn the day on which all that was missing had come, in time or not
 * @param legalBasis where the area's text says so; empty where none does
 * @param notPublished names of what is read in the strictest way because nobody published it
 */
public record Interruption(
    Dates dates,
    Scope scope,
    Cause cause,
    Optional<Bearer> bearer,
    boolean payableAfterwards,
    Optional<LocalDate> remedyUntil,
    Optional<LocalDate> madeGoodOn,
    CentreRule rule,
    String legalBasis,
    List<String> notPublished) {

  public Interruption {
    notPublished = List.copyOf(notPublished);
  }

  /** What is closed. */
  public enum Scope {
    POOL,
    ACCOUNT,
    ALL,
    LONG_TERM_CARE;

    boolean closesPool() {
      return this == POOL || this == ALL;
    }

    boolean closesAccount() {
      return this == ACCOUNT || this == ALL;
    }
  }

  /** Why. */
  public enum Cause {
    EMPLOYER_ARREARS("用人单位欠费", "the employer did not pay"),
    OWN_ARREARS("个人欠费", "the person did not pay"),
    JUDGMENT("服刑期间", "in prison"),
    SANCTION("暂停联网结算", "online settlement is suspended"),
    WAITING("等待期", "waiting"),
    ENDED("参保关系变动期间", "between two enrolments");

    private final String zh;
    private final String en;

    Cause(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  /** Who bears the gap. */
  public enum Bearer {
    PERSON,
    EMPLOYER
  }

  /** Whether what these days cost is paid after all, or may be yet, by what is known on a day. */
  public boolean mayBePaidAfter(LocalDate day) {
    return payableAfterwards
        || (madeGoodOn.isEmpty() && remedyUntil.filter(last -> !day.isAfter(last)).isPresent());
  }

  /** Where it stands, as a terminal is told it: the article, or that nobody published any. */
  public String ground() {
    return legalBasis.isEmpty() ? Note.notPublished(notPublished) : legalBasis;
  }

  /** Whether it was made good before a bill of these days is sent; on the day itself it is not. */
  boolean isMadeGoodBefore(LocalDate sent) {
    return payableAfterwards && madeGoodOn.filter(sent::isAfter).isPresent();
  }

  Note note() {
    Note note = Note.of(rule, legalBasis, cause.zh, cause.en).restingOn(notPublished);
    return dates.to().map(note::until).orElse(note);
  }
}
