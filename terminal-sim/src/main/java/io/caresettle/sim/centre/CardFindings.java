package io.caresettle.sim.centre;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import io.caresettle.protocol.sm.Sm3;
import io.caresettle.protocol.wire.CardCryptogram;
import io.caresettle.protocol.wire.CardVerdict;
import io.caresettle.protocol.wire.ConfirmCard;
import io.caresettle.protocol.wire.ConfirmCardAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.sim.centre.CardProofs.Finding;
import io.caresettle.sim.centre.CardProofs.Question;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Second step of a card's proof: what the card answered, what the centre makes of it, and, for a
 * genuine card alone, what opens its holder's data. A question is answered once; the same request
 * gets the same verdict for as long as anybody asks.
 */
record CardFindings(
    Rolls rolls, LossList losses, CardProofs proofs, KeyDevice device, RandomGenerator random)
    implements Clerk {

  private static final int BLOCK = 8;

  @Override
  public MessageType answerType() {
    return MessageType.CONFIRM_CARD_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    ConfirmCard asked = Readings.read(ConfirmCard.getDefaultInstance(), request.payload());
    if (!Request.isRequestId(asked.getRequestId())
        || asked.getCardAnswer().size() != BLOCK
        || !(asked.getCardChallenge().isEmpty() || asked.getCardChallenge().size() == BLOCK)) {
      throw Reason.MALFORMED.because();
    }
    Question question =
        proofs
            .find(asked.getAuthenticationId())
            .filter(q -> q.isOf(request))
            .orElseThrow(Reason.AUTHENTICATION_UNKNOWN::because);
    byte[] digest =
        Sm3.digest(asked.getCardAnswer().toByteArray(), asked.getCardChallenge().toByteArray());
    Optional<Finding> before = proofs.finding(question.id());
    if (before.isPresent()) {
      if (!before.get().isAnswerTo(asked.getRequestId(), digest)) {
        throw Reason.AUTHENTICATION_USED.because();
      }
      return before.get().said();
    }
    if (!request.now().isBefore(question.expires())) {
      throw Reason.AUTHENTICATION_EXPIRED.because();
    }
    CardVerdict verdict = judge(question, asked, request.now());
    ConfirmCardAnswer answer = ConfirmCardAnswer.newBuilder().setVerdict(verdict).build();
    proofs.keep(
        question.id(),
        new Finding(
            asked.getRequestId(),
            digest,
            verdict.getFinding() == CardVerdict.Finding.GENUINE,
            Instant.ofEpochMilli(verdict.getExpiresAtMillis()),
            answer.toByteArray()));
    return answer;
  }

  private CardVerdict judge(Question question, ConfirmCard asked, Instant now) {
    CardVerdict.Finding finding = finding(question, asked, now);
    CardVerdict.Builder verdict =
        CardVerdict.newBuilder()
            .setAuthenticationId(question.id())
            .setFinding(finding)
            .setExpiresAtMillis(now.plus(CardProofs.VERDICT_LIFE).toEpochMilli());
    if (finding == CardVerdict.Finding.GENUINE && !asked.getCardChallenge().isEmpty()) {
      byte[] original = new byte[BLOCK];
      random.nextBytes(original);
      byte[] cryptogram =
          device.authentication(
              question.facts(),
              KeyDevice.Root.RKSSSE,
              asked.getCardChallenge().toByteArray(),
              original);
      verdict.setCryptogram(
          CardCryptogram.newBuilder()
              .setCryptogram(ByteString.copyFrom(cryptogram))
              .setOriginal(ByteString.copyFrom(original)));
    }
    return verdict.build();
  }

  private CardVerdict.Finding finding(Question question, ConfirmCard asked, Instant now) {
    byte[] expected =
        device.authentication(
            question.facts(), KeyDevice.Root.IRK, question.processFactor(), question.original());
    if (!MessageDigest.isEqual(expected, asked.getCardAnswer().toByteArray())) {
      return CardVerdict.Finding.NOT_GENUINE;
    }
    String chip = HexFormat.of().withUpperCase().formatHex(KeyDevice.chip(question.facts()));
    if (!rolls.isChipOf(question.card(), chip)) {
      return CardVerdict.Finding.NOT_GENUINE;
    }
    if (proofs.isBlocked(question.card())) {
      return CardVerdict.Finding.BLOCKED;
    }
    boolean lost = losses.since(question.card(), now).isPresent();
    return lost ? CardVerdict.Finding.LOST : CardVerdict.Finding.GENUINE;
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return ConfirmCardAnswer.newBuilder().setRefusal(refusal).build();
  }
}
