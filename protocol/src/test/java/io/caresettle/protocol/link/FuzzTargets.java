package io.caresettle.protocol.link;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Ends;
import io.caresettle.protocol.session.TerminalHandshake;
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
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SignedDocument;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/**
 * The four places where bytes of others are read, for the fuzz targets and for the seeds they keep.
 * Each takes any bytes and throws only where something is wrong with this library.
 */
final class FuzzTargets {

  private static final Ends ENDS = new Ends();
  private static final CentreHandshake CENTRE = ENDS.centre();
  private static final TerminalHandshake TERMINAL = ENDS.terminal();
  private static final PartyKeys SIGNER = PartyKeys.generate("TILL-1", new SecureRandom());

  private record Kind(DocumentContext context, Message prototype) {}

  /** What can be signed; the place of each is what the first byte of a seed counts. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind(DocumentContext.SETTLEMENT, SettlementDocument.getDefaultInstance()),
          new Kind(DocumentContext.SETTLEMENT_RECEIPT, SettlementReceipt.getDefaultInstance()),
          new Kind(DocumentContext.REVERSAL, ReversalDocument.getDefaultInstance()),
          new Kind(DocumentContext.REVERSAL_RECEIPT, ReversalReceipt.getDefaultInstance()),
          new Kind(DocumentContext.CANCELLATION, CancelDocument.getDefaultInstance()),
          new Kind(DocumentContext.CANCELLATION_RECEIPT, CancellationReceipt.getDefaultInstance()),
          new Kind(DocumentContext.ACCOUNT_PAYMENT, AccountPaymentDocument.getDefaultInstance()),
          new Kind(
              DocumentContext.ACCOUNT_PAYMENT_RECEIPT, AccountPaymentReceipt.getDefaultInstance()),
          new Kind(DocumentContext.ENROLMENT_RECEIPT, EnrolmentReceipt.getDefaultInstance()),
          new Kind(DocumentContext.AUDIT_HEAD, AuditHeadReceipt.getDefaultInstance()),
          new Kind(DocumentContext.CARE_SETTLEMENT, CareSettlementDocument.getDefaultInstance()),
          new Kind(
              DocumentContext.CARE_SETTLEMENT_RECEIPT, CareSettlementReceipt.getDefaultInstance()),
          new Kind(
              DocumentContext.CARE_CANCELLATION, CareCancellationDocument.getDefaultInstance()),
          new Kind(
              DocumentContext.CARE_CANCELLATION_RECEIPT,
              CareCancellationReceipt.getDefaultInstance()));

  private FuzzTargets() {}

  /** What a line brings: the first byte says in what pieces. */
  static void frame(byte[] line) {
    FrameDecoder decoder = new FrameDecoder();
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    int piece = line.length == 0 ? 1 : 1 + (line[0] & 0xff);
    try {
      for (int at = 1; at < line.length; at += piece) {
        channel.writeInbound(Unpooled.copiedBuffer(line, at, Math.min(piece, line.length - at)));
      }
    } catch (CorruptedFrameException e) {
      // Refused.
    }
    for (byte[] one = channel.readInbound(); one != null; one = channel.readInbound()) {
      byte[] frame = one;
      mayRefuse(() -> CENTRE.respond(frame));
      mayRefuse(() -> TERMINAL.confirm(frame));
    }
    channel.finishAndReleaseAll();
  }

  /** A frame in a session; genuine ones open. */
  static void envelope(byte[] frame) {
    Ends.Pair session = ENDS.session(1);
    mayRefuse(() -> session.centre().open(frame));
    mayRefuse(() -> session.till().open(frame));
  }

  /**
   * As others send it; and with the first byte for the context, as a signer in his right wrote it.
   */
  static void document(byte[] bytes) {
    if (bytes.length > 0) {
      Kind kind = KINDS.get((bytes[0] & 0xff) % KINDS.size());
      byte[] document = Arrays.copyOfRange(bytes, 1, bytes.length);
      SignedDocument genuine = Documents.sign(SIGNER, kind.context(), document);
      mayRefuse(() -> Documents.read(SIGNER.identity(), kind.context(), genuine, kind.prototype()));
    }
    SignedDocument signed;
    try {
      signed = SignedDocument.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      return;
    }
    for (DocumentContext context : DocumentContext.values()) {
      mayRefuse(() -> Documents.verify(SIGNER.identity(), context, signed));
    }
  }

  /** Read as each kind there is; what was read is written canonically and read again, the same. */
  static void message(byte[] bytes) {
    Payload payload = Payload.copyOf(bytes);
    for (MessageType type : MessageType.values()) {
      if (type != MessageType.UNRECOGNIZED) {
        mayRefuse(() -> again(type, Messages.read(type, payload)));
      }
    }
  }

  private static void again(MessageType type, Message read) {
    byte[] canonical;
    try {
      canonical = Documents.canonical(read);
    } catch (IllegalArgumentException e) {
      // Fields of another version.
      return;
    }
    if (!read.equals(Messages.read(type, Payload.copyOf(canonical)))) {
      throw new AssertionError("Another " + type + " after it was written");
    }
  }

  private static void mayRefuse(Runnable step) {
    try {
      step.run();
    } catch (ProtocolException e) {
      // Refused.
    }
  }
}
