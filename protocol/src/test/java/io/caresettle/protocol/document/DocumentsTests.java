package io.caresettle.protocol.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.UnknownFieldSet;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.MessageRejected.Why;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.Evidence;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A signed document")
class DocumentsTests {

  private static final PartyKeys TILL = PartyKeys.generate("TILL-1", new SecureRandom());
  private static final PartyKeys CENTRE = PartyKeys.generate("CENTRE", new SecureRandom());
  private static final byte[] BILL = "bill 1: 3.50".getBytes(StandardCharsets.US_ASCII);

  private static final ReversalDocument REVERSAL =
      ReversalDocument.newBuilder().setMessageId("M").setOriginalMessageId("O").build();

  @ParameterizedTest
  @EnumSource
  void provesItsSignerForItsPurposeAndForNoOther(DocumentContext purpose) {
    SignedDocument signed = Documents.sign(TILL, purpose, BILL);
    assertArrayEquals(BILL, Documents.verify(TILL.identity(), purpose, signed));
    for (DocumentContext other : DocumentContext.values()) {
      if (other != purpose) {
        refused(TILL.identity(), other, signed);
      }
    }
  }

  @Test
  void isProvableWithAnySm2LibraryFromWhatThePackageSays() {
    SignedDocument signed = Documents.sign(TILL, DocumentContext.SETTLEMENT, BILL);
    byte[] whatIsSigned =
        "CareSettle settlement v1\0bill 1: 3.50".getBytes(StandardCharsets.US_ASCII);
    assertTrue(
        TILL.identity()
            .signing()
            .key()
            .verify("1234567812345678", whatIsSigned, signed.getSignature().toByteArray()));
  }

  @Test
  void isRefusedWhenOneBitOfAnythingWasTurned() {
    SignedDocument signed = Documents.sign(TILL, DocumentContext.SETTLEMENT, BILL);
    byte[] document = signed.getDocument().toByteArray();
    for (int bit = 0; bit < document.length * 8; bit++) {
      refused(signed.toBuilder().setDocument(turned(document, bit)).build());
    }
    byte[] signature = signed.getSignature().toByteArray();
    for (int bit = 0; bit < signature.length * 8; bit++) {
      refused(signed.toBuilder().setSignature(turned(signature, bit)).build());
    }
  }

  @Test
  void isRefusedUnderAnotherNameOrWithoutASignature() {
    SignedDocument signed = Documents.sign(TILL, DocumentContext.SETTLEMENT, BILL);
    refused(CENTRE.identity(), DocumentContext.SETTLEMENT, signed);
    refused(signed.toBuilder().setKeyId(CENTRE.identity().keyId()).build());
    refused(signed.toBuilder().clearKeyId().build());
    refused(signed.toBuilder().clearSignature().build());
    refused(signed.toBuilder().setSignature(signed.getSignature().concat(zero())).build());
    refused(SignedDocument.getDefaultInstance());
  }

  @Test
  void isReadAsTheMessageOfItsPurpose() {
    SignedDocument signed = Documents.sign(TILL, DocumentContext.REVERSAL, REVERSAL);
    assertEquals(REVERSAL, read(signed));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Documents.read(
                TILL.identity(),
                DocumentContext.REVERSAL,
                signed,
                SettlementDocument.getDefaultInstance()));
    assertThrows(
        IllegalArgumentException.class,
        () -> Documents.sign(TILL, DocumentContext.SETTLEMENT, REVERSAL));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "fields in another order,    12014f 0a014d",
    "a field twice,              0a0158 0a014d 12014f",
    "a default that is written,  0a014d 12014f 2800",
    "an empty text,              0a014d 12014f 1a00",
    "a number too long,          0a014d 12014f 28818000",
    "a tag too long,             8a00014d 12014f",
    "a length too long,          0a81004d 12014f",
    "a field of another version, 0a014d 12014f 5801",
  })
  void isRefusedWhereItsSignerDidNotWriteItCanonically(String what, String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    SignedDocument signed = Documents.sign(TILL, DocumentContext.REVERSAL, bytes);
    MessageRejected refusal = assertThrows(MessageRejected.class, () -> read(signed), what);
    assertEquals(Why.NOT_CANONICAL, refusal.why());
    assertEquals("ReversalDocument", refusal.expected());
  }

  @Test
  void isRefusedWhereItHasAFieldOfAnotherVersionDeepInside() {
    UnknownFieldSet newer =
        UnknownFieldSet.newBuilder()
            .addField(60, UnknownFieldSet.Field.newBuilder().addVarint(1).build())
            .build();
    SettlementDocument document =
        SettlementDocument.newBuilder()
            .setConfirmed(Split.newBuilder().setTotal(1).setUnknownFields(newer))
            .build();
    assertThrows(IllegalArgumentException.class, () -> Documents.canonical(document));
    SignedDocument signed =
        Documents.sign(TILL, DocumentContext.SETTLEMENT, document.toByteArray());
    MessageRejected refusal =
        assertThrows(
            MessageRejected.class,
            () ->
                Documents.read(
                    TILL.identity(),
                    DocumentContext.SETTLEMENT,
                    signed,
                    SettlementDocument.getDefaultInstance()));
    assertEquals(Why.NOT_CANONICAL, refusal.why());
  }

  @Test
  void isNotLookedAtBeforeItsSignature() {
    SignedDocument signed = Documents.sign(CENTRE, DocumentContext.REVERSAL, new byte[] {1});
    assertThrows(NotAuthentic.class, () -> read(signed));
    SignedDocument malformed = Documents.sign(TILL, DocumentContext.REVERSAL, new byte[] {1});
    assertEquals(Why.MALFORMED, assertThrows(MessageRejected.class, () -> read(malformed)).why());
  }

  private static ReversalDocument read(SignedDocument signed) {
    return Documents.read(
        TILL.identity(), DocumentContext.REVERSAL, signed, ReversalDocument.getDefaultInstance());
  }

  @Test
  void hasOnePurposeForEachTypeAndOneTextForEachPurpose() {
    Map<String, String> types = new TreeMap<>();
    for (DocumentContext context : DocumentContext.values()) {
      types.put(context.text(), context.type().getName());
      assertEquals(Optional.of(context), DocumentContext.of(context.text()));
    }
    assertEquals(
        Map.ofEntries(
            Map.entry("CareSettle settlement v1", "SettlementDocument"),
            Map.entry("CareSettle settlement receipt v1", "SettlementReceipt"),
            Map.entry("CareSettle reversal v1", "ReversalDocument"),
            Map.entry("CareSettle reversal receipt v1", "ReversalReceipt"),
            Map.entry("CareSettle cancellation v1", "CancelDocument"),
            Map.entry("CareSettle cancellation receipt v1", "CancellationReceipt"),
            Map.entry("CareSettle account payment v1", "AccountPaymentDocument"),
            Map.entry("CareSettle account payment receipt v1", "AccountPaymentReceipt"),
            Map.entry("CareSettle enrolment receipt v1", "EnrolmentReceipt"),
            Map.entry("CareSettle audit head v1", "AuditHeadReceipt"),
            Map.entry("CareSettle care settlement v1", "CareSettlementDocument"),
            Map.entry("CareSettle care settlement receipt v1", "CareSettlementReceipt"),
            Map.entry("CareSettle care cancellation v1", "CareCancellationDocument"),
            Map.entry("CareSettle care cancellation receipt v1", "CareCancellationReceipt")),
        types);
    assertEquals(Optional.empty(), DocumentContext.of("CareSettle settlement v2"));
  }

  @Test
  void hasNoMapAnywhere() {
    for (DocumentContext context : DocumentContext.values()) {
      assertEquals(List.of(), maps(context.type()), context.text());
    }
  }

  private static List<String> maps(Descriptor message) {
    List<String> maps = new ArrayList<>();
    for (FieldDescriptor field : message.getFields()) {
      if (field.isMapField()) {
        maps.add(field.getFullName());
      } else if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        maps.addAll(maps(field.getMessageType()));
      }
    }
    return maps;
  }

  @Test
  void leavesTheJournalAsEvidenceThatNamesItsPurpose() {
    Evidence evidence =
        Evidence.newBuilder()
            .setSigned(Documents.sign(TILL, DocumentContext.REVERSAL, REVERSAL))
            .setContext(DocumentContext.REVERSAL.text())
            .setKeptAtMillis(1_795_000_000_000L)
            .build();
    Evidence years = Messages.read(Evidence.getDefaultInstance(), evidence.toByteArray());
    assertEquals(Optional.of(DocumentContext.REVERSAL), DocumentContext.of(years.getContext()));
    assertEquals(REVERSAL, read(years.getSigned()));
  }

  @Test
  @Timeout(180)
  void isSignedAndVerifiedByManyThreadsAtOnce() throws Exception {
    ExecutorService counters = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> bills = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        byte[] bill = ("bill " + i).getBytes(StandardCharsets.US_ASCII);
        bills.add(
            counters.submit(
                () -> {
                  SignedDocument signed = Documents.sign(TILL, DocumentContext.SETTLEMENT, bill);
                  Documents.verify(TILL.identity(), DocumentContext.SETTLEMENT, signed);
                  return true;
                }));
      }
      for (Future<Boolean> bill : bills) {
        assertEquals(true, bill.get());
      }
    } finally {
      counters.shutdownNow();
    }
  }

  private static void refused(SignedDocument signed) {
    refused(TILL.identity(), DocumentContext.SETTLEMENT, signed);
  }

  private static void refused(
      PartyIdentity signer, DocumentContext purpose, SignedDocument signed) {
    assertThrows(NotAuthentic.class, () -> Documents.verify(signer, purpose, signed));
  }

  private static ByteString turned(byte[] bytes, int bit) {
    byte[] turned = bytes.clone();
    turned[bit / 8] ^= (byte) (1 << bit % 8);
    return ByteString.copyFrom(turned);
  }

  private static ByteString zero() {
    return ByteString.copyFrom(new byte[1]);
  }
}
