package io.caresettle.centre.national.flow;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.eligibility.Enrolment;
import io.caresettle.eligibility.Entitlements;
import io.caresettle.eligibility.Entitlements.AidClass;
import io.caresettle.eligibility.InsuredKind;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Scheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What 1101 says of somebody's insurances, in our words. */
final class Insurances {

  private static final Map<String, Scheme> SCHEMES =
      Map.of(
          "310", Scheme.EMPLOYEE,
          "390", Scheme.RESIDENT,
          "391", Scheme.RESIDENT,
          "380", Scheme.RESIDENT);

  private final List<Enrolment> enrolments = new ArrayList<>();
  private final List<Shown.Insurance> rows = new ArrayList<>();
  private final List<AidClass> aid = new ArrayList<>();
  private final List<String> lacks = new ArrayList<>();

  private Insurances() {}

  /**
   * @param aidClasses the area's words by identity class
   */
  static Insurances read(Node output, Map<String, String> aidClasses, LocalDate today) {
    Insurances found = new Insurances();
    for (Node row : output.nodes("insuinfo")) {
      found.take(row, today);
    }
    String area = found.rows.isEmpty() ? "" : found.rows.get(0).place();
    for (Node row : output.nodes("idetinfo")) {
      Optional<String> word = row.text("psn_idet_type").map(aidClasses::get);
      if (word.isPresent()) {
        found.aid.add(
            new AidClass(
                word.get(),
                area,
                row.text("begntime").flatMap(Times::readDay).orElse(today),
                row.text("endtime").flatMap(Times::readDay)));
      }
    }
    return found;
  }

  Entitlements entitlements() {
    return Entitlements.of(enrolments).withAid(aid.toArray(AidClass[]::new));
  }

  List<Shown.Insurance> rows() {
    return List.copyOf(rows);
  }

  /** The fields that some row should have had. */
  List<String> lacks() {
    return List.copyOf(lacks);
  }

  private void take(Node row, LocalDate today) {
    String code = row.text("insutype").orElse("");
    Scheme scheme = SCHEMES.get(code);
    Optional<String> place = row.text("insuplc_admdvs");
    if (scheme == null || place.isEmpty()) {
      // Cadres, soldiers and funds beside the basic ones have no scheme of ours.
      lacks.add(scheme == null ? "insutype" : "insuplc_admdvs");
      return;
    }
    String person = row.text("psn_type").orElse("");
    LocalDate from = row.text("psn_insu_date").flatMap(Times::readDay).orElse(LocalDate.EPOCH);
    if (row.text("psn_insu_date").isEmpty()) {
      lacks.add("psn_insu_date");
    }
    Money balance = new Money(Yuan.fen(row, List.of("balc")).orElse(0L));
    enrolments.add(
        new Enrolment(
            scheme == Scheme.RESIDENT
                ? InsuredKind.RESIDENT
                : person.equals("1103") ? InsuredKind.FLEXIBLE : InsuredKind.EMPLOYER,
            category(scheme, person),
            place.get(),
            from,
            ended(row, from, today),
            scheme == Scheme.EMPLOYEE || balance.fen() > 0 ? Optional.of(from) : Optional.empty(),
            List.of(),
            balance,
            Money.ZERO,
            Map.of(),
            OptionalInt.empty()));
    rows.add(new Shown.Insurance(scheme, code, place.get()));
  }

  /** Who is not insured normally today is not insured from the pause on, or from today. */
  private static Optional<LocalDate> ended(Node row, LocalDate from, LocalDate today) {
    boolean normal = row.text("psn_insu_stas").map(status -> status.equals("1")).orElse(true);
    if (normal) {
      return Optional.empty();
    }
    LocalDate last =
        row.text("paus_insu_date")
            .flatMap(Times::readDay)
            .filter(day -> !day.isAfter(today))
            .orElse(today)
            .minusDays(1);
    return Optional.of(last.isBefore(from) ? from : last);
  }

  private static InsuredCategory category(Scheme scheme, String person) {
    if (scheme == Scheme.EMPLOYEE) {
      return person.startsWith("12") || person.startsWith("13")
          ? InsuredCategory.RETIRED
          : InsuredCategory.ACTIVE;
    }
    return switch (person) {
      case "1401" -> InsuredCategory.NEWBORN;
      case "1402", "1403", "1405" -> InsuredCategory.CHILD;
      case "1404" -> InsuredCategory.STUDENT;
      default -> person.startsWith("16") ? InsuredCategory.ELDERLY : InsuredCategory.ADULT;
    };
  }
}
