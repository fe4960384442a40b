package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.wire.AuditHead;
import io.caresettle.protocol.wire.AuditHeadReceipt;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.SignedIn;
import java.util.Optional;

/** Sign-in (签到): whose terminal this is, which slot it has, and which life its journal is in. */
record SignIns(Rolls rolls, ItemList items, Heads heads, Lives lives, BusinessDay days)
    implements Clerk {

  @Override
  public MessageType answerType() {
    return MessageType.SIGN_IN_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    SignIn signIn = Readings.read(SignIn.getDefaultInstance(), request.payload());
    if (!signIn.getInstitutionCode().equals(request.institution())
        || rolls.place(request.institution()).isEmpty()) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    Optional<AuditHead> head =
        signIn.hasAuditHead() ? Optional.of(signIn.getAuditHead()) : Optional.empty();
    if (!Lives.isSlot(signIn.getTerminalSlot())
        || signIn.getJournalEpoch().isBlank()
        || !head.map(h -> isOf(signIn, h)).orElse(true)) {
      throw Reason.MALFORMED.because();
    }
    noticeIfBehind(signIn, request);
    int slot =
        lives.grant(
            signIn.getTerminalSlot(),
            signIn.getJournalEpoch(),
            head,
            signIn.getSoftwareVersion(),
            request);
    SignedIn.Builder signedIn =
        SignedIn.newBuilder()
            .setCentreTimeMillis(request.now().toEpochMilli())
            .setBusinessDate(request.businessDate().toString())
            .setBusinessDateEndsMillis(days.endOf(request.businessDate()).toEpochMilli())
            .setCatalogueVersion(items.version())
            .setGrantedSlot(slot)
            // A settlement needs a quote, and no quote lives longer.
            .setLongestMessageLifeMillis(Trials.QUOTE_LIFE.toMillis());
    if (slot == signIn.getTerminalSlot()) {
      head.ifPresent(h -> signedIn.setAuditHead(heads.countersign(h, slot, request)));
    }
    return SignInAnswer.newBuilder().setSignedIn(signedIn).build();
  }

  private static boolean isOf(SignIn signIn, AuditHead head) {
    return Heads.isWellFormed(head) && head.getJournalEpoch().equals(signIn.getJournalEpoch());
  }

  /**
   * A receipt that this centre signed, of a head that its books know nothing of: they were restored
   * from a copy of an hour before it. The head is taken back into the books.
   */
  private void noticeIfBehind(SignIn signIn, Request request) throws Refused {
    if (!signIn.hasLastCountersigned()) {
      return;
    }
    AuditHeadReceipt receipt;
    try {
      receipt =
          Documents.read(
              heads.keys().identity(),
              DocumentContext.AUDIT_HEAD,
              signIn.getLastCountersigned(),
              AuditHeadReceipt.getDefaultInstance());
    } catch (NotAuthentic | MessageRejected e) {
      // Of earlier keys of the centre, or of nobody: it says nothing here.
      return;
    }
    if (!receipt.getInstitutionCode().equals(request.institution())
        || heads.knows(request.institution(), receipt.getAuditHead())) {
      return;
    }
    heads.see(receipt.getAuditHead(), receipt.getTerminalSlot(), request);
    lives.note(
        signIn.getTerminalSlot(),
        signIn.getJournalEpoch(),
        Noticed.Kind.CENTRE_WAS_BEHIND,
        -1,
        request);
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return SignInAnswer.newBuilder().setRefusal(refusal).build();
  }
}
