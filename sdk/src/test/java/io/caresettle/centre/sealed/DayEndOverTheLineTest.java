package io.caresettle.centre.sealed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.caresettle.centre.Centre;
import io.caresettle.centre.ChainHead;
import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.GroupTotals;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SignIn;
import io.caresettle.centre.SignedIn;
import io.caresettle.money.Money;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.wire.AnchorAuditHead;
import io.caresettle.protocol.wire.AnchorAuditHeadAnswer;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.ComparedGroup;
import io.caresettle.protocol.wire.DayCompared;
import io.caresettle.protocol.wire.DayDetailsAnswer;
import io.caresettle.protocol.wire.DayDetailsPage;
import io.caresettle.protocol.wire.DayTotalsAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SettlementEntry;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("What the centre says of a day or a head is believed when it is of that day and head")
@Timeout(180)
class DayEndOverTheLineTest {

  /** What the other end of the line does with a request. */
  private interface Peer {
    MessageLite answer(byte[] request) throws InvalidProtocolBufferException;
  }

  private static final Duration SOON = Duration.ofSeconds(9);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String HOUSE = ScriptedCentre.HOUSE;
  private static final ChainHead HEAD = new ChainHead("life", 7, "ab".repeat(32));
  private static final ClearingGroup GROUP =
      new ClearingGroup(Scheme.EMPLOYEE, CareType.OUTPATIENT, "320500");
  private static final GroupTotals OURS =
      new GroupTotals(
          GROUP,
          1,
          0,
          new Money(1000),
          new Money(700),
          Money.ZERO,
          Money.ZERO,
          Money.ZERO,
          Money.ZERO,
          new Money(300));
  private static final DayTotals TOTALS =
      new DayTotals(DAY, Set.of(1), List.of(OURS), 1, Optional.of(HEAD), "op-1");

  private final ScriptedCentre line = new ScriptedCentre();
  private final Centre centre = line.centre;

  @AfterEach
  void disconnect() {
    line.close();
  }

  private void answers(MessageType type, Peer with) {
    line.answers(type, request -> Optional.of(with.answer(request)));
  }

  private static <T> T answered(Reply<T> reply) {
    if (reply instanceof Reply.Answered<T> answered) {
      return answered.value();
    }
    throw new AssertionError(reply.toString());
  }

  private SignedDocument countersigned(AuditHead head) {
    return Documents.sign(
        line.keys.keys(),
        DocumentContext.AUDIT_HEAD,
        AuditHeadReceipt.newBuilder()
            .setInstitutionCode(HOUSE)
            .setTerminalSlot(1)
            .setAuditHead(head)
            .setReceivedAtMillis(1)
            .setBusinessDate("2026-11-20")
            .build());
  }

  @Test
  @DisplayName("a head is countersigned when it is the one that was sent, and no other")
  void anchored() {
    answers(
        MessageType.ANCHOR_AUDIT_HEAD_ANSWER,
        request ->
            AnchorAuditHeadAnswer.newBuilder()
                .setReceipt(countersigned(AnchorAuditHead.parseFrom(request).getAuditHead()))
                .build());
    assertEquals(HEAD, answered(centre.audit().anchor(1, HEAD, SOON)).head());

    AuditHead other = Heads.toWire(HEAD).toBuilder().setPosition(6).build();
    answers(
        MessageType.ANCHOR_AUDIT_HEAD_ANSWER,
        request -> AnchorAuditHeadAnswer.newBuilder().setReceipt(countersigned(other)).build());
    assertInstanceOf(Reply.NoAnswer.class, centre.audit().anchor(1, HEAD, SOON));
  }

  @Test
  @DisplayName("a sign-in tells the head and brings the slot, the countersigned head and the times")
  void signIn() {
    answers(
        MessageType.SIGN_IN_ANSWER,
        request -> {
          var told = io.caresettle.protocol.wire.SignIn.parseFrom(request);
          return SignInAnswer.newBuilder()
              .setSignedIn(
                  io.caresettle.protocol.wire.SignedIn.newBuilder()
                      .setCentreTimeMillis(1)
                      .setBusinessDate("2026-11-20")
                      .setGrantedSlot(told.getTerminalSlot() + 1)
                      .setAuditHead(countersigned(told.getAuditHead()))
                      .setLongestMessageLifeMillis(300_000)
                      .setBusinessDateEndsMillis(99))
              .build();
        });
    SignedIn signedIn =
        answered(
            centre.signIn(
                new SignIn(HOUSE, 1, "life", "v", Optional.of(HEAD), Optional.empty()), SOON));
    assertEquals(Optional.of(2), signedIn.grantedSlot());
    assertEquals(HEAD, signedIn.head().orElseThrow().head());
    assertEquals(Optional.of(Duration.ofMinutes(5)), signedIn.longestMessageLife());
    assertEquals(Optional.of(Instant.ofEpochMilli(99)), signedIn.businessDateEnds());
  }

  private void compares(DayCompared.Builder told) {
    answers(
        MessageType.DAY_TOTALS_ANSWER,
        request -> DayTotalsAnswer.newBuilder().setCompared(told).build());
  }

  private static DayCompared.Builder compared(long cash, boolean equal) {
    return DayCompared.newBuilder()
        .setBusinessDate("2026-11-20")
        .addGroups(
            ComparedGroup.newBuilder()
                .setEqual(equal)
                .setCentre(
                    DaysToWire.totals(HOUSE, TOTALS).getGroups(0).toBuilder()
                        .setTotal(700 + cash)
                        .setCash(cash)));
  }

  @Test
  @DisplayName("sums are equal when they are, whatever the centre says")
  void totals() {
    compares(compared(300, true));
    assertTrue(answered(centre.dayEnd().compare(TOTALS, SOON)).agrees());
    compares(compared(301, false));
    assertFalse(answered(centre.dayEnd().compare(TOTALS, SOON)).agrees());

    for (DayCompared.Builder lie :
        List.of(
            compared(301, true),
            compared(300, false),
            compared(300, true).setBusinessDate("2026-11-21"),
            compared(300, true).addGroups(compared(300, true).getGroups(0)),
            DayCompared.newBuilder().setBusinessDate("2026-11-20"),
            compared(300, true).setAuditHead(countersigned(AuditHead.getDefaultInstance())))) {
      compares(lie);
      assertInstanceOf(Reply.NoAnswer.class, centre.dayEnd().compare(TOTALS, SOON), lie::toString);
    }
  }

  private static SettlementEntry.Builder entry() {
    return SettlementEntry.newBuilder()
        .setSettlementId("S1")
        .setMessageId("m1")
        .setBillNumber("B1")
        .setCareType("outpatient")
        .setScheme("employee")
        .setClearingOffice("320500")
        .setBusinessDate("2026-11-20")
        .setSettledAtMillis(1)
        .setSplit(Split.newBuilder().setTotal(1000).setInScope(1000).setPoolFund(700).setCash(300))
        .setState(SettlementState.UNDONE)
        .setUndoneBy("X1")
        .setUndoneAtMillis(2)
        .setUndoneOn("2026-11-21")
        .setReceiptDigest(ByteString.copyFrom(new byte[32]));
  }

  private void tells(SettlementEntry.Builder entry) {
    answers(
        MessageType.DAY_DETAILS_ANSWER,
        request ->
            DayDetailsAnswer.newBuilder()
                .setPage(DayDetailsPage.newBuilder().addSettlements(entry).setCount(1))
                .build());
  }

  @Test
  @DisplayName("a page holds settlements of the day and group that were asked for, and adds up")
  void details() {
    DayQuestion asked = new DayQuestion(DAY, Set.of(), Optional.of(GROUP), Optional.empty(), 10);
    tells(entry());
    var one = answered(centre.dayEnd().details(asked, SOON)).settlements().get(0);
    assertFalse(one.stands());
    assertEquals(LocalDate.of(2026, 11, 21), one.undoing().orElseThrow().on());

    for (SettlementEntry.Builder lie :
        List.of(
            entry().setBusinessDate("2026-11-19"),
            entry().setClearingOffice("320600"),
            entry().setState(SettlementState.NOT_FOUND),
            entry().setSettlementId(""),
            entry().setSplit(entry().getSplit().toBuilder().setCash(301)))) {
      tells(lie);
      assertInstanceOf(Reply.NoAnswer.class, centre.dayEnd().details(asked, SOON), lie::toString);
    }
  }
}
