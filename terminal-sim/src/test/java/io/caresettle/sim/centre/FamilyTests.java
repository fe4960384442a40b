package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.HOSPITAL;
import static io.caresettle.sim.centre.TestTill.line;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.FamilyBinding;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.TrialBody;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("R-ID-06: a relative's credential opens the relative's account and nothing else:")
class FamilyTests {

  private static final String CHILD = "P0000003";
  private static final String PARENT = "P0000001";

  @TempDir Path folder;
  private CentreDesk desk;
  private TestTill till;

  @BeforeEach
  void open() {
    desk = CentreDesk.open(TestCentre.settings(folder, new MovableClock()));
    till = new TestTill(desk, HOSPITAL);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  @DisplayName("the patient's look-up tells who may pay today, by number and relation alone")
  void bindings() {
    FamilyBinding binding =
        FamilyBinding.newBuilder()
            .setPayerPersonNumber(PARENT)
            .setRelation("parent")
            .setFrom("2024-01-01")
            .build();
    assertEquals(List.of(binding), till.lookUp("V-B1", CHILD).getPerson().getFamilyList());
    // Ended last year.
    assertEquals(List.of(), till.lookUp("V-B1", "P0000004").getPerson().getFamilyList());
  }

  @Test
  @DisplayName("a payer is not identified for the visit, so nothing is tried on the payer's fund")
  void neverThePatient() {
    till.lookUp("V-B1", CHILD);
    LookUpAnswer answer = till.lookUpPayer("V-B1", PARENT, CHILD);
    assertFalse(answer.hasPerson());
    assertEquals(PARENT, answer.getFamilyPayer().getBinding().getPayerPersonNumber());
    TrialBody body = till.body("B1", PARENT, line("1", "TEST-0001", 200_000_000, 10_000)).build();
    assertEquals("NOT_IDENTIFIED", till.trial(till.nextId(), body).getRefusal().getCode());
  }

  @Test
  @DisplayName("nobody pays for a patient who is not there")
  void patientFirst() {
    assertEquals("NOT_IDENTIFIED", till.lookUpPayer("V-B1", PARENT, CHILD).getRefusal().getCode());
    assertTrue(till.lookUp("V-B1", CHILD).hasPerson());
    assertTrue(till.lookUpPayer("V-B1", PARENT, CHILD).hasFamilyPayer());
  }

  @Test
  @DisplayName("a binding that ended or never was opens nothing")
  void notBound() {
    till.lookUp("V-B1", CHILD);
    assertEquals("NOT_BOUND", till.lookUpPayer("V-B1", "P0000002", CHILD).getRefusal().getCode());
    till.lookUp("V-B2", "P0000004");
    assertEquals(
        "NOT_BOUND", till.lookUpPayer("V-B2", "P0000002", "P0000004").getRefusal().getCode());
  }
}
