package io.caresettle.protocol.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.UnknownFieldSet;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.MessageRejected.Why;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.wire.CatalogueAnswer;
import io.caresettle.protocol.wire.CatalogueItem;
import io.caresettle.protocol.wire.DayDetailsPage;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.LookUpAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.NextStep;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementEntry;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A message that is read")
class MessagesTests {

  private static final Refusal REFUSAL =
      Refusal.newBuilder().setCode("C1").setNextStepValue(77).build();

  @Test
  void keepsAnEnumNumberThatThisVersionDoesNotKnow() {
    Refusal read = Messages.read(Refusal.getDefaultInstance(), REFUSAL.toByteArray());
    assertEquals(NextStep.UNRECOGNIZED, read.getNextStep());
    assertEquals(77, read.getNextStepValue());
    assertEquals(REFUSAL.toByteString(), read.toByteString());
  }

  @Test
  void keepsAFieldThatThisVersionDoesNotKnow() {
    byte[] newer =
        REFUSAL.toBuilder()
            .setUnknownFields(
                UnknownFieldSet.newBuilder()
                    .addField(
                        61,
                        UnknownFieldSet.Field.newBuilder()
                            .addLengthDelimited(ByteString.copyFromUtf8("a later version"))
                            .build())
                    .build())
            .build()
            .toByteArray();
    Refusal read = Messages.read(Refusal.getDefaultInstance(), newer);
    assertEquals("C1", read.getCode());
    assertEquals(ByteString.copyFrom(newer), read.toByteString());
  }

  @Test
  void ofAnOlderPeerHasTheFieldsOfTodayEmpty() {
    // Institution H1, slot 1, epoch E: all that a sign-in had at first.
    byte[] older = HexFormat.of().parseHex("0a0248311001" + "1a0145");
    SignIn read = Messages.read(SignIn.getDefaultInstance(), older);
    assertEquals("H1", read.getInstitutionCode());
    assertEquals(0, read.getProtocolVersion());
    assertFalse(read.hasAuditHead());
    assertEquals(ByteString.copyFrom(older), read.toByteString());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a field number 0,                         0001",
    "a group,                                  0b0c",
    "the end of a group,                       0c",
    "a wire type that does not exist,          0e00",
    "a tag of six bytes,                       8a808080800000",
    "a tag beyond 32 bits,                     8a8080808000",
    "a number of eleven bytes,                 108080808080808080808001",
    "a number that ends early,                 1080",
    "a length of 2 GiB,                        0affffffff07",
    "a negative length,                        0affffffff0f",
    "a length of one byte too many,            0a0261",
    "a fixed number that ends early,           2d010203",
    "text that is no UTF-8,                    0a02c080",
    "a message longer than its field,          32030a0561",
  })
  void isRefusedForWhatNoWriterOfThisProtocolWrites(String what, String hex) {
    MessageRejected refusal =
        assertThrows(
            MessageRejected.class,
            () -> Messages.read(SignIn.getDefaultInstance(), HexFormat.of().parseHex(hex)),
            what);
    assertEquals(Why.MALFORMED, refusal.why());
    assertEquals("SignIn", refusal.expected());
    assertNull(refusal.getCause());
  }

  @Test
  void isRefusedWhereItWouldTakeMoreThanItsShareOfMemory() {
    byte[] millionEmptyItems = new byte[1_000_000];
    for (int i = 0; i < millionEmptyItems.length; i += 2) {
      millionEmptyItems[i] = 0x12;
    }
    MessageRejected refusal =
        assertThrows(
            MessageRejected.class,
            () -> Messages.read(CatalogueAnswer.getDefaultInstance(), millionEmptyItems));
    assertEquals(Why.TOO_DENSE, refusal.why());
  }

  @Test
  void neverNamesWhatItHeld() {
    byte[] secret = "\u00010320500TEST".getBytes(StandardCharsets.UTF_8);
    MessageRejected refusal =
        assertThrows(
            MessageRejected.class, () -> Messages.read(SignIn.getDefaultInstance(), secret));
    assertFalse(refusal.toString().contains("320500"));
    assertTrue(refusal.toString().contains("12 bytes"), refusal.toString());
  }

  @Test
  void takesAtMostSixteenTimesItsBytesWhateverTheyAre() {
    List<String> tooLarge = new ArrayList<>();
    for (Message prototype : Kinds.PROTOTYPES.values()) {
      for (Hostile.Bytes hostile : Hostile.of(prototype, 100)) {
        weigh(prototype, hostile.what(), hostile.bytes(), tooLarge);
      }
    }
    assertTrue(tooLarge.isEmpty(), () -> String.join("\n", tooLarge));
  }

  @Test
  void takesAtMostSixteenTimesItsBytesWhereTheyAreRandom() {
    SplittableRandom random = new SplittableRandom(20261120);
    List<Message> prototypes = List.copyOf(Kinds.PROTOTYPES.values());
    List<String> tooLarge = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(1, 400)];
      random.nextBytes(bytes);
      if (i % 2 == 0) {
        // Short fields with low numbers get further than noise.
        for (int at = 0; at < bytes.length; at++) {
          bytes[at] &= 0x1f;
        }
      }
      Message prototype = prototypes.get(i % prototypes.size());
      weigh(prototype, prototype.getDescriptorForType().getName() + " " + i, bytes, tooLarge);
    }
    assertTrue(tooLarge.isEmpty(), () -> String.join("\n", tooLarge));
  }

  private static void weigh(Message prototype, String what, byte[] bytes, List<String> tooLarge) {
    long taken = Allocations.least(() -> attempt(prototype, bytes));
    if (taken > (long) Messages.MOST_TIMES * bytes.length + Messages.ALLOWANCE) {
      tooLarge.add(what + ": " + taken + " for " + bytes.length);
    }
  }

  private static void attempt(Message prototype, byte[] bytes) {
    try {
      Messages.read(prototype, bytes);
    } catch (MessageRejected e) {
      assertTrue(e.why() == Why.MALFORMED || e.why() == Why.TOO_DENSE);
    }
  }

  @Test
  void mayBeALongHonestBill() {
    TrialBody.Builder bill = TrialBody.newBuilder().setBillNumber("B1");
    for (int i = 1; i <= 5_000; i++) {
      bill.addLines(
          FeeLine.newBuilder()
              .setLineId(Integer.toString(i))
              .setCatalogueCode("XA01ABD075A002010100483")
              .setUnitPriceMicros(12_500_000)
              .setQuantityE4(20_000)
              .setLineTotal(2_500));
    }
    assertEquals(
        bill.build(), Messages.read(TrialBody.getDefaultInstance(), bill.build().toByteArray()));
  }

  @Test
  void mayBeALongHonestCatalogue() {
    CatalogueAnswer.Builder catalogue = CatalogueAnswer.newBuilder();
    for (int i = 0; i < 10_000; i++) {
      catalogue.addItems(
          CatalogueItem.newBuilder()
              .setCode("XA01ABD075A0020101" + (10_000 + i))
              .setName("阿莫西林胶囊 0.25g×24")
              .setFirstSelfPayBasisPoints(1_000));
    }
    assertEquals(
        catalogue.build(),
        Messages.read(CatalogueAnswer.getDefaultInstance(), catalogue.build().toByteArray()));
  }

  @Test
  void mayBeALongHonestDayOfANewerCentre() {
    UnknownFieldSet newer =
        UnknownFieldSet.newBuilder()
            .addField(20, UnknownFieldSet.Field.newBuilder().addVarint(7).build())
            .build();
    DayDetailsPage.Builder page = DayDetailsPage.newBuilder();
    for (int i = 0; i < 1_000; i++) {
      page.addSettlements(
          SettlementEntry.newBuilder()
              .setSettlementId("S20261120" + i)
              .setMessageId("H320500000012026112008000000" + (10 + i % 90))
              .setBillNumber("B" + i)
              .setCareType("outpatient")
              .setScheme("employee")
              .setBusinessDate("2026-11-20")
              .setSettledAtMillis(1_795_000_000_000L + i)
              .setReceiptDigest(ByteString.copyFrom(new byte[32]))
              .setSplit(Split.newBuilder().setTotal(12_345).setPoolFund(10_000).setCash(2_345))
              .setUnknownFields(newer));
    }
    assertEquals(
        page.build(),
        Messages.read(DayDetailsPage.getDefaultInstance(), page.build().toByteArray()));
  }

  @Test
  void isFoundByItsType() {
    SettleAnswer answer = SettleAnswer.newBuilder().setRefusal(REFUSAL).build();
    Payload payload = Payload.copyOf(answer.toByteArray());
    assertEquals(answer, Messages.read(MessageType.SETTLE_ANSWER, payload));
    assertEquals(Optional.of(MessageType.SETTLE_ANSWER), Messages.answerTo(MessageType.SETTLE));
    assertEquals(Optional.empty(), Messages.answerTo(MessageType.SETTLE_ANSWER));
    assertEquals(
        LookUpAnswer.getDefaultInstance(),
        Messages.read(MessageType.LOOK_UP_ANSWER, Payload.copyOf(new byte[0])));
  }

  @Test
  void ofAnUnknownTypeIsThisSidesTurn() {
    MessageRejected refusal =
        assertThrows(
            MessageRejected.class,
            () -> Messages.read(MessageType.UNRECOGNIZED, Payload.copyOf(new byte[3])));
    assertEquals(Why.UNKNOWN_TYPE, refusal.why());
    assertTrue(refusal.toString().contains("update this side"));
  }
}
