package io.caresettle.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.ClearingApplication;
import io.caresettle.centre.ClearingApplication.State;
import io.caresettle.centre.ClearingClaim;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.TestOperators;
import io.caresettle.problem.CentreRefused;
import io.caresettle.settlement.SettlementOutcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Clearing in the hands of an operator")
@Timeout(180)
class ClearingAtTheTillTest {

  private static final YearMonth MONTH = YearMonth.from(NationalTill.DAY);

  @TempDir Path folder;
  private NationalTill till;

  @BeforeEach
  void open() {
    till = new NationalTill(folder, new TerminalListener() {});
    assertInstanceOf(SettlementOutcome.Settled.class, till.settle("B1"));
    till.terminal.acknowledge(till.id("B1"));
    till.clock.advance(Duration.ofDays(1));
    till.platform.book().time("2026-11-21 10:00:05");
  }

  @AfterEach
  void close() {
    till.close();
  }

  private Clearing clearing() {
    return till.terminal.dayEnd(till.terminal.takeShift(TestOperators.OP_7)).clearing();
  }

  private ClearingClaim claim(Clearing clearing) {
    return clearing.claims(NationalTill.DAY, NationalTill.DAY).get(0);
  }

  private List<ActKind> acts() {
    return till.terminal.journal().actsOf(NationalTill.DAY.plusDays(1)).stream()
        .map(Act::kind)
        .filter(kind -> kind.name().startsWith("CLEARING"))
        .toList();
  }

  @Test
  @DisplayName("is signed for, applied for, and withdrawn")
  void wholeWay() {
    Clearing clearing = clearing();
    ClearingApplication application = clearing.apply(claim(clearing));
    assertEquals(State.APPLIED, application.state());
    assertEquals(State.NONE, clearing.withdraw(application).state());
    assertTrue(till.platform.book().clearing().standing().isEmpty());
    assertEquals(List.of(ActKind.CLEARING_ASKED, ActKind.CLEARING_WITHDRAWAL_ASKED), acts());
  }

  @Test
  @DisplayName("is unknown after a lost answer and a crash, sent once, and ended by a person")
  void lostAnswerAndCrash() {
    till.platform.next("3203", new Fault.AnswerLost());
    Clearing before = clearing();
    ClearingClaim claim = claim(before);
    assertEquals(State.UNKNOWN, before.apply(claim).state());
    till.restart();

    Clearing after = clearing();
    ClearingApplication unknown = after.of(MONTH).get(0);
    assertEquals(State.UNKNOWN, unknown.state());
    assertEquals(
        "NOBODY_KNOWS", assertThrows(CentreRefused.class, () -> after.apply(claim)).code());
    assertEquals(1, till.platform.requests("3203").size());
    assertEquals(State.APPLIED, after.found(unknown, Optional.of("Q1")).state());
    assertTrue(acts().contains(ActKind.CLEARING_LOOKED_UP));
    till.terminal.openVisits();
    assertEquals(State.APPLIED, after.of(MONTH).get(0).state());
  }

  @Test
  @DisplayName("of a withdrawal without an answer is unknown as well")
  void lostWithdrawal() {
    Clearing clearing = clearing();
    ClearingApplication application = clearing.apply(claim(clearing));
    till.platform.next("3204", new Fault.AnswerLost());
    assertEquals(State.WITHDRAWAL_UNKNOWN, clearing.withdraw(application).state());
  }
}
