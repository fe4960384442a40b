package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.certificate.RevocationReason;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Quote;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettlementState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A terminal whose certificates are not in force any more")
class LostKeyTests extends BillStory {

  @Test
  @DisplayName("expired: begins no trial and no settlement, and is told to take cash")
  void expiredBeginsNothing() {
    Quote quote = till.quote(body);
    till.standing = new Standing.Expired(clock.instant());

    Refusal refusal = till.trial(till.nextId(), body).getRefusal();
    assertEquals(Reason.TERMINAL_EXPIRED.refusal(), refusal);
    assertEquals(NextStep.FULL_CASH_WITH_SLIP, refusal.getNextStep());
    assertTrue(refusal.getReasonZh().contains("证书已过期"), refusal.getReasonZh());
    assertRefused(Reason.TERMINAL_EXPIRED, till.settle(till.nextId(), quote, body));
    assertNothingMovedSeenFromAnotherTill();
  }

  @Test
  @DisplayName("expired: learns what became of its bills, and reverses them")
  void expiredStillReverses() {
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));
    till.standing = new Standing.Expired(clock.instant());

    assertEquals(SettlementState.STANDING, till.query(id, "B1").getState());
    assertTrue(till.reverse(id, "B1").hasReceipt());
    assertNothingMovedSeenFromAnotherTill();
  }

  @Test
  @DisplayName("stolen: reads about nobody, and begins nothing")
  void stolenBeginsNothing() {
    Quote quote = till.quote(body);
    stolenAt(clock.instant());

    LookUpAnswer answer = till.lookUp("V-B1", "P0000001");
    assertEquals(Reason.TERMINAL_REVOKED.refusal(), answer.getRefusal());
    assertEquals(NextStep.STOP_THE_SALE, answer.getRefusal().getNextStep());
    assertEquals(Reason.TERMINAL_REVOKED.refusal(), till.trial(till.nextId(), body).getRefusal());
    assertRefused(Reason.TERMINAL_REVOKED, till.settle(till.nextId(), quote, body));
    assertNothingMovedSeenFromAnotherTill();
  }

  @Test
  @DisplayName("stolen: what it sent before the theft can still be asked for and undone")
  void stolenStillReversesWhatWasBefore() {
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));
    String neverArrived = till.nextId();
    clock.advance(Duration.ofHours(1));
    stolenAt(clock.instant());

    assertEquals(SettlementState.STANDING, till.query(id, "B1").getState());
    assertTrue(till.reverse(id, "B1").hasReceipt());
    assertTrue(till.reverse(neverArrived, "B2").hasReceipt());
    assertNothingMovedSeenFromAnotherTill();
  }

  @Test
  @DisplayName("stolen: nothing that was settled after the theft can be undone with its keys")
  void stolenUndoesNothingFromAfterwards() {
    Instant theft = clock.instant();
    clock.advance(Duration.ofMinutes(5));
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));
    stolenAt(theft);

    assertEquals(Reason.AFTER_REVOCATION.refusal(), till.reverse(id, "B1").getRefusal());
    assertEquals(Reason.AFTER_REVOCATION.refusal(), till.query(id, "B1").getRefusal());
    assertEquals(1, desk.settlementsStanding());

    till.standing = new Standing.Good(); // Another terminal of the institution, or a new key.
    assertTrue(till.reverse(id, "B1").hasReceipt());
    assertNothingMovedSeenFromAnotherTill();
  }

  @Test
  @DisplayName("stolen: what another till sent cannot be undone with its keys")
  void stolenUndoesNothingOfOthers() {
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));
    clock.advance(Duration.ofHours(1));
    TestTill another = till.withOtherKeys("TILL-OTHER");
    another.standing = new Standing.Revoked(clock.instant(), RevocationReason.KEY_COMPROMISE);

    assertEquals(Reason.OUT_OF_REACH.refusal(), another.reverse(id, "B1").getRefusal());
    assertEquals(Reason.OUT_OF_REACH.refusal(), another.query(id, "B1").getRefusal());
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("stolen: what was booked weeks ago cannot be undone with its keys")
  void stolenUndoesNothingLongBooked() {
    String id = till.nextId();
    receipt(till.settle(id, till.quote(body), body));
    clock.advance(Duration.ofDays(8));
    stolenAt(clock.instant());

    assertEquals(Reason.OUT_OF_REACH.refusal(), till.reverse(id, "B1").getRefusal());
    assertEquals(1, desk.settlementsStanding());
  }

  @Test
  @DisplayName("stolen: the id of a message that is still to come cannot be blocked")
  void stolenBlocksNothing() {
    stolenAt(clock.instant());
    String tomorrow = till.institution + "202611210900000001";
    assertEquals(Reason.AFTER_REVOCATION.refusal(), till.reverse(tomorrow, "B1").getRefusal());
    assertEquals(
        Reason.MALFORMED.refusal(),
        till.reverse(till.institution + "202613450900000001", "B1").getRefusal());
  }

  @Test
  @DisplayName("stolen: a settlement that stands is said to stand, not refused")
  void anAnswerGivenOnceIsGivenAgain() {
    String id = till.nextId();
    Quote quote = till.quote(body);
    var before = receipt(till.settle(id, quote, body));
    stolenAt(clock.instant());
    assertEquals(before, receipt(till.settle(id, quote, body)));
    assertEquals(1, desk.settlementsStanding());
  }

  private void assertNothingMovedSeenFromAnotherTill() {
    till.standing = new Standing.Good();
    assertNothingMoved();
  }

  private void stolenAt(Instant theft) {
    till.standing = new Standing.Revoked(theft, RevocationReason.KEY_COMPROMISE);
  }
}
