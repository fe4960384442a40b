package io.caresettle.sim.counter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.CodeUse;
import io.caresettle.credential.CodeUse.Business;
import io.caresettle.credential.NationalCode;
import io.caresettle.identity.Patient;
import io.caresettle.problem.CentreUnreachable;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.protocol.wire.MessageType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A national code at the counter")
@Timeout(180)
class NationalCodeTest {

  private static final String PERSON = "P0000002";

  private final SteppingClock clock = new SteppingClock();
  private Bench bench;

  @BeforeEach
  void open(@TempDir Path folder) {
    bench = new Bench(folder, clock);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private NationalCode code() {
    return bench.simulator.nationalCode(PERSON);
  }

  private Patient identify(NationalCode code, String visit) {
    return bench.counter.identify(code, bench.simulator.registration(PERSON, visit));
  }

  private Patient identify(NationalCode code, String visit, Business business) {
    CodeUse use = new CodeUse(business, Optional.of(new CodeUse.Department("D-03", "心内科")), true);
    return bench.counter.identify(
        code, bench.simulator.registration(PERSON, visit), use, Bench.PATIENCE);
  }

  private static void assertRefused(Reason reason, Executable what) {
    assertEquals(reason, assertThrows(CredentialRefused.class, what).reason());
  }

  @Test
  void isJudgedByTheCentreAndServesItsVisitFromRegistrationToSettlement() {
    NationalCode code = code();
    assertEquals(PERSON, identify(code, "V-1", Business.REGISTRATION).personNumber());
    clock.moveTo(Duration.ofMinutes(2));
    assertEquals(PERSON, identify(code, "V-1").personNumber());
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void servesNoOtherVisit() {
    NationalCode code = code();
    identify(code, "V-1");
    assertRefused(Reason.CODE_BOUND_TO_ANOTHER_VISIT, () -> identify(code, "V-2"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void aLostAnswerIsRetriedAndBindsOnce() {
    NationalCode code = code();
    bench.simulator.centre().faults().loseNext(MessageType.RESOLVE_CODE);
    assertEquals(PERSON, identify(code, "V-1").personNumber());
    assertRefused(Reason.CODE_BOUND_TO_ANOTHER_VISIT, () -> identify(code, "V-2"));
  }

  @Test
  void aLineThatBreaksBeforeTheAnswerIsMadeAnewAndTheCodeBindsOnce() {
    NationalCode code = code();
    bench.simulator.centre().faults().closeNext(MessageType.RESOLVE_CODE);
    assertEquals(PERSON, identify(code, "V-1").personNumber());
    assertEquals(PERSON, identify(code, "V-1").personNumber());
  }

  @Test
  void whoeverTriesAgainAfterAllAnswersWereLostFindsTheCodeBoundToTheSameVisit() {
    NationalCode code = code();
    for (int i = 0; i < 3; i++) {
      bench.simulator.centre().faults().loseNext(MessageType.RESOLVE_CODE);
    }
    assertThrows(CentreUnreachable.class, () -> identify(code, "V-1"));
    clock.moveTo(Duration.ofSeconds(90));
    // Some answers may be still to be lost, and a line to be made anew.
    Duration patience = Duration.ofSeconds(30);
    Patient found =
        bench.counter.identify(code, bench.simulator.registration(PERSON, "V-1"), patience);
    assertEquals(PERSON, found.personNumber());
    assertRefused(Reason.CODE_BOUND_TO_ANOTHER_VISIT, () -> identify(code, "V-2"));
  }

  @Test
  void anExpiredAndAnUnknownOneAreRefusedByTheCentreAlone() {
    NationalCode code = code();
    clock.moveTo(Duration.ofSeconds(60));
    assertRefused(Reason.CODE_EXPIRED, () -> identify(code, "V-1"));
    NationalCode foreign = new NationalCode("1234567890123456789012345678");
    assertRefused(Reason.UNKNOWN_TO_CENTRE, () -> identify(foreign, "V-1"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void someoneElsesIdentifiesNobody() {
    NationalCode theirs = bench.simulator.nationalCode("P0000004");
    assertRefused(Reason.NOT_THE_REGISTERED_PATIENT, () -> identify(theirs, "V-1"));
    bench.assertNothingSettledAndNextPatientServed();
  }

  @Test
  void neverPrintsItself() {
    NationalCode code = code();
    identify(code, "V-1");
    CredentialRefused refused = assertThrows(CredentialRefused.class, () -> identify(code, "V-2"));
    assertTrue(!refused.toString().contains(code.text()), "the refusal holds the code");
  }
}
