package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.DeclareThirdParty;
import io.caresettle.protocol.wire.DeclareThirdParty.Cause;
import io.caresettle.protocol.wire.DeclareThirdPartyAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.ThirdPartyDeclared;
import io.caresettle.protocol.wire.ThirdPartyDeclared.Decision;
import io.caresettle.sim.adjudicate.CannotAdjudicate;
import io.caresettle.sim.adjudicate.LawBook;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * Declarations of injuries (JS 38, SZ 57, NT 37, HN 15, SH 29), decided by the centre's own
 * reading. The number follows from what is declared: the same again is the same declaration.
 */
record Declarations(
    Rolls rolls, Insurance insurance, LawBook law, Presence presence, DeclaredInjuries injuries)
    implements Clerk {

  private static final String ADVANCE = "third-party.advance";
  private static final int NUMBER_BYTES = 8;

  @Override
  public MessageType answerType() {
    return MessageType.DECLARE_THIRD_PARTY_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    DeclareThirdParty told =
        Readings.read(DeclareThirdParty.getDefaultInstance(), request.payload());
    if (!Request.isRequestId(told.getRequestId())
        || told.getVisitNumber().isBlank()
        || told.getDeclarantName().isBlank()
        || told.getDeclarantRelation().isBlank()
        || told.getOtherPayerPaid() < 0) {
      throw Reason.MALFORMED.because();
    }
    presence.require(told.getVisitNumber(), told.getPersonNumber(), request);
    Decision decision = decide(told, advance(told, request));
    byte[] what = told.toBuilder().clearOperator().build().toByteArray();
    String number =
        HexFormat.of()
            .formatHex(Arrays.copyOf(Sm3.digest(what), NUMBER_BYTES))
            .toUpperCase(Locale.ROOT);
    ThirdPartyDeclared declared =
        ThirdPartyDeclared.newBuilder()
            .setDeclarationId("SB" + number)
            .setDecision(decision)
            .setRecoveryId(decision == Decision.FUNDS_PAY_FIRST ? "ZC" + number : "")
            .build();
    injuries.keep(told, declared, request);
    return DeclareThirdPartyAnswer.newBuilder().setDeclared(declared).build();
  }

  static Decision decide(DeclareThirdParty told, Optional<String> advance) {
    // The work-injury fund pays, or should (SZ 57(1)).
    if (told.getCause() == Cause.WORK) {
      return Decision.FUNDS_DO_NOT_PAY;
    }
    return switch (told.getOtherPayer()) {
      case PAYS -> Decision.FUNDS_DO_NOT_PAY;
      // Nobody drives into himself, or is assaulted by nobody.
      case NONE ->
          told.getCause() == Cause.TRAFFIC || told.getCause() == Cause.ASSAULT
              ? Decision.TO_BE_EXAMINED
              : Decision.FUNDS_PAY;
      case UNKNOWN, DOES_NOT_PAY -> first(told, advance);
      case OTHER_PAYER_UNSPECIFIED, UNRECOGNIZED -> Decision.TO_BE_EXAMINED;
    };
  }

  /** A fund pays first where the text says so and it is asked to. */
  private static Decision first(DeclareThirdParty told, Optional<String> advance) {
    if (advance.filter("recovery-only"::equals).isPresent()) {
      return Decision.FUNDS_DO_NOT_PAY;
    }
    return told.getAdvanceAsked() && advance.filter("fund-first"::equals).isPresent()
        ? Decision.FUNDS_PAY_FIRST
        : Decision.TO_BE_EXAMINED;
  }

  /** What the person's home says; nothing where it says nothing. */
  private Optional<String> advance(DeclareThirdParty told, Request request) {
    try {
      return rolls
          .person(told.getPersonNumber())
          .flatMap(
              person -> insurance.of(person, request.today(), request.today()).stream().findFirst())
          .flatMap(home -> law.ordinance(home.area(), request.today()).word(ADVANCE));
    } catch (CannotAdjudicate silent) {
      return Optional.empty();
    }
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return DeclareThirdPartyAnswer.newBuilder().setRefusal(refusal).build();
  }
}
