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
import io.caresettle.protocol.wire.Split;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reversal (冲正): undoes what may stand. Whatever became of the settle message, afterwards it has
 * not settled and never will. Money goes back to where it came from, payer by payer.
 */
record Reversals(
    Store store,
    MessageLog messages,
    Tombstones tombstones,
    Accounts accounts,
    Ledger ledger,
    PartyKeys keys)
    implements Clerk {

  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  private record Standing(String id, Accounts.Year year, byte[] split) {}

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
    Optional<Standing> standing = standing(request.institution(), original);
    if (standing.isPresent()) {
      undo(standing.get(), request);
    }
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.REVERSAL_RECEIPT,
            ReversalReceipt.newBuilder()
                .setOriginalMessageId(original)
                .setBillNumber(document.getBillNumber())
                .setSettlementId(standing.map(Standing::id).orElse(""))
                .setUndoneAtMillis(request.now().toEpochMilli())
                .build());
    tombstones.put(request, original, document.getBillNumber(), receipt);
    messages.unheard(request.institution(), original, false);
    return answer(receipt);
  }

  private Optional<Standing> standing(String institution, String message) {
    return store.one(
        "SELECT id, person, scheme, area, year, split FROM settlement"
            + " WHERE institution = ? AND message = ? AND undone_at IS NULL",
        row ->
            new Standing(
                row.getString(1),
                new Accounts.Year(
                    row.getString(2), row.getString(3), row.getString(4), row.getInt(5)),
                row.getBytes(6)),
        institution,
        message);
  }

  private void undo(Standing standing, Request request) throws Refused {
    Split split = Readings.read(Split.getDefaultInstance(), standing.split());
    Map<String, Long> growth = new LinkedHashMap<>();
    store.all(
        "SELECT name, fen FROM growth WHERE settlement = ?",
        row -> growth.put(row.getString(1), row.getLong(2)),
        standing.id());
    growth.forEach((name, fen) -> accounts.addToSum(standing.year(), name, -fen));
    accounts.addToBalance(standing.year().person(), split.getPersonalAccount());
    ledger.undo(standing.id());
    store.write(
        "UPDATE settlement SET undone_at = ? WHERE id = ?",
        request.now().toEpochMilli(),
        standing.id());
  }

  private static ReverseAnswer answer(SignedDocument receipt) {
    return ReverseAnswer.newBuilder().setReceipt(receipt).build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return ReverseAnswer.newBuilder().setRefusal(refusal).build();
  }
}
