package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Agreement;
import io.caresettle.eligibility.Institution;
import io.caresettle.eligibility.Institution.Grade;
import io.caresettle.eligibility.Institution.Kind;
import io.caresettle.eligibility.Suspension;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The institutions that the centre knows, with the days of their agreements. */
record Designated(Map<String, Institution> byCode) {

  private static final String FILE = "/centre/institutions.yaml";
  private static final Map<String, Kind> KINDS =
      Map.of("hospital", Kind.HOSPITAL, "pharmacy", Kind.PHARMACY, "carer", Kind.CARER);
  private static final Map<String, InstitutionLevel> LEVELS =
      Map.of(
          "level-1", InstitutionLevel.LEVEL_1,
          "level-2", InstitutionLevel.LEVEL_2,
          "level-3", InstitutionLevel.LEVEL_3);
  private static final Map<String, Grade> GRADES =
      Map.of("A", Grade.A, "B", Grade.B, "C", Grade.C, "D", Grade.D);

  static Designated shipped() {
    try (InputStream in =
        Objects.requireNonNull(Designated.class.getResourceAsStream(FILE), FILE)) {
      return of(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Designated of(String file, String text) {
    return Reading.of(
        file,
        text,
        top -> {
          Map<String, Institution> all = new LinkedHashMap<>();
          for (Field entry : top.required("institutions").list()) {
            entry
                .mapping()
                .flatMap(Designated::institution)
                .ifPresent(
                    one -> {
                      if (all.put(one.code(), one) != null) {
                        entry.fault("'" + one.code() + "' a second time", "each code once");
                      }
                    });
          }
          return Optional.of(new Designated(all));
        });
  }

  private static Optional<Institution> institution(Mapping entry) {
    Optional<String> code = entry.required("code").text();
    Optional<String> name = entry.required("name").text();
    Optional<Kind> kind = entry.required("kind").word(KINDS);
    Optional<InstitutionLevel> level = entry.required("level").word(LEVELS);
    Optional<Grade> grade = entry.required("grade").word(GRADES);
    Optional<String> area = entry.required("area").text();
    Optional<String> district = entry.optional("district").text();
    Optional<Agreement> agreement =
        entry.optional("agreement").mapping().flatMap(Designated::agreement);
    if (code.isEmpty()
        || name.isEmpty()
        || kind.isEmpty()
        || level.isEmpty()
        || grade.isEmpty()
        || area.isEmpty()) {
      return Optional.empty();
    }
    Institution always =
        new Institution(code.get(), name.get(), area.get(), kind.get(), level.get(), grade.get());
    return Optional.of(
        new Institution(
            always.code(),
            always.name(),
            always.area(),
            district.orElse(always.area()),
            always.kind(),
            always.level(),
            always.grades(),
            agreement.map(List::of).orElse(always.agreements()),
            Map.of(),
            Map.of()));
  }

  private static Optional<Agreement> agreement(Mapping entry) {
    Optional<LocalDate> from = entry.required("from").date();
    Optional<LocalDate> to = entry.optional("to").date();
    List<Suspension> suspensions =
        entry.optional("suspended").list().stream()
            .flatMap(field -> field.mapping().flatMap(Designated::suspension).stream())
            .toList();
    boolean internet = entry.optional("internet").truth().orElse(false);
    boolean aid = entry.optional("aid-hospital").truth().orElse(true);
    return from.map(first -> new Agreement(first, to, suspensions, internet, aid));
  }

  private static Optional<Suspension> suspension(Mapping entry) {
    Optional<LocalDate> from = entry.required("from").date();
    Optional<LocalDate> to = entry.optional("to").date();
    String basis = entry.optional("basis").text().orElse("");
    return from.map(first -> new Suspension(first, to, basis));
  }
}
