package io.caresettle.sim.centre;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.Settle;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SettlementDocument;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SignedDocument;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Settlement (结算): the one message that moves money. */
record Settlements(
    Store store,
    Assessor assessor,
    Accounts accounts,
    Ledger ledger,
    SettledBills bills,
    CostBook costs,
    Heads heads,
    Lives lives,
    PartyKeys keys)
    implements Clerk {

  @SuppressWarnings("ArrayRecordComponent") // Lives for one message and is never compared.
  private record StoredQuote(
      String bill, byte[] digest, byte[] split, String day, Instant expires, boolean used) {}

  /** A bill that stands may neither be tried nor settled again (SZ 53). */
  static void refuseIfStanding(Store store, String institution, String bill) throws Refused {
    long standing =
        store.number(
            "SELECT COUNT(*) FROM settlement"
                + " WHERE institution = ? AND bill = ? AND undone_at IS NULL",
            institution,
            bill);
    if (standing > 0) {
      throw Reason.BILL_SETTLED.because();
    }
  }

  @Override
  public MessageType answerType() {
    return MessageType.SETTLE_ANSWER;
  }

  @Override
  public Optional<Sameness> sameness(Request request) throws Refused {
    Readings.checkMessageId(request);
    SignedDocument signed = signed(request);
    SettlementDocument document = document(request, signed);
    if (!document.getMessageId().equals(request.id())
        || !document.getInstitutionCode().equals(request.institution())
        || document.getBillNumber().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    return Optional.of(
        new Sameness(Sm3.digest(signed.getDocument().toByteArray()), document.getBillNumber()));
  }

  private static SignedDocument signed(Request request) throws Refused {
    return Readings.read(Settle.getDefaultInstance(), request.payload()).getDocument();
  }

  private static SettlementDocument document(Request request, SignedDocument signed)
      throws Refused {
    return Readings.signed(
        request, DocumentContext.SETTLEMENT, signed, SettlementDocument.getDefaultInstance());
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    SettlementDocument document = document(request, signed(request));
    Tombstones.refuseIfUndone(store, request);
    refuseIfStanding(store, request.institution(), document.getBillNumber());
    costs.refuseIfUploaded(request.institution(), document.getBillNumber());
    byte[] body = document.getBody().toByteArray();
    TrialBody trial = Readings.read(TrialBody.getDefaultInstance(), body);
    check(document, Sm3.digest(body), request);
    bills.refuseIfReplacedStands(request.institution(), trial);

    Assessor.Assessed assessed = assessor.assess(trial, request);
    Split split = assessed.split();
    String id = newId(request.businessDate());
    String person = assessed.year().person();
    accounts.mark(person);
    store.write(
        "UPDATE quote SET used_by = ? WHERE reference = ?",
        request.id(),
        document.getQuoteReference());
    store.write(
        "INSERT INTO settlement (id, institution, message, bill, person, scheme, area, year, split,"
            + " at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        request.institution(),
        request.id(),
        document.getBillNumber(),
        person,
        assessed.year().scheme(),
        assessed.year().area(),
        assessed.year().year(),
        split.toByteArray(),
        request.now().toEpochMilli());
    store.write(
        "INSERT INTO settled_visit VALUES (?, ?, ?)",
        id,
        request.institution(),
        trial.getVisit().getVisitNumber());
    assessor.use(id, trial);
    assessed.besidesCare().ifPresent(paid -> accounts.payBesidesCare(id, paid));
    assessed
        .growth()
        .forEach(
            (name, fen) -> {
              store.write("INSERT INTO growth VALUES (?, ?, ?)", id, name, fen);
              accounts.addToSum(assessed.year(), name, fen);
            });
    accounts.addToBalance(person, -split.getPersonalAccount());
    String purpose = assessed.besidesCare().map(AccountPayments.Paid::purpose).orElse("");
    ledger.settle(id, Ledger.legs(split, request.institution(), person, purpose));
    SignedDocument receipt =
        Documents.sign(
            keys,
            DocumentContext.SETTLEMENT_RECEIPT,
            receipt(id, document, split, accounts.balance(person), request));
    bills.put(id, trial, assessed, receipt, request);
    if (document.hasAuditHead()) {
      seeHead(document.getAuditHead(), request);
    }
    return SettleAnswer.newBuilder().setReceipt(receipt).build();
  }

  /** Settlements may overtake each other, so an older head is none of a copy here. */
  private void seeHead(AuditHead head, Request request) {
    if (!Heads.isWellFormed(head)) {
      return;
    }
    if (heads.place(request.institution(), head) == Heads.Place.OFF_THE_LINE) {
      lives.note(
          Readings.slot(request.id()),
          head.getJournalEpoch(),
          Noticed.Kind.COPY_OFF_THE_LINE,
          -1,
          request);
    }
    heads.see(head, Readings.slot(request.id()), request);
  }

  private void check(SettlementDocument document, byte[] digest, Request request) throws Refused {
    StoredQuote quote =
        store
            .one(
                "SELECT bill, digest, split, business_date, expires, used_by IS NOT NULL FROM quote"
                    + " WHERE reference = ? AND institution = ?",
                row ->
                    new StoredQuote(
                        row.getString(1),
                        row.getBytes(2),
                        row.getBytes(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5)),
                        row.getBoolean(6)),
                document.getQuoteReference(),
                request.institution())
            .orElseThrow(Reason.QUOTE_UNKNOWN::because);
    if (quote.used()) {
      throw Reason.QUOTE_USED.because();
    }
    if (!request.now().isBefore(quote.expires())
        || !quote.day().equals(request.businessDate().toString())) {
      throw Reason.QUOTE_EXPIRED.because();
    }
    if (!Arrays.equals(digest, quote.digest())
        || !ByteString.copyFrom(digest).equals(document.getBodyDigest())
        || !quote.bill().equals(document.getBillNumber())) {
      throw Reason.BODY_DIFFERS.because();
    }
    if (!document.getConfirmed().equals(Readings.read(Split.getDefaultInstance(), quote.split()))) {
      throw Reason.FIGURES_DIFFER.because();
    }
  }

  private String newId(LocalDate today) {
    // None is ever deleted, so this counts them without reading them all.
    long number = store.number("SELECT MAX(rowid) FROM settlement") + 1;
    return "S" + today.toString().replace("-", "") + String.format("%08d", number);
  }

  private static SettlementReceipt receipt(
      String id, SettlementDocument document, Split split, long balance, Request request) {
    return SettlementReceipt.newBuilder()
        .setSettlementId(id)
        .setMessageId(request.id())
        .setInstitutionCode(request.institution())
        .setBillNumber(document.getBillNumber())
        .setSplit(split)
        .setAccountBalanceAfter(balance)
        .setSettledAtMillis(request.now().toEpochMilli())
        .setBusinessDate(request.businessDate().toString())
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return SettleAnswer.newBuilder().setRefusal(refusal).build();
  }
}
