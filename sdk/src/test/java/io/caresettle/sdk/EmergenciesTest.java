package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.centre.EmergencyArrival;
import io.caresettle.centre.EmergencyRegistration;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Patient;
import io.caresettle.identity.SwitchedRules;
import io.caresettle.policy.plan.CareType;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.Misuse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-BEN-09: somebody without a credential")
@Tag("R-BEN-09")
class EmergenciesTest {

  private Till till;

  @BeforeEach
  void open(@TempDir Path folder) {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private EmergencyArrival arrival(String visit) {
    return new EmergencyArrival(
        new Visit(visit, CareType.OUTPATIENT, LocalDate.of(2026, 11, 20)),
        "about forty, blue coat",
        till.clock.instant());
  }

  @Test
  @DisplayName("is registered, named at that visit, and merged")
  void merged() {
    EmergencyRegistration emergency = till.counter.registerEmergency(arrival("V1"));
    Patient named = till.eligibility().patient();
    assertEquals("P0000001", till.counter.merge(emergency, named).personNumber());
    assertEquals(
        List.of("register V1 by op-7", "merge R-V1 P0000001"), till.centre.registrations().calls());
  }

  @Test
  @DisplayName("is not whoever was checked for another visit")
  void anotherVisit() {
    EmergencyRegistration emergency = till.counter.registerEmergency(arrival("V2"));
    Patient other = till.eligibility().patient();
    Emergencies emergencies =
        new Emergencies(till.terminal, till.terminal.duty(), SwitchedRules.now());
    Deadline deadline = Deadline.in(Duration.ofSeconds(30));
    assertThrows(
        Misuse.class, () -> emergencies.merge(till.counter.shift(), emergency, other, deadline));
    assertEquals(List.of("register V2 by op-7"), till.centre.registrations().calls());
  }

  @Test
  @DisplayName("is not whoever has left the counter")
  void nobodyThere() {
    EmergencyRegistration emergency = till.counter.registerEmergency(arrival("V1"));
    Patient gone = till.eligibility().patient();
    till.counter.close();
    assertThrows(Misuse.class, () -> till.counter.merge(emergency, gone));
  }

  @Test
  @DisplayName("can be registered again when the centre was away, and let go by mistake")
  void again() {
    till.centre.registrations().setReachable(false);
    EmergencyArrival arrival = arrival("V1");
    assertThrows(CentreUnreachable.class, () -> till.counter.registerEmergency(arrival));
    till.centre.registrations().setReachable(true);
    till.counter.withdraw(till.counter.registerEmergency(arrival), "registered twice");
    assertEquals(
        List.of("register V1 by op-7", "withdraw R-V1 registered twice"),
        till.centre.registrations().calls());
  }

  @Test
  @DisplayName("is not described where records are printed")
  void notPrinted() {
    assertEquals("EmergencyArrival[visit V1]", arrival("V1").toString());
  }
}
