package io.caresettle.protocol.document;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.caresettle.protocol.certificate.Role;
import io.caresettle.protocol.wire.AccountPaymentDocument;
import io.caresettle.protocol.wire.AccountPaymentReceipt;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.CancelDocument;
import io.caresettle.protocol.wire.CancellationReceipt;
import io.caresettle.protocol.wire.CareCancellationDocument;
import io.caresettle.protocol.wire.CareCancellationReceipt;
import io.caresettle.protocol.wire.CareSettlementDocument;
import io.caresettle.protocol.wire.CareSettlementReceipt;
import io.caresettle.protocol.wire.EnrolmentReceipt;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** What a signature is for. It is signed together with the document, and says what that is. */
public enum DocumentContext {
  /** A terminal asks for a settlement with these figures. */
  SETTLEMENT(
      "CareSettle settlement v1",
      SettlementDocument.getDefaultInstance(),
      Role.TERMINAL,
      "time_millis"),
  /** The centre says that a settlement stands. */
  SETTLEMENT_RECEIPT(
      "CareSettle settlement receipt v1",
      SettlementReceipt.getDefaultInstance(),
      Role.CENTRE,
      "settled_at_millis"),
  /** A terminal asks that a message be undone. */
  REVERSAL(
      "CareSettle reversal v1",
      ReversalDocument.getDefaultInstance(),
      Role.TERMINAL,
      "time_millis"),
  /** The centre says that it is undone. */
  REVERSAL_RECEIPT(
      "CareSettle reversal receipt v1",
      ReversalReceipt.getDefaultInstance(),
      Role.CENTRE,
      "undone_at_millis"),
  /** A terminal asks that a settlement which stands be undone. */
  CANCELLATION(
      "CareSettle cancellation v1",
      CancelDocument.getDefaultInstance(),
      Role.TERMINAL,
      "time_millis"),
  /** The centre says that it stands no more. */
  CANCELLATION_RECEIPT(
      "CareSettle cancellation receipt v1",
      CancellationReceipt.getDefaultInstance(),
      Role.CENTRE,
      "cancelled_at_millis"),
  /** A terminal asks that an account pay a premium or buy cover. */
  ACCOUNT_PAYMENT(
      "CareSettle account payment v1",
      AccountPaymentDocument.getDefaultInstance(),
      Role.TERMINAL,
      "time_millis"),
  /** The centre says that the account has paid. */
  ACCOUNT_PAYMENT_RECEIPT(
      "CareSettle account payment receipt v1",
      AccountPaymentReceipt.getDefaultInstance(),
      Role.CENTRE,
      "paid_at_millis"),
  /** The centre says that it has enrolled a terminal with these keys. */
  ENROLMENT_RECEIPT(
      "CareSettle enrolment receipt v1",
      EnrolmentReceipt.getDefaultInstance(),
      Role.CENTRE,
      "enrolled_at_millis"),
  /** The centre countersigns the head of a terminal's audit chain. */
  AUDIT_HEAD(
      "CareSettle audit head v1",
      AuditHeadReceipt.getDefaultInstance(),
      Role.CENTRE,
      "received_at_millis"),
  /** A terminal asks that the long-term-care fund settle a visit with these figures. */
  CARE_SETTLEMENT(
      "CareSettle care settlement v1",
      CareSettlementDocument.getDefaultInstance(),
      Role.TERMINAL,
      "time_millis"),
  /** The centre says that the visit is settled. */
  CARE_SETTLEMENT_RECEIPT(
      "CareSettle care settlement receipt v1",
      CareSettlementReceipt.getDefaultInstance(),
      Role.CENTRE,
      "settled_at_millis"),
  /** A terminal asks that the settlement of a long-term-care visit be undone. */
  CARE_CANCELLATION(
      "CareSettle care cancellation v1",
      CareCancellationDocument.getDefaultInstance(),
      Role.TERMINAL,
      "time_millis"),
  /** The centre says that it stands no more. */
  CARE_CANCELLATION_RECEIPT(
      "CareSettle care cancellation receipt v1",
      CareCancellationReceipt.getDefaultInstance(),
      Role.CENTRE,
      "cancelled_at_millis");

  private final String text;
  private final Message prototype;
  private final Role signer;
  private final FieldDescriptor time;

  DocumentContext(String text, Message prototype, Role signer, String time) {
    this.text = text;
    this.prototype = prototype;
    this.signer = signer;
    this.time = prototype.getDescriptorForType().findFieldByName(time);
  }

  /** The context of this text, as an exported piece of evidence names it; empty for any other. */
  public static Optional<DocumentContext> of(String text) {
    return Arrays.stream(values()).filter(context -> context.text.equals(text)).findFirst();
  }

  /** What is signed before the document, such as {@code CareSettle settlement v1}. */
  public String text() {
    return text;
  }

  /** The one type of message that is signed for this purpose. */
  Descriptor type() {
    return prototype.getDescriptorForType();
  }

  /** The default instance of that type. */
  Message prototype() {
    return prototype;
  }

  /** Who signs for this purpose. */
  public Role signer() {
    return signer;
  }

  /** When the signer of {@code document} says that it signed; empty where it does not say. */
  Optional<Instant> signedAt(Message document) {
    long millis = (long) document.getField(time);
    return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  /** No context is the beginning of another one: each ends with a zero byte. */
  byte[] bind(byte[] document) {
    byte[] context = text.getBytes(StandardCharsets.US_ASCII);
    byte[] bound = new byte[context.length + 1 + document.length];
    System.arraycopy(context, 0, bound, 0, context.length);
    System.arraycopy(document, 0, bound, context.length + 1, document.length);
    return bound;
  }
}
