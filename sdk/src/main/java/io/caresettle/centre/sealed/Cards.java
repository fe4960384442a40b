package io.caresettle.centre.sealed;

import com.google.protobuf.ByteString;
import io.caresettle.centre.Asking;
import io.caresettle.centre.CardChallenge;
import io.caresettle.centre.CardConfirmation;
import io.caresettle.centre.CardRequest;
import io.caresettle.centre.CardVerdict;
import io.caresettle.centre.CardVerdict.Finding;
import io.caresettle.centre.Reply;
import io.caresettle.credential.card.Authenticator.Challenge;
import io.caresettle.credential.card.Authenticator.Opening;
import io.caresettle.credential.card.Block8;
import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.AuthenticateCard;
import io.caresettle.protocol.wire.AuthenticateCardAnswer;
import io.caresettle.protocol.wire.CardCryptogram;
import io.caresettle.protocol.wire.CardFacts;
import io.caresettle.protocol.wire.ConfirmCard;
import io.caresettle.protocol.wire.ConfirmCardAnswer;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/** The two steps in which the centre proves a card. */
final class Cards {

  private final Exchange exchange;

  Cards(Exchange exchange) {
    this.exchange = exchange;
  }

  Reply<CardChallenge> authenticate(CardRequest request, Duration within) {
    Asking asking = request.asking();
    AuthenticateCard message =
        AuthenticateCard.newBuilder()
            .setRequestId(request.requestId())
            .setVisitNumber(asking.visitNumber())
            .setTerminalSlot(asking.terminalSlot())
            .setOperator(asking.operator())
            .setCard(
                CardFacts.newBuilder()
                    .setCipher(cipher(request.card().algorithm()))
                    .setSpecification(request.card().specification())
                    .setCardIdentifier(request.card().cardIdentifier())
                    .setCardNumber(request.card().cardNumber())
                    .setHistoricalBytes(
                        ByteString.copyFrom(
                            HexFormat.of().parseHex(request.card().historicalBytes()))))
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.AUTHENTICATE_CARD,
                message,
                MessageType.AUTHENTICATE_CARD_ANSWER,
                left,
                (reading, bytes) -> {
                  AuthenticateCardAnswer answer =
                      Messages.read(AuthenticateCardAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case CHALLENGE -> new Reply.Answered<>(challenge(answer.getChallenge()));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  private static CardFacts.Cipher cipher(CardAlgorithm algorithm) {
    return switch (algorithm) {
      case DES -> CardFacts.Cipher.DES;
      case SSF33 -> CardFacts.Cipher.SSF33;
      case SM4 -> CardFacts.Cipher.SM4;
    };
  }

  private static CardChallenge challenge(io.caresettle.protocol.wire.CardChallenge challenge) {
    if (challenge.getAuthenticationId().isEmpty()) {
      throw new IllegalArgumentException("The challenge has no id");
    }
    return new CardChallenge(
        challenge.getAuthenticationId(),
        new Challenge(
            block(challenge.getProcessFactor()),
            block(challenge.getOriginal()),
            challenge.hasKeyVersion()
                ? OptionalInt.of(challenge.getKeyVersion())
                : OptionalInt.empty()));
  }

  Reply<CardVerdict> confirm(CardConfirmation confirmation, Duration within) {
    ConfirmCard message =
        ConfirmCard.newBuilder()
            .setRequestId(confirmation.requestId())
            .setAuthenticationId(confirmation.authenticationId())
            .setCardAnswer(bytes(confirmation.answerOfCard()))
            .setCardChallenge(
                confirmation.cardChallenge().map(Cards::bytes).orElse(ByteString.EMPTY))
            .build();
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.CONFIRM_CARD,
                message,
                MessageType.CONFIRM_CARD_ANSWER,
                left,
                (reading, bytes) -> {
                  ConfirmCardAnswer answer =
                      Messages.read(ConfirmCardAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case VERDICT ->
                        new Reply.Answered<>(verdict(answer.getVerdict(), confirmation));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw empty();
                  };
                }));
  }

  private static CardVerdict verdict(
      io.caresettle.protocol.wire.CardVerdict verdict, CardConfirmation asked) {
    if (!verdict.getAuthenticationId().equals(asked.authenticationId())) {
      throw new IllegalArgumentException("The verdict is on another card");
    }
    Finding finding =
        switch (verdict.getFinding()) {
          case GENUINE -> Finding.GENUINE;
          case NOT_GENUINE -> Finding.NOT_GENUINE;
          case BLOCKED -> Finding.BLOCKED;
          case LOST -> Finding.LOST;
          case FINDING_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("The verdict says nothing of the card");
        };
    boolean asks = finding == Finding.GENUINE && asked.cardChallenge().isPresent();
    if (verdict.hasCryptogram() != asks) {
      throw new IllegalArgumentException("A cryptogram comes with a genuine card that asked, only");
    }
    return new CardVerdict(
        finding, asks ? Optional.of(opening(verdict.getCryptogram())) : Optional.empty());
  }

  private static Opening opening(CardCryptogram cryptogram) {
    return new Opening(
        block(cryptogram.getCryptogram()),
        block(cryptogram.getOriginal()),
        cryptogram.hasKeyVersion()
            ? OptionalInt.of(cryptogram.getKeyVersion())
            : OptionalInt.empty());
  }

  private static Block8 block(ByteString bytes) {
    return Block8.of(bytes.toByteArray());
  }

  private static ByteString bytes(Block8 block) {
    return ByteString.copyFrom(block.toBytes());
  }

  private static IllegalArgumentException empty() {
    return new IllegalArgumentException("The answer is empty");
  }
}
