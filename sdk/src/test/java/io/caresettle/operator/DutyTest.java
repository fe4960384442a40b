package io.caresettle.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.identity.SwitchedRules;
import io.caresettle.journal.Act;
import io.caresettle.journal.ActKind;
import io.caresettle.journal.JournalKeys;
import io.caresettle.journal.SqliteJournal;
import io.caresettle.journal.TestJournalKeys;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import io.caresettle.problem.NotPermitted;
import io.caresettle.protocol.keys.SigningPair;
import io.caresettle.protocol.sm.Sm2PrivateKey;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever acts is on duty, may do it, and has signed it")
class DutyTest {

  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  private final SqliteJournal journal;
  private final Duty duty;

  DutyTest(@TempDir Path folder) {
    this.journal =
        SqliteJournal.open(
            folder.resolve("journal.db"),
            "TEST00000001",
            7,
            JournalKeys.of(TestJournalKeys.TERMINAL, List.of(), Optional.empty()),
            Clock.systemUTC(),
            new SecureRandom(),
            e -> {});
    this.duty =
        new Duty(
            TestOperators.book(), SwitchedRules.now(), journal, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  @Tag("R-DATA-06")
  @DisplayName("a cashier may settle, and may neither accept a difference nor give out evidence")
  void rolesDecideWhoMay() {
    Shift cashier = duty.take(TestOperators.CASHIER);
    duty.require(cashier, Permission.SETTLE);
    for (Permission supervisors :
        List.of(
            Permission.ACCEPT_DIFFERENCE,
            Permission.RESOLVE_NOT_WANTED,
            Permission.EXPORT_EVIDENCE,
            Permission.MERGE)) {
      NotPermitted refused =
          assertThrows(NotPermitted.class, () -> duty.require(cashier, supervisors));
      assertEquals("CASHIER", refused.found());
      assertTrue(refused.expected().contains("SUPERVISOR"), refused.expected());
      duty.require(duty.take(TestOperators.OP_7), supervisors);
    }
    Shift pharmacist = duty.take(TestOperators.PHARMACIST);
    assertThrows(NotPermitted.class, () -> duty.require(pharmacist, Permission.SETTLE));
    Shift administrator = duty.take(TestOperators.ADMINISTRATOR);
    assertThrows(NotPermitted.class, () -> duty.require(administrator, Permission.IDENTIFY));
  }

  @Test
  @Tag("R-DATA-06")
  @DisplayName("a name without its key takes no shift, nor does a key without a name")
  void aShiftIsProved() {
    OperatorKey impostor = new OperatorKey("op-7", TestOperators.CASHIER.pair());
    assertThrows(NotPermitted.class, () -> duty.take(impostor));
    assertThrows(NotPermitted.class, () -> duty.take(TestOperators.key("stranger")));
    assertEquals(List.of(), journal.acts(""));
  }

  @Test
  @DisplayName("a device that signs with another key puts nobody on duty")
  void aWrongDeviceIsFound() {
    SigningPair other = new SigningPair(Sm2PrivateKey.generate(new SecureRandom()));
    OperatorKey swapped =
        new OperatorKey(
            "op-7", SigningPair.inDevice(TestOperators.OP_7.pair().publicKey(), other::sign));
    assertThrows(DeviceFault.class, () -> duty.take(swapped));
    assertEquals(List.of(), journal.acts(""));
  }

  @Test
  @DisplayName("each act is signed by its operator for this journal, visit, kind and time")
  void actsAreSigned() {
    Shift shift = duty.take(TestOperators.CASHIER);
    Act act = duty.note(shift, ActKind.CONSENT, "V-1", new ActBody().put("line", "1\nsigner: x"));
    ActSignature signature = ActSignature.of(act);
    assertTrue(signature.good());
    assertEquals(Optional.of(TestOperators.CASHIER.pair().publicKey()), signature.signer());
    for (Act changed :
        List.of(
            copy(act, ActKind.MERGED, act.visitNumber(), act.operatorId(), act.body()),
            new Act(
                act.position(),
                "another journal",
                act.kind(),
                act.visitNumber(),
                act.operatorId(),
                act.time(),
                act.body(),
                act.signature()),
            copy(act, act.kind(), "V-2", act.operatorId(), act.body()),
            copy(act, act.kind(), act.visitNumber(), "op-7", act.body()),
            copy(act, act.kind(), act.visitNumber(), act.operatorId(), act.body() + "x: y\n"))) {
      assertFalse(ActSignature.of(changed).good(), changed.toString());
    }
  }

  private static Act copy(Act act, ActKind kind, String visit, String operator, String body) {
    return new Act(
        act.position(), act.epoch(), kind, visit, operator, act.time(), body, act.signature());
  }

  @Test
  @DisplayName("a shift that was handed over does nothing any more, and both operators signed")
  void aShiftIsHandedOver() {
    Shift early = duty.take(TestOperators.CASHIER);
    Shift late = duty.handOver(early, TestOperators.OP_8);
    assertTrue(early.isOver());
    assertThrows(Misuse.class, () -> duty.require(early, Permission.SETTLE));
    duty.require(late, Permission.SETTLE);
    List<Act> acts = journal.acts("");
    assertEquals(
        List.of(ActKind.SHIFT_TAKEN, ActKind.SHIFT_TAKEN, ActKind.SHIFT_HANDED_OVER),
        acts.stream().map(Act::kind).toList());
    assertEquals("cashier", acts.get(2).operatorId());
    acts.forEach(act -> assertTrue(ActSignature.of(act).good(), act.toString()));
  }

  @Test
  @DisplayName("a book is looked at whole: every fault is said at once")
  void allFaultsOfABookAtOnce() {
    OperatorBook book =
        OperatorBook.of(
            TestOperators.listed(TestOperators.OP_7, OperatorRole.CASHIER),
            TestOperators.listed(TestOperators.OP_7, OperatorRole.SUPERVISOR),
            Operator.of("no spaces", OperatorRole.CASHIER, TestOperators.OP_8.pair().publicKey()));
    List<String> faults = book.faults("TEST00000001", NOON);
    assertEquals(3, faults.size(), faults.toString());
    assertEquals(1, OperatorBook.of().faults("TEST00000001", NOON).size());
    assertEquals(List.of(), TestOperators.book().faults("TEST00000001", NOON));
  }
}
