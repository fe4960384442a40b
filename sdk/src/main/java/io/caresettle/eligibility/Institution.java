package io.caresettle.eligibility;

import io.caresettle.policy.plan.InstitutionLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A designated institution (定点医药机构): a hospital or a pharmacy under agreement, as it stands by
 * date.
 *
 * @param code 12 digits or capital letters
 * @param area the pooling area it lies in, six digits, or {@code test}
 * @param district the district it lies in, six digits, by which zones of off-site care count
 * @param grades which funds it may draw on (SZ 62), and when
 * @param agreements by which it is designated, and when
 * @param departments that were suspended, by their code
 * @param prescribers that were suspended, by their number
 */
public record Institution(
    String code,
    String name,
    String area,
    String district,
    Kind kind,
    InstitutionLevel level,
    List<Graded> grades,
    List<Agreement> agreements,
    Map<String, List<Suspension>> departments,
    Map<String, List<Suspension>> prescribers) {

  /** Hospital, pharmacy, or a designated carer (长期护理定点机构; SH 22). */
  public enum Kind {
    HOSPITAL,
    PHARMACY,
    CARER
  }

  /** A to D: from all funds down to the personal account alone (SZ 62¶1). Pharmacies start at B. */
  public enum Grade {
    A,
    B,
    C,
    D
  }

  /** A grade and its days. */
  public record Graded(Grade grade, LocalDate from, Optional<LocalDate> to) implements Dated {}

  public Institution {
    grades = List.copyOf(grades);
    agreements = List.copyOf(agreements);
    departments = Map.copyOf(departments);
    prescribers = Map.copyOf(prescribers);
  }

  /**
   * An institution that always had this grade and an agreement, which covers medical aid too, and
   * nothing over the internet.
   */
  public Institution(
      String code, String name, String area, Kind kind, InstitutionLevel level, Grade grade) {
    this(
        code,
        name,
        area,
        area,
        kind,
        level,
        List.of(new Graded(grade, LocalDate.EPOCH, Optional.empty())),
        List.of(new Agreement(LocalDate.EPOCH, Optional.empty(), List.of(), false, true)),
        Map.of(),
        Map.of());
  }

  /** The same under these agreements and no others. */
  public Institution under(Agreement... these) {
    return new Institution(
        code, name, area, district, kind, level, grades, List.of(these), departments, prescribers);
  }

  /** The same with these grades and no others. */
  public Institution graded(Graded... these) {
    return new Institution(
        code,
        name,
        area,
        district,
        kind,
        level,
        List.of(these),
        agreements,
        departments,
        prescribers);
  }

  /** The grade of a day; empty where none is known. */
  public Optional<Grade> gradeOn(LocalDate day) {
    return grades.stream().filter(g -> g.holdsOn(day)).map(Graded::grade).findFirst();
  }

  /** The agreement of a day; empty where there is none. */
  public Optional<Agreement> agreementOn(LocalDate day) {
    return agreements.stream().filter(a -> a.holdsOn(day)).findFirst();
  }
}
