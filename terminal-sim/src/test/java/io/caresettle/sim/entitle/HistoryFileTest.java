package io.caresettle.sim.entitle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A person file")
class HistoryFileTest {

  private static final String WHOLE =
      """
      person:
        number: P0000101
        name: 测试某
        identity: "329900199001011234"
        born: 1990-01-01
        sex: woman
        balance: "1000.00"
        past-years: "200.05"
        groups: [{group: disabled-soldier, from: 2020-01-01}]
        aid: [{class: destitute, area: "320600", from: 2025-01-01, to: 2025-12-31}]
        contribution-years: 20
        retired-since: 2026-01-01
        ended: {why: death, on: 2026-03-01}
        judgment: {effective: 2025-05-10, released: 2026-01-01}
        enrolments:
          - scheme: employee
            kind: employer
            area: "320500"
            arrived: 2025-03-10
            unpaid: [{month: 2025-05, made-up: 2025-07-20}, {month: 2025-09}]
            ends: 2025-12-31
          - {scheme: employee, kind: flexible, area: "320500", arrived: 2026-01-10, first: true, category: active}
          - {scheme: resident, kind: adult, area: "320500", paid: [{year: 2025, on: 2024-11-30}], continuous: true}
        filings: [{kind: long-term, care-area: "310000", from: 2025-01-01, filed: 2025-01-01}]
        recognitions:
          - {disease: M00500, kind: special, from: 2025-01-01, hospital: TESTSZ0001, level: level-2, uploaded: 2025-01-01}
        stays: [{institution: TESTSZ0001, from: 2025-04-01, to: 2025-04-05}]
        sanctions: [{from: 2025-04-01, to: 2025-06-30, why: 冒名, scope: networked}]
        family: [{payer: P0000102, relation: spouse, from: 2025-01-01}]
      """;

  @Test
  @DisplayName("is read as it stands")
  void isRead() {
    History person = HistoryFile.read("p.yaml", WHOLE);
    assertEquals("测试某", person.name());
    assertEquals(100_000, person.balance());
    assertEquals(20_005, person.pastYears());
    assertEquals(3, person.enrolments().size());
    History.Employee first = (History.Employee) person.enrolments().get(0);
    assertEquals(2, first.unpaid().size());
    assertEquals(Optional.of(LocalDate.parse("2025-07-20")), first.unpaid().get(0).madeUp());
    assertEquals(1, person.filings().size());
    assertEquals(1, person.recognitions().size());
    assertEquals(1, person.family().size());
  }

  @Test
  @DisplayName(
      "with several faults tells them all, each with its line and, where there is one, its rule")
  void allAtOnce() {
    String broken =
        WHOLE
            .replace("sex: woman", "sex: womam")
            .replace("\"1000.00\"", "\"1000.0\"")
            .replace("released: 2026-01-01", "released: 2025-01-01")
            .replace("on: 2024-11-30", "on: 1989-11-30")
            .replace("relation: spouse", "relatoin: spouse");
    UnreadableHistory told =
        assertThrows(UnreadableHistory.class, () -> HistoryFile.read("p.yaml", broken));
    assertEquals(
        List.of(
            "p.yaml:6: 'sex' should be one of [man, woman], not 'womam'",
            "p.yaml:7: 'balance' should be yuan with two decimals, such as \"105.30\", not"
                + " '1000.0'",
            "p.yaml:14: R-ELIG-16 released before the judgment took effect",
            "p.yaml:23: R-ELIG-22 the premium of 1989-11-30 lies before the birth, 1990-01-01",
            "p.yaml:29: 'relation' is missing",
            "p.yaml:29: unknown key 'relatoin'"),
        told.faults().stream().map(Object::toString).toList());
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          number: P0000101       | x: y                  | unknown key 'x'
          kind: flexible         | kind: freelance       | 'kind' should be one of
          scheme: resident       | scheme: rural         | 'scheme' should be one of
          month: 2025-09         | month: 2025-05        | 2025-05 is unpaid twice
          month: 2025-09         | month: 2025-02        | is unpaid before anything was paid
          month: 2025-09         | month: September      | 'month' should be a month
          made-up: 2025-07-20    | made-up: 2025-04-30   | R-ELIG-11 made up before the month itself
          ends: 2025-12-31       | ends: 2025-03-09      | ends before the first contribution arrived
          ends: 2025-12-31       | ends: 2026-01-10      | R-DUAL-01 enrolments 1 and 2 overlap
          to: 2025-04-05         | to: 2025-03-31        | ends before it begins
          continuous: true       | continuous: maybe     | 'continuous' should be true or false
          continuous: true       | freshman: {entered: 2025} | R-ELIG-08 a freshman is a student
          born: 1990-01-01       | born: 2025-04-02      | lies before the birth
          scope: networked       | scope: all            | 'scope' should be one of
          why: death             | why: moved            | 'why' should be one of
          contribution-years: 20 | contribution-years: -1 | 'contribution-years' should be whole years
          """)
  void isRefused(String was, String is, String what) {
    UnreadableHistory told =
        assertThrows(
            UnreadableHistory.class, () -> HistoryFile.read("p.yaml", WHOLE.replace(was, is)));
    assertTrue(told.toString().contains(what), told.toString());
  }

  @Test
  @DisplayName("that is no YAML, empty, or has no person, is refused with its line")
  void noFile() {
    for (String text : List.of("", "person: [", "perso: {}", "- 1", "person: 7")) {
      UnreadableHistory told =
          assertThrows(UnreadableHistory.class, () -> HistoryFile.read("p.yaml", text));
      assertEquals("p.yaml", told.faults().get(0).file());
    }
  }

  @Test
  @DisplayName("asked before the service is refused with the rule")
  void uploadedBeforeTheService() {
    History person = HistoryFile.read("p.yaml", WHOLE);
    Entitle entitle = new Entitle(Areas::of);
    LocalDate day = LocalDate.parse("2025-05-01");
    IllegalArgumentException told =
        assertThrows(
            IllegalArgumentException.class, () -> entitle.decide(person, day, day.minusDays(1)));
    assertTrue(told.toString().contains("R-ELIG-22"));
  }
}
