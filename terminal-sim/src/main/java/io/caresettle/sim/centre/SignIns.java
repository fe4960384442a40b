package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SignIn;
import io.caresettle.protocol.wire.SignInAnswer;
import io.caresettle.protocol.wire.SignedIn;
import java.util.Optional;

/** Sign-in (签到): whose terminal this is, which slot it has, and which life its journal is in. */
record SignIns(Store store, Rolls rolls, ItemList items) implements Clerk {

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
    if (signIn.getTerminalSlot() < 0
        || signIn.getTerminalSlot() > 99
        || signIn.getJournalEpoch().isBlank()) {
      throw Reason.MALFORMED.because();
    }
    register(signIn, request);
    return SignInAnswer.newBuilder()
        .setSignedIn(
            SignedIn.newBuilder()
                .setCentreTimeMillis(request.now().toEpochMilli())
                .setBusinessDate(request.today().toString())
                .setCatalogueVersion(items.version()))
        .build();
  }

  /** A slot whose journal has another epoch was restored or cloned: that is noted, not refused. */
  private void register(SignIn signIn, Request request) {
    Optional<String> before =
        store.one(
            "SELECT epoch FROM terminal WHERE institution = ? AND slot = ?",
            row -> row.getString(1),
            request.institution(),
            signIn.getTerminalSlot());
    if (before.isPresent() && !before.get().equals(signIn.getJournalEpoch())) {
      store.write(
          "INSERT INTO epoch_change VALUES (?, ?, ?, ?, ?)",
          request.institution(),
          signIn.getTerminalSlot(),
          before.get(),
          signIn.getJournalEpoch(),
          request.now().toEpochMilli());
    }
    store.write(
        "INSERT OR REPLACE INTO terminal VALUES (?, ?, ?, ?, ?)",
        request.institution(),
        signIn.getTerminalSlot(),
        signIn.getJournalEpoch(),
        signIn.getSoftwareVersion(),
        request.now().toEpochMilli());
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return SignInAnswer.newBuilder().setRefusal(refusal).build();
  }
}
