package io.caresettle.sim.centre;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.AuthenticateCard;
import io.caresettle.protocol.wire.AuthenticateCardAnswer;
import io.caresettle.protocol.wire.CardChallenge;
import io.caresettle.protocol.wire.CardFacts;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.sim.centre.CardProofs.Question;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** First step of a card's proof: the centre asks, so that no recorded answer will do. */
record CardQuestions(Rolls rolls, CardProofs proofs, KeyDevice device, RandomGenerator random)
    implements Clerk {

  private static final Pattern IDENTIFIER = Pattern.compile("\\d{6}[0-9A-F]{26}");
  private static final int LONGEST_VISIT = 64;
  private static final int HISTORICAL_BYTES = 15;

  @Override
  public MessageType answerType() {
    return MessageType.AUTHENTICATE_CARD_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    AuthenticateCard asked =
        Readings.read(AuthenticateCard.getDefaultInstance(), request.payload());
    check(asked, request);
    Optional<Question> before = proofs.ofRequest(request.institution(), asked.getRequestId());
    if (before.isPresent()) {
      if (!isSame(before.get(), asked, request)) {
        throw Reason.REQUEST_ID_REUSED.because();
      }
      return answer(before.get());
    }
    Question question =
        new Question(
            "A" + HexFormat.of().formatHex(fresh(16)),
            asked.getRequestId(),
            request.institution(),
            request.terminal().partyId(),
            asked.getVisitNumber(),
            LossList.card(asked.getCard().getCardIdentifier()),
            CardProofs.digest(asked.getCard()),
            CardProofs.forKeys(asked.getCard()),
            fresh(8),
            fresh(8),
            request.now().plus(CardProofs.QUESTION_LIFE));
    proofs.keep(question);
    return answer(question);
  }

  private void check(AuthenticateCard asked, Request request) throws Refused {
    if (rolls.place(request.institution()).isEmpty()) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    CardFacts card = asked.getCard();
    int historical = card.getHistoricalBytes().size();
    if (!Request.isRequestId(asked.getRequestId())
        || asked.getVisitNumber().isBlank()
        || asked.getVisitNumber().length() > LONGEST_VISIT
        || asked.getTerminalSlot() < 0
        || asked.getTerminalSlot() > 99
        || asked.getOperator().isBlank()
        || !IDENTIFIER.matcher(card.getCardIdentifier()).matches()
        || historical < 8
        || historical > HISTORICAL_BYTES) {
      throw Reason.MALFORMED.because();
    }
    if (!device.serves(card)) {
      throw Reason.CARD_CIPHER.because();
    }
  }

  private static boolean isSame(Question before, AuthenticateCard asked, Request request) {
    return before.isOf(request)
        && before.visit().equals(asked.getVisitNumber())
        && before.isAbout(asked.getCard());
  }

  private byte[] fresh(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static MessageLite answer(Question question) {
    return AuthenticateCardAnswer.newBuilder()
        .setChallenge(
            CardChallenge.newBuilder()
                .setAuthenticationId(question.id())
                .setProcessFactor(ByteString.copyFrom(question.processFactor()))
                .setOriginal(ByteString.copyFrom(question.original()))
                .setExpiresAtMillis(question.expires().toEpochMilli()))
        .build();
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return AuthenticateCardAnswer.newBuilder().setRefusal(refusal).build();
  }
}
