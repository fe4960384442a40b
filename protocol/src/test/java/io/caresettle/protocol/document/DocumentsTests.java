package io.caresettle.protocol.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.keys.PartyIdentity;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.wire.SignedDocument;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A signed document")
class DocumentsTests {

  private static final PartyKeys TILL = PartyKeys.generate("TILL-1", new SecureRandom());
  private static final PartyKeys CENTRE = PartyKeys.generate("CENTRE", new SecureRandom());
  private static final byte[] BILL = "bill 1: 3.50".getBytes(StandardCharsets.US_ASCII);

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
  @Timeout(30)
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
