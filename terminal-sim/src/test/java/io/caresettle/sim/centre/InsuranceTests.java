package io.caresettle.sim.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.protocol.wire.Interruption;
import io.caresettle.sim.ShippedOrdinances;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the rolls say of somebody with a history")
class InsuranceTests {

  private static final Insurance INSURANCE = Insurance.under(ShippedOrdinances.book());

  private static final String PERSON =
      """
      persons:
        - number: P0000101
          name: 测试某
          identity: "329900197006150011"
          card: {identifier: X, chip: Y, number: Z, area: "320500"}
          balance: "10.00"
          history: |
            person:
              number: P0000101
              name: 测试某
              born: 1970-06-15
              sex: man
              sanctions: [{from: 2025-10-01, to: 2025-12-31, why: 冒名, scope: networked}]
              enrolments:
                - {scheme: resident, kind: adult, area: "320500", paid: [{year: 2025, on: 2024-11-30}]}
                - scheme: employee
                  kind: employer
                  area: "320500"
                  arrived: 2025-03-10
                  unpaid: [{month: 2025-05, made-up: 2025-07-20}]
      """;

  private static List<Rolls.Enrolled> on(String service, String asked) {
    return INSURANCE.of(person(), LocalDate.parse(service), LocalDate.parse(asked));
  }

  private static Rolls.Person person() {
    return Rolls.of(
            Sheet.ofText("people.yaml", PERSON), Sheet.ofText("none.yaml", "institutions: []"))
        .person("P0000101")
        .orElseThrow();
  }

  private static Rolls.Enrolled employee(String service, String asked) {
    return on(service, asked).stream()
        .filter(e -> e.scheme().equals("employee"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("is decided for the day: the residents' scheme until the employees' begins")
  void isDecided() {
    assertEquals(List.of("resident"), schemes("2025-03-09"));
    assertEquals(List.of("employee"), schemes("2025-03-11"));
    Rolls.Enrolled employee = employee("2025-03-11", "2025-03-11");
    assertEquals(LocalDate.parse("2025-03-11"), employee.from());
    assertEquals("active", employee.category());
    assertEquals(false, employee.suspended());
  }

  private static List<String> schemes(String day) {
    return on(day, day).stream().map(Rolls.Enrolled::scheme).toList();
  }

  @Test
  @DisplayName("with arrears the pool is suspended and the account is not; a sanction closes both")
  void suspended() {
    assertEquals(true, employee("2025-06-01", "2025-06-01").suspended());
    assertEquals(false, employee("2025-06-01", "2025-06-01").accountClosed());
    assertEquals(true, employee("2025-06-01", "2025-07-20").suspended());
    assertEquals(false, employee("2025-06-01", "2025-07-21").suspended(), "made good by then");
    assertEquals(false, employee("2025-07-21", "2025-07-21").suspended());
    assertEquals(true, employee("2025-10-01", "2025-10-01").suspended());
    assertEquals(true, employee("2025-10-01", "2025-10-01").accountClosed());
    assertEquals(false, employee("2026-01-01", "2026-01-01").accountClosed());
  }

  @Test
  @DisplayName("a look-up tells every date with its cause, and a sanction as itself")
  void told() {
    DecidedDates told =
        INSURANCE
            .decided(person(), LocalDate.parse("2025-11-01"), LocalDate.parse("2025-11-01"))
            .orElseThrow();
    Enrolment employee = told.enrolments(cover -> Map.of("pool", 7L)).get(0);
    assertEquals("employer", employee.getKind());
    assertEquals("2025-03-11", employee.getFrom());
    assertEquals("2025-03-11", employee.getAccountFrom());
    assertEquals(Map.of("pool", 7L), employee.getYearToDateMap());
    assertEquals(1, employee.getInterruptionsCount());
    Interruption gap = employee.getInterruptions(0);
    assertEquals("2025-06-01", gap.getPeriod().getFrom());
    assertEquals("2025-07-20", gap.getPeriod().getTo());
    assertEquals(Interruption.Scope.POOL, gap.getScope());
    assertEquals(Interruption.Cause.EMPLOYER_ARREARS, gap.getCause());
    assertEquals(true, gap.getPayableAfterwards());
    assertEquals("2025-07-31", gap.getMayBeMadeGoodUntil());
    assertEquals("2025-07-20", gap.getMadeGoodOn());
    assertEquals(true, gapAskedOn("2025-06-15").getPayableAfterwards());
    assertEquals("", gapAskedOn("2025-06-15").getMadeGoodOn());
    assertEquals("2025-10-01", told.entitlements().getSuspensions(0).getPeriod().getFrom());
  }

  private static Interruption gapAskedOn(String day) {
    LocalDate today = LocalDate.parse(day);
    return INSURANCE
        .decided(person(), today, today)
        .orElseThrow()
        .enrolments(cover -> Map.of())
        .get(0)
        .getInterruptions(0);
  }

  @Test
  @DisplayName("a history beside enrolments, or of another person, is refused")
  void refused() {
    for (String text :
        List.of(
            PERSON + "    enrolments: [{scheme: employee}]\n",
            PERSON.replaceFirst("number: P0000101", "number: P0000102"))) {
      assertThrows(
          IllegalArgumentException.class,
          () ->
              Rolls.of(
                  Sheet.ofText("people.yaml", text),
                  Sheet.ofText("none.yaml", "institutions: []")));
    }
  }
}
