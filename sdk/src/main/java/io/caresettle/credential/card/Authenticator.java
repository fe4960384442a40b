package io.caresettle.credential.card;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whoever holds the root keys of social-security cards, and so can tell a genuine card from a copy
 * and answer a card that asks whether the terminal is genuine. The terminal itself holds no such
 * key.
 *
 * <p>A read has two halves with this seam between them. In the first the reader collects {@link
 * Questions} from the card; in the second it uses the {@link Answers}. A PSAM computes each answer
 * when it is asked for; the security module of a centre gets all questions in one message and sends
 * all answers in one (the Step1 and Step2 of the standard's HSM functions), so it does its round
 * trip in {@link #begin}.
 */
public interface Authenticator {

  /** Takes the questions of one card. */
  Answers begin(Questions questions);

  /** What an authenticator needs to know about one card and one read. */
  record Questions(
      CardAlgorithm algorithm,
      String cardIdentifier,
      String historicalBytes,
      Challenge internal,
      Optional<Challenge> external) {

    private static final HexFormat HEX = HexFormat.of();

    /** Diversification factor F1: the province's two digits, {@code 0000}, {@code sh}. */
    public Block8 provinceFactor() {
      return ascii(cardIdentifier.substring(0, 2) + "0000sh");
    }

    /**
     * Diversification factor F2: the city's six digits and {@code sx}; in Zhejiang (33) four digits
     * and {@code 00sx}.
     */
    public Block8 cityFactor() {
      return ascii(
          cardIdentifier.startsWith("33")
              ? cardIdentifier.substring(0, 4) + "00sx"
              : cardIdentifier.substring(0, 6) + "sx");
    }

    /** Diversification factor F3: the last eight historical bytes. */
    public Block8 cardFactor() {
      return Block8.of(HEX.parseHex(historicalBytes.substring(historicalBytes.length() - 16)));
    }

    private static Block8 ascii(String eight) {
      return Block8.of(eight.getBytes(StandardCharsets.US_ASCII));
    }

    /** Names the algorithm only: the rest identifies a card. */
    @Override
    public String toString() {
      return "Questions[" + algorithm + "]";
    }
  }

  /**
   * One authentication: the session key comes from the process factor, and the original data are
   * encrypted with it.
   */
  record Challenge(Block8 processFactor, Block8 original) {}

  /** What the authenticator says. */
  interface Answers {

    /** What a genuine card answers to INTERNAL AUTHENTICATION. */
    Block8 expectedOfCard();

    /**
     * What this card accepts in EXTERNAL AUTHENTICATION with its holder-data read key. Asked for
     * only after the card was found genuine, and only if the questions held an external challenge.
     */
    Block8 answerToCard();
  }
}
