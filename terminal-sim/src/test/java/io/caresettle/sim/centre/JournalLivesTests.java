package io.caresettle.sim.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.AnchorAuditHead;
import io.caresettle.protocol.wire.AnchorAuditHeadAnswer;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.SignedIn;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A journal that signs in at the centre")
class JournalLivesTests extends BillStory {

  /** A chain goes on from one line of what was written. */
  private static AuditHead head(String epoch, String line, long position) {
    byte[] digest = Sm3.digest((line + position).getBytes(StandardCharsets.UTF_8));
    return AuditHead.newBuilder()
        .setJournalEpoch(epoch)
        .setPosition(position)
        .setHead(ByteString.copyFrom(digest))
        .build();
  }

  private SignedIn signIn(int slot, AuditHead head) {
    return signIn(slot, head, Optional.empty());
  }

  private SignedIn signIn(int slot, AuditHead head, Optional<SignedDocument> last) {
    SignIn.Builder message =
        SignIn.newBuilder()
            .setInstitutionCode(TestTill.HOSPITAL)
            .setTerminalSlot(slot)
            .setJournalEpoch(head.getJournalEpoch())
            .setAuditHead(head);
    last.ifPresent(message::setLastCountersigned);
    SignInAnswer answer =
        TestTill.parse(
            SignInAnswer.parser(),
            till.exchange(MessageType.SIGN_IN, till.nextId(), message.build()));
    assertTrue(answer.hasSignedIn(), () -> answer.getRefusal().getCode());
    return answer.getSignedIn();
  }

  private AnchorAuditHeadAnswer anchor(AuditHead head) {
    return TestTill.parse(
        AnchorAuditHeadAnswer.parser(),
        till.exchange(
            MessageType.ANCHOR_AUDIT_HEAD,
            till.nextId(),
            AnchorAuditHead.newBuilder()
                .setInstitutionCode(TestTill.HOSPITAL)
                .setTerminalSlot(1)
                .setAuditHead(head)
                .build()));
  }

  private List<Noticed.Kind> noticed() {
    return desk.noticed().stream().map(Noticed::kind).toList();
  }

  @Test
  @DisplayName("keeps its slot, and has its head countersigned for good")
  void countersigned() {
    AuditHead head = head("life", "a", 10);
    SignedIn first = signIn(1, head);
    assertEquals(1, first.getGrantedSlot());
    assertEquals(Trials.QUOTE_LIFE.toMillis(), first.getLongestMessageLifeMillis());
    AuditHeadReceipt receipt =
        TestTill.parse(
            AuditHeadReceipt.parser(),
            Documents.verify(
                TestKeys.centre().keys().identity(),
                DocumentContext.AUDIT_HEAD,
                first.getAuditHead()));
    assertEquals(head, receipt.getAuditHead());
    restart();
    assertEquals(first.getAuditHead(), signIn(1, head).getAuditHead());
    assertEquals(1, signIn(1, head("life", "a", 11)).getGrantedSlot());
    assertEquals(List.of(), noticed());
  }

  @Test
  @DisplayName("restored from a backup is given another slot, the same until somebody takes it")
  void older() {
    signIn(1, head("life", "a", 10));
    signIn(1, head("life", "a", 20));
    SignedIn copy = signIn(1, head("life", "a", 10));
    assertEquals(2, copy.getGrantedSlot());
    assertFalse(copy.hasAuditHead());
    assertEquals(2, signIn(1, head("life", "a", 15)).getGrantedSlot());
    assertEquals(2, signIn(2, head("new life", "b", 0)).getGrantedSlot());
    assertEquals(3, signIn(1, head("life", "a", 15)).getGrantedSlot());
    assertEquals(1, signIn(1, head("life", "a", 21)).getGrantedSlot());
    assertEquals(Noticed.Kind.COPY_OLDER, noticed().get(0));
  }

  @Test
  @DisplayName("that went on from a copy is off the line, at sign-in and when it is anchored")
  void offTheLine() {
    signIn(1, head("life", "a", 10));
    assertEquals(2, signIn(1, head("life", "b", 10)).getGrantedSlot());
    assertEquals(List.of(Noticed.Kind.COPY_OFF_THE_LINE), noticed());
    assertEquals("HEAD_OFF_THE_LINE", anchor(head("life", "b", 10)).getRefusal().getCode());
    assertEquals("HEAD_OLDER", anchor(head("life", "a", 9)).getRefusal().getCode());
    assertTrue(anchor(head("life", "a", 12)).hasReceipt());
    assertEquals("HEAD_OLDER", anchor(head("life", "a", 11)).getRefusal().getCode());
    assertEquals(anchor(head("life", "a", 12)), anchor(head("life", "a", 12)));
  }

  @Test
  @DisplayName("of another life takes a slot over overnight, and then the old one is the stranger")
  void anotherLife() {
    signIn(1, head("first", "a", 10));
    assertEquals(2, signIn(1, head("second", "b", 1)).getGrantedSlot());
    assertEquals(List.of(Noticed.Kind.SLOT_TAKEN), noticed());
    clock.advance(Duration.ofDays(1));
    assertEquals(1, signIn(1, head("third", "c", 1)).getGrantedSlot());
    assertEquals(1, desk.epochChanges());
    clock.advance(Duration.ofDays(1));
    assertEquals(3, signIn(1, head("first", "a", 11)).getGrantedSlot());
    assertEquals(Noticed.Kind.SLOT_TAKEN_OVER, noticed().get(1));
  }

  @Test
  @DisplayName("in a settlement's document has been seen, and two of one place are noticed")
  void settled() {
    String id = till.nextId();
    till.settle(id, till.quote(body), body, d -> d.setAuditHead(head("life", "a", 30)));
    assertEquals("HEAD_OLDER", anchor(head("life", "a", 29)).getRefusal().getCode());
    var later = body.toBuilder().setBillNumber("B2").build();
    till.settle(
        till.nextId(), till.quote(later), later, d -> d.setAuditHead(head("life", "b", 30)));
    assertEquals(2, desk.settlementsStanding());
    assertEquals(List.of(Noticed.Kind.COPY_OFF_THE_LINE), noticed());
  }

  @Test
  @DisplayName("shows a restored centre a receipt that it has forgotten, and goes on")
  void centreBehind() {
    byte[] backup = desk.snapshot();
    SignedDocument last = signIn(1, head("life", "a", 10)).getAuditHead();
    desk.close();
    desk =
        CentreDesk.open(
            TestCentre.settings(folder, clock).withKeeping(Keeping.InMemory.restored(backup)));
    till = new TestTill(desk, TestTill.HOSPITAL);

    assertEquals(1, signIn(1, head("life", "a", 12), Optional.of(last)).getGrantedSlot());
    assertEquals(List.of(Noticed.Kind.CENTRE_WAS_BEHIND), noticed());
    signIn(1, head("life", "a", 13), Optional.of(last));
    assertEquals(1, noticed().size());
    // The line is known again: a copy of before is one.
    assertEquals(2, signIn(1, head("life", "b", 10)).getGrantedSlot());
  }
}
