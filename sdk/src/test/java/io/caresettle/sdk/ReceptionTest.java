package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.NationalCode;
import io.caresettle.credential.PersonName;
import io.caresettle.identity.FaceResult;
import io.caresettle.identity.FaceResult.Answer;
import io.caresettle.identity.FamilyBinding;
import io.caresettle.identity.FamilyBinding.Relation;
import io.caresettle.identity.FoundPayer;
import io.caresettle.identity.InsuredPerson.CredentialStanding;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Registration;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.money.Money;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.problem.NotPermitted;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whoever arrives at a counter is checked, and what was found is kept and signed first")
@Timeout(150)
class ReceptionTest {

  private static final NationalCode CODE = new NationalCode("1234567890123456789012345678");

  private Till till;

  @BeforeEach
  void open(@TempDir Path folder) {
    till = new Till(folder);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private static Registration somebodyElse(String visit) {
    return new Registration(
        visit, PersonName.of("测试乙"), IdentityNumber.parse("329900196205070029"));
  }

  private static Reason refused(Runnable what) {
    return assertThrows(CredentialRefused.class, what::run).reason();
  }

  private void identify(Registration registration) {
    var unused = till.counter.identify(Till.card(), registration);
  }

  private static Map<String, String> body(Act act) {
    return ActBody.read(act.body());
  }

  private Map<String, String> onlyVerdict() {
    List<Act> verdicts = till.kept(ActKind.REAL_NAME_VERDICT);
    assertEquals(1, verdicts.size());
    assertEquals("V1", verdicts.get(0).visitNumber());
    assertEquals("op-7", verdicts.get(0).operatorId());
    return body(verdicts.get(0));
  }

  @Test
  @DisplayName("a passed check names every rule that was asked")
  void passed() {
    identify(Till.registered("V1"));
    Map<String, String> verdict = onlyVerdict();
    assertEquals("true", verdict.get("passed"));
    assertTrue(verdict.getOrDefault("rules", "").contains("R-ID-01"), verdict::toString);
    assertTrue(verdict.getOrDefault("rules", "").contains("R-ID-03"), verdict::toString);
    assertTrue(verdict.getOrDefault("zh", "").contains("测**"), verdict::toString);
    assertFalse(verdict.toString().contains("测试甲"));
  }

  @Test
  @DisplayName("a stopped check names the rule that stopped it")
  void stopped() {
    assertEquals(Reason.NOT_THE_REGISTERED_PATIENT, refused(() -> identify(somebodyElse("V1"))));
    Map<String, String> verdict = onlyVerdict();
    assertEquals("false", verdict.get("passed"));
    assertTrue(verdict.getOrDefault("rules", "").contains("R-ID-03"), verdict::toString);
    assertEquals("NOT_THE_REGISTERED_PATIENT", verdict.get("reason"));
  }

  @Test
  @DisplayName("a device that says another face stops the check, and is recorded")
  void anotherFace() {
    Instant at = till.clock.instant();
    FaceResult another = new FaceResult("F-1", Answer.NOT_SAME, OptionalInt.of(120), at);
    till.terminal.close();
    till.terminal =
        Terminal.open(till.config().faceCheck((shown, within) -> Optional.of(another)).build());
    till.counter = till.terminal.counter(TestOperators.OP_7);
    assertEquals(Reason.FACE_NOT_THE_HOLDER, refused(() -> identify(Till.registered("V1"))));
    Map<String, String> verdict = onlyVerdict();
    assertEquals("NOT_SAME", verdict.get("face"));
    assertEquals("F-1", verdict.get("face.device"));
    assertEquals("120", verdict.get("face.score"));
  }

  @Test
  @DisplayName("a payer whom the centre refuses three times fails the visit like a patient")
  void payersAreCounted() {
    Patient patient = till.counter.identify(Till.card(), Till.registered("V1"));
    for (int i = 0; i < 3; i++) {
      assertEquals(
          Reason.NOT_A_FAMILY_PAYER, refused(() -> till.counter.familyPayer(CODE, patient)));
    }
    assertEquals(Reason.REPEATED_FAILURES, refused(() -> identify(Till.registered("V1"))));
  }

  @ParameterizedTest
  @DisplayName("what the centre refuses is a verdict too")
  @CsvSource({
    "CARD_UNKNOWN, UNKNOWN_TO_CENTRE, R-ID-02",
    "REPORTED_LOST, REPORTED_LOST, R-ID-07",
    "SHOWN_ELSEWHERE, SHOWN_ELSEWHERE, R-ID-04"
  })
  void refusedByTheCentre(String code, Reason reason, String rule) {
    till.centre.refuseLookUps(code);
    assertEquals(reason, refused(() -> identify(Till.registered("V1"))));
    Map<String, String> verdict = onlyVerdict();
    assertEquals("false", verdict.get("passed"));
    assertEquals(rule, verdict.get("rules"));
    assertEquals(reason.name(), verdict.get("reason"));
  }

  @Test
  @DisplayName("no record, no patient, until the terminal is opened again on a sound disk")
  void aBrokenJournalGivesNoPatient() throws SQLException {
    change("CREATE TRIGGER broken BEFORE INSERT ON act BEGIN SELECT RAISE(ABORT, 'no'); END");
    assertThrows(JournalUnavailable.class, () -> identify(Till.registered("V1")));
    assertEquals(List.of("lookUp V1"), till.centre.calls("lookUp"));
    assertThrows(JournalUnavailable.class, () -> till.terminal.close());
    change("DROP TRIGGER broken");
    till.restart();
    identify(Till.registered("V1"));
    assertEquals("true", onlyVerdict().get("passed"));
  }

  private void change(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + till.journal);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  @DisplayName("after three failures a supervisor looks, and signs that it may be tried again")
  void failuresNeedASupervisor() {
    till.counter = till.terminal.counter(TestOperators.CASHIER);
    for (int i = 0; i < 3; i++) {
      assertEquals(Reason.NOT_THE_REGISTERED_PATIENT, refused(() -> identify(somebodyElse("V1"))));
    }
    assertEquals(Reason.REPEATED_FAILURES, refused(() -> identify(Till.registered("V1"))));
    assertThrows(NotPermitted.class, () -> till.counter.allowAgain(Till.card(), "V1"));
    assertEquals(Reason.REPEATED_FAILURES, refused(() -> identify(Till.registered("V1"))));
    var supervisor = till.terminal.takeShift(TestOperators.OP_8);
    String looked =
        till.counter.with(
            supervisor,
            c -> {
              c.allowAgain(Till.card(), "V1");
              return c.shift().operatorId();
            });
    assertEquals("cashier", looked);
    identify(Till.registered("V1"));
    List<Act> overridden = till.kept(ActKind.FAILURES_OVERRIDDEN);
    assertEquals(List.of("op-8"), overridden.stream().map(Act::operatorId).toList());
    assertEquals("V1", overridden.get(0).visitNumber());
    List<Act> verdicts = till.kept(ActKind.REAL_NAME_VERDICT);
    assertEquals(6, verdicts.size());
    assertEquals("cashier", verdicts.get(5).operatorId());
  }

  @Test
  @DisplayName("a national code is resolved, noted, and looked up by its binding")
  void aNationalCode() {
    Patient patient = till.counter.identify(CODE, Till.registered("V1"));
    assertSame(CODE, patient.credential());
    assertEquals(List.of("lookUp V1 binding-0"), till.centre.calls("lookUp"));
    Act resolved = till.kept(ActKind.CODE_RESOLVED).get(0);
    assertEquals("binding-0", body(resolved).get("binding"));
    assertEquals("V1", resolved.visitNumber());
    assertFalse(resolved.body().contains(CODE.text()));
    assertTrue(resolved.position() < till.kept(ActKind.REAL_NAME_VERDICT).get(0).position());
  }

  @Test
  @DisplayName("a relative who pays is noted, and so is one who may not (R-ID-06)")
  void aFamilyPayer() {
    Patient patient = till.counter.identify(Till.card(), Till.registered("V1"));
    assertEquals(Reason.NOT_A_FAMILY_PAYER, refused(() -> till.counter.familyPayer(CODE, patient)));
    till.centre.bind(
        new FoundPayer(
            new FamilyBinding(
                "P0000002", Relation.SPOUSE, LocalDate.of(2026, 1, 1), Optional.empty()),
            patient.personNumber(),
            PersonName.of("测试乙"),
            CredentialStanding.VALID,
            Optional.empty(),
            new Money(50_000)));
    assertEquals("P0000002", till.counter.familyPayer(CODE, patient).personNumber());
    List<Act> verdicts = till.kept(ActKind.REAL_NAME_VERDICT);
    assertEquals(3, verdicts.size());
    assertEquals("false", body(verdicts.get(1)).get("passed"));
    assertEquals("R-ID-06", body(verdicts.get(1)).get("rules"));
    assertEquals("true", body(verdicts.get(2)).get("passed"));
    assertEquals("R-ID-06", body(verdicts.get(2)).get("rules"));
    assertEquals("P0000002", body(verdicts.get(2)).get("payer"));
    assertEquals(2, till.kept(ActKind.CODE_RESOLVED).size());
  }
}
