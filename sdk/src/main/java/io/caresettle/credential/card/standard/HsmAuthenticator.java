package io.caresettle.credential.card.standard;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.Block8;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * An authenticator behind the texts of Step1 and Step2: a security module (加密机) that a hospital
 * reaches by a way of its own.
 *
 * <p>By the standard the terminal picks the question here, and the answer is compared in the
 * terminal: the security module itself is shown no proof that a card was there. Where the centre
 * speaks this library's protocol, its own authenticator is the better one.
 */
public final class HsmAuthenticator implements Authenticator {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** The way to the security module. */
  @FunctionalInterface
  public interface Hsm {

    /**
     * Takes the text of Step1 and gives that for Step2. One round trip, with a deadline: the card
     * waits meanwhile.
     */
    String answer(String step1);
  }

  private final Hsm hsm;
  private final RandomGenerator random;

  /**
   * @param random where fresh challenges come from: a {@link java.security.SecureRandom} except in
   *     tests
   */
  public HsmAuthenticator(Hsm hsm, RandomGenerator random) {
    this.hsm = hsm;
    this.random = random;
  }

  @Override
  public CardProof kind() {
    return CardProof.CENTRE;
  }

  @Override
  public Proof begin(CardFacts card) {
    Block8 factor = Block8.random(random);
    Block8 original = Block8.random(random);
    Block8 ownOriginal = Block8.random(random);
    return new Proof() {
      @Override
      public Challenge internal() {
        return new Challenge(factor, original, OptionalInt.empty());
      }

      @Override
      public Optional<Opening> judge(Block8 answerOfCard, Optional<Block8> cardChallenge) {
        HsmStep1 step1 =
            new HsmStep1(
                card.cardIdentifier().substring(0, 6),
                card.historicalBytes(),
                String.format(Locale.ROOT, "%02d", card.algorithm().id()),
                card.cardIdentifier(),
                hex(factor),
                hex(original),
                cardChallenge.map(HsmAuthenticator::hex).orElse(""),
                cardChallenge.map(challenge -> hex(ownOriginal)).orElse(""));
        HsmStep2 step2 = answer(step1);
        if (!MessageDigest.isEqual(HEX.parseHex(step2.internal()), answerOfCard.toBytes())) {
          throw new CredentialRefused(CredentialRefused.Reason.CARD_NOT_GENUINE);
        }
        return cardChallenge.map(
            challenge ->
                new Opening(
                    block(step2.external()), block(step2.externalOriginal()), OptionalInt.empty()));
      }
    };
  }

  private HsmStep2 answer(HsmStep1 step1) {
    HsmStep2 step2;
    try {
      step2 = HsmStep2.parse(hsm.answer(step1.text()));
    } catch (IllegalArgumentException e) {
      throw garbled("its text has a wrong form", e);
    }
    if (!step2.internalOriginal().equals(step1.internalOriginal())
        || !step2.externalOriginal().equals(step1.externalOriginal())) {
      throw garbled(
          "it answers another question", new IllegalArgumentException("original information"));
    }
    return step2;
  }

  private static DeviceFault garbled(String what, IllegalArgumentException cause) {
    return new DeviceFault(
        DeviceFault.Kind.GARBLED_ANSWER,
        "加密机应答异常，请联系维护人员 / Call maintenance: the security module's answer makes no sense ("
            + what
            + ")",
        cause);
  }

  private static String hex(Block8 block) {
    return HEX.formatHex(block.toBytes());
  }

  private static Block8 block(String hex) {
    return Block8.of(HEX.parseHex(hex));
  }
}
