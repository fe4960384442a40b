package io.caresettle.sim.year;

import io.caresettle.eligibility.Agreement;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.eligibility.Suspension;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.sim.entitle.CareSought;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hospitals and pharmacies of an area and of one beside it, all invented. */
final class Houses {

  /** A district of the delta's demonstration zone, where nobody files. */
  private static final String ZONE = "310118";

  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  final List<Institution> hospitals;
  final List<Institution> pharmacies;

  /** Small ones, near home, which most people go to. */
  final Institution community;

  final List<Institution> away;

  private Houses(
      List<Institution> hospitals, List<Institution> pharmacies, List<Institution> away) {
    this.hospitals = hospitals;
    this.pharmacies = pharmacies;
    this.community = hospitals.get(0);
    this.away = away;
  }

  static Houses of(String area) {
    String digits = area.equals("test") ? "329900" : area;
    Institution one = hospital(digits, 1, area, InstitutionLevel.LEVEL_1, Grade.A);
    Institution two = hospital(digits, 2, area, InstitutionLevel.LEVEL_2, Grade.A);
    Institution three = hospital(digits, 3, area, InstitutionLevel.LEVEL_3, Grade.A);
    List<Institution> hospitals = new ArrayList<>(List.of(one, two, three));
    hospitals.add(hospital(digits, 4, area, InstitutionLevel.LEVEL_2, Grade.B));
    hospitals.add(hospital(digits, 5, area, InstitutionLevel.LEVEL_1, Grade.C));
    // Lost its agreement in the middle of the year.
    hospitals.add(
        hospital(digits, 6, area, InstitutionLevel.LEVEL_2, Grade.A)
            .under(agreement(Optional.of(LocalDate.of(2026, 6, 30)), List.of())));
    // The bureau stopped it for two months.
    hospitals.add(
        hospital(digits, 7, area, InstitutionLevel.LEVEL_3, Grade.A)
            .under(
                agreement(
                    Optional.empty(),
                    List.of(
                        new Suspension(
                            LocalDate.of(2026, 8, 1),
                            Optional.of(LocalDate.of(2026, 9, 30)),
                            "")))));
    // Fell from grade A to grade D.
    hospitals.add(
        hospital(digits, 8, area, InstitutionLevel.LEVEL_1, Grade.A)
            .graded(
                new Institution.Graded(Grade.A, LONG_AGO, Optional.of(LocalDate.of(2026, 4, 30))),
                new Institution.Graded(Grade.D, LocalDate.of(2026, 5, 1), Optional.empty())));
    String other = area.equals("310000") ? "320500" : "310000";
    List<Institution> away =
        List.of(
            hospital(other, 91, other, InstitutionLevel.LEVEL_3, Grade.A),
            inDistrict(hospital(other, 92, other, InstitutionLevel.LEVEL_2, Grade.A), other));
    return new Houses(
        List.copyOf(hospitals),
        List.of(pharmacy(digits, 51, area), pharmacy(digits, 52, area)),
        away);
  }

  private static Institution inDistrict(Institution plain, String area) {
    return new Institution(
        plain.code(),
        plain.name(),
        plain.area(),
        area.equals("310000") ? ZONE : "320509",
        plain.kind(),
        plain.level(),
        plain.grades(),
        plain.agreements(),
        plain.departments(),
        plain.prescribers());
  }

  private static Institution hospital(
      String digits, int number, String area, InstitutionLevel level, Grade grade) {
    return new Institution(
        code(digits, number),
        "测试医院" + number,
        area,
        area,
        Kind.HOSPITAL,
        level,
        List.of(new Institution.Graded(grade, LONG_AGO, Optional.empty())),
        List.of(agreement(Optional.empty(), List.of())),
        Map.of(
            "D9",
            List.of(
                new Suspension(
                    LocalDate.of(2026, 3, 1), Optional.of(LocalDate.of(2026, 5, 31)), ""))),
        Map.of());
  }

  private static Institution pharmacy(String digits, int number, String area) {
    return new Institution(
        code(digits, number),
        "测试药店" + number,
        area,
        Kind.PHARMACY,
        InstitutionLevel.LEVEL_1,
        Grade.B);
  }

  private static String code(String digits, int number) {
    return "TEST" + digits + (number < 10 ? "0" : "") + number;
  }

  /** Covers aid; no care over the internet. */
  private static Agreement agreement(Optional<LocalDate> to, List<Suspension> suspensions) {
    return new Agreement(LONG_AGO, to, suspensions, false, true);
  }

  /** A house as it stands at the centre on a day. */
  static CareSought.Place asTheCentreHasIt(Institution house, LocalDate day) {
    Optional<Agreement> agreement = house.agreementOn(day);
    boolean suspended =
        agreement.stream().flatMap(a -> a.suspensions().stream()).anyMatch(s -> s.holdsOn(day));
    return new CareSought.Place(
        house.code(),
        house.area(),
        agreement.isPresent(),
        true,
        house.district().equals(ZONE) || house.district().equals("320509"),
        suspended,
        house.district());
  }
}
