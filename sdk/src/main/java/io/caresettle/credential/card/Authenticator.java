package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.problem.DeviceFault;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whoever holds the root keys of social-security cards, and so can tell a genuine card from a copy
 * and answer a card that asks whether the terminal is genuine: a PSAM in a slot, or the centre. The
 * terminal itself holds no such key.
 *
 * <p>Whoever judges an answer also chooses the question: a terminal that picked the challenge
 * itself could play a recorded pair of question and answer to a centre for ever. So a read has two
 * steps with this seam between them. {@link #begin} tells the authenticator which card is there and
 * takes its challenge; {@link Proof#judge} hands it the card's answer and takes, for a genuine card
 * only, what opens the holder's data. A forged card never gets a cryptogram to study.
 */
public interface Authenticator {

  /** What a card that passes here is proved by: never {@link CardProof#NONE}. */
  CardProof kind();

  /**
   * Begins the proof of one card. A centre is asked here for the first time.
   *
   * @throws io.caresettle.problem.CredentialRefused when the card is refused for what it says of
   *     itself, such as one that was reported lost
   */
  Proof begin(CardFacts card);

  /** The proof of one card that is in its slot now. Serves once. */
  interface Proof {

    /** What the card is asked in INTERNAL AUTHENTICATION. */
    Challenge internal();

    /**
     * Judges the card's answer, and only then says what opens its holder's data.
     *
     * @param cardChallenge the card's own fresh challenge (process factor of the external
     *     authentication), where its generation locks the holder's data; empty otherwise
     * @return what opens the holder's data; empty exactly where {@code cardChallenge} was
     * @throws io.caresettle.problem.CredentialRefused CARD_NOT_GENUINE, or what a centre has
     *     against the card: CARD_BLOCKED, REPORTED_LOST
     */
    Optional<Opening> judge(Block8 answerOfCard, Optional<Block8> cardChallenge);

    /**
     * What opens the medical-insurance area of a card that was judged genuine, without its holder's
     * PIN: the answer with the key RK1DF04. Unless overridden there is none: no message asks a
     * centre for it.
     *
     * @param cardChallenge the card's own fresh challenge, taken with DF04 selected
     * @throws DeviceFault MEDICAL_KEY_UNAVAILABLE where whoever proves cards here has no such key,
     *     PSAM_LACKS_KEY where another PSAM might
     * @throws io.caresettle.problem.Misuse when the card was not judged genuine before
     */
    default Opening openMedicalArea(Block8 cardChallenge) {
      throw new DeviceFault(
          DeviceFault.Kind.MEDICAL_KEY_UNAVAILABLE,
          "此认证方式不能打开医疗保险信息区，请用PSAM卡或持卡人密码 / Whoever proves cards here cannot open the"
              + " medical-insurance area: use a PSAM, or the holder's PIN");
    }
  }

  /**
   * What a card says of itself before it proved anything: nothing of its holder.
   *
   * @param specification 规范版本 as on the card, such as 3.00; empty on some of the oldest
   * @param cardIdentifier 卡的识别码, 32 hexadecimal digits in capitals, the city first
   * @param cardNumber 卡号, not yet held against its check character
   * @param historicalBytes of the answer to reset, hexadecimal in capitals, at least 16 digits
   */
  record CardFacts(
      CardAlgorithm algorithm,
      String specification,
      String cardIdentifier,
      String cardNumber,
      String historicalBytes) {

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

    /** Names the algorithm and the specification only: the rest identifies a card. */
    @Override
    public String toString() {
      return "CardFacts[" + algorithm + ", specification " + specification + "]";
    }
  }

  /**
   * The question to the card: its session key comes from the process factor, and the original data
   * are encrypted with it.
   *
   * @param keyVersion which group of keys, 0 to 255; empty for the card's first
   */
  record Challenge(Block8 processFactor, Block8 original, OptionalInt keyVersion) {
    public Challenge {
      requireByte(keyVersion);
    }
  }

  /**
   * What a card accepts in EXTERNAL AUTHENTICATION with a key that reads its holder's data.
   *
   * @param authentication the cryptogram over {@code original}
   * @param original what was encrypted, chosen by the authenticator
   * @param keyVersion which group of keys, 0 to 255; empty for the card's first
   */
  record Opening(Block8 authentication, Block8 original, OptionalInt keyVersion) {
    public Opening {
      requireByte(keyVersion);
    }
  }

  private static void requireByte(OptionalInt keyVersion) {
    if (keyVersion.isPresent() && (keyVersion.getAsInt() < 0 || keyVersion.getAsInt() > 0xFF)) {
      throw new IllegalArgumentException(
          "A key version is one byte, but found " + keyVersion.getAsInt());
    }
  }
}
