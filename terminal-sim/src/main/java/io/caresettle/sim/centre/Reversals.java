package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.ReversalReceipt;
import io.caresettle.protocol.wire.Reverse;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import java.util.Optional;

/**
 * Reversal (冲正): undoes what may stand. Whatever became of the settle message, afterwards it has
 * not settled and never will. Money goes back to where it came from, payer by payer.
 */
record Reversals(MessageLog messages, Tombstones tombstones, Undoings undoings, PartyKeys keys)
    implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.REVERSE_ANSWER;
  }

  /**
   * A reversal is told by its document. The message that carries it may be a new one each time it
   * is sent again, so the document's own message id need not be the link's.
   */
  @Override
  public Optional<Sameness> sameness(Request request) throws Refused {
    Readings.checkMessageId(request);
    SignedDocument signed = signed(request);
    ReversalDocument document = document(request, signed);
    if (!document.getInstitutionCode().equals(request.institution())
        || document.getOriginalMessageId().isBlank()
        || document.getBillNumber().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    return Optional.of(
        new Sameness(Sm3.digest(signed.getDocument().toByteArray()), document.getBillNumber()));
  }

  private static SignedDocument signed(Request request) throws Refused {
    return Readings.read(Reverse.getDefaultInstance(), request.payload()).getDocument();
  }

  private static ReversalDocument document(Request request, SignedDocument signed) throws Refused {
    return Readings.signed(
        request, DocumentContext.REVERSAL, signed, ReversalDocument.getDefaultInstance());
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    ReversalDocument document = document(request, signed(request));
    String original = document.getOriginalMessageId();
    Optional<MessageLog.Answered> settle = messages.find(request.institution(), original);
    if (settle.isPresent()
        && (settle.get().type() != MessageType.SETTLE
            || !settle.get().bill().equals(document.getBillNumber()))) {
      throw Reason.OTHER_BILL.because();
    }
    Optional<Tombstones.Tombstone> before = tombstones.find(request.institution(), original);
    if (before.isPresent()) {
      if (!before.get().bill().equals(document.getBillNumber())) {
        throw Reason.OTHER_BILL.because();
      }
      return answer(Readings.read(SignedDocument.getDefaultInstance(), before.get().receipt()));
    }
    // Cancelled before, it is undone already: the receipt names what stood once.
    Optional<Undoings.Settled> settled = undoings.find(request.institution(), original);
    if (settled.isPresent() && settled.get().stands()) {
      undoings.undo(settled.get(), document.getMessageId(), request);
    }
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.REVERSAL_RECEIPT,
            ReversalReceipt.newBuilder()
                .setOriginalMessageId(original)
                .setBillNumber(document.getBillNumber())
                .setSettlementId(settled.map(Undoings.Settled::id).orElse(""))
                .setUndoneAtMillis(request.now().toEpochMilli())
                .build());
    tombstones.put(request, original, document.getBillNumber(), receipt);
    messages.unheard(request.institution(), original, false);
    return answer(receipt);
  }

  private static ReverseAnswer answer(SignedDocument receipt) {
    return ReverseAnswer.newBuilder().setReceipt(receipt).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return ReverseAnswer.newBuilder().setRefusal(refusal).build();
  }
}
