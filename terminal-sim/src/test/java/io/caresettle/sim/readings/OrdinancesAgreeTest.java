package io.caresettle.sim.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.EntitlementUnit;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.adjudicate.Ordinance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The till's reading of who may have what and the centre's")
class OrdinancesAgreeTest {

  private static final LawBook CENTRE = LawBook.shipped();

  static Stream<CompiledPack> packs() {
    return PolicyBook.shipped().packs().stream().filter(pack -> pack.header().isEntitlement());
  }

  @Test
  void knowTheSameNames() {
    assertEquals(
        Arrays.stream(EntitlementName.values())
            .map(EntitlementName::id)
            .collect(Collectors.toSet()),
        Ordinance.names());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  @DisplayName("say the same of every name of a shipped pack, on every day on which one changes")
  void sayTheSame(CompiledPack pack) {
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day : pack.changes()) {
      days.add(day);
      days.add(day.plusMonths(1));
      if (day.isAfter(pack.from())) {
        days.add(day.minusDays(1));
      }
    }
    days.removeIf(day -> pack.to().map(day::isAfter).orElse(false));
    for (LocalDate day : days) {
      EntitlementRules till = pack.entitlement(day);
      Ordinance centre = CENTRE.ordinance(pack.id().area(), day);
      for (EntitlementName name : EntitlementName.values()) {
        String what = name + " on " + day;
        Ruling<List<String>> ruling = till.asWritten(name);
        assertEquals(said(ruling), said(centre, name), what);
        assertEquals(ruling.source().toString(), centre.place(name.id()), what);
      }
    }
    assertTrue(days.size() >= 2, "two days at least");
  }

  private static Optional<Object> said(Ruling<List<String>> ruling) {
    return ruling instanceof Ruling.Said<List<String>> said
        ? Optional.of(new LinkedHashSet<>(said.value()))
        : Optional.empty();
  }

  /** In the words of a pack, by whichever question the name's unit asks. */
  private static Optional<Object> said(Ordinance centre, EntitlementName name) {
    EntitlementUnit unit = name.unit();
    if (unit.counts()) {
      return centre.number(name.id()).map(number -> Set.of(number.toString()));
    }
    return switch (unit) {
      case MONTH_DAY -> centre.day(name.id()).map(day -> Set.of(day.toString().substring(2)));
      case YES_NO -> centre.yes(name.id()).map(yes -> Set.of(yes ? "yes" : "no"));
      case CHOICE -> centre.word(name.id()).map(Set::of);
      default -> centre.words(name.id()).map(words -> words);
    };
  }
}
