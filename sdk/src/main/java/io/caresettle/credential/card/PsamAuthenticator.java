package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * An authenticator in a slot of the terminal: a PSAM, a chip that holds the root keys and never
 * gives them out.
 *
 * <p>A PSAM may hold national, province or city keys. Which, is found by trying three, two and one
 * level of diversification, and remembered. Threads may share one PSAM: a session key is delivered
 * and used in one piece. Where the PSAM says which version of the keys it has, cards are asked for
 * that version.
 */
public final class PsamAuthenticator implements Authenticator {

  private static final HexFormat HEX = HexFormat.of();

  /** {@code sx1.sh.社会保障}: the DES environment bears the name of the card's own. */
  static final byte[] DES_ENVIRONMENT = Environment.SSSE_NAME;

  /** {@code sx3.sh.社会保障}: assumed; the name of the SM4 environment was not published. */
  static final byte[] SM4_ENVIRONMENT = HEX.parseHex("7378332e73682ec9e7bbe1b1a3d5cf");

  /** The application that holds the keys. */
  static final byte[] ADF = HEX.parseHex("d15600000590");

  /** Key number of the internal authentication key. */
  static final int IRK = 0x08;

  /** Key number of the key that reads the holder's data. */
  static final int RKSSSE = 0x0A;

  /** Key number of the key that reads the medical-insurance area. */
  static final int RK1DF04 = 0x2D;

  private static final int ENCRYPT = 7;

  /** Short name of the city's information file 001C; the province's and the nation's are below. */
  private static final int INFORMATION_OF_CITY = 0x1C;

  /** Key index 1, key version 1, first day 4, last day 4. */
  private static final byte INFORMATION_LENGTH = 10;

  private static final byte TERMINAL_NUMBER_LENGTH = 6;

  private final CardTransport psam;
  private final RandomGenerator random;
  private Optional<CardAlgorithm> selected = Optional.empty();
  private int levels = 3;
  private final Map<Integer, OptionalInt> keyVersions = new HashMap<>();

  public PsamAuthenticator(CardTransport psam) {
    this(psam, CardTrace.OFF);
  }

  public PsamAuthenticator(CardTransport psam, CardTrace trace) {
    this(psam, trace, new SecureRandom());
  }

  /**
   * @param random where fresh challenges come from; whoever can foretell them can replay a card, so
   *     anything but a {@link SecureRandom} is for tests
   */
  public PsamAuthenticator(CardTransport psam, CardTrace trace, RandomGenerator random) {
    this.psam =
        new CompleteAnswers(
            AllowedCommands.authenticating(new TracedTransport(psam, CardTrace.Slot.PSAM, trace)));
    this.random = random;
  }

  @Override
  public CardProof kind() {
    return CardProof.PSAM;
  }

  /**
   * 终端机编号, the terminal's number as its PSAM holds it (file 0016): twelve digits; empty where the
   * PSAM has no such file.
   *
   * @throws DeviceFault when the PSAM is missing
   */
  public synchronized Optional<String> terminalNumber() {
    try {
      if (selected.isEmpty()) {
        psam.reset();
      }
      Answer answer = send(new byte[] {0, (byte) 0xB0, (byte) 0x96, 0, TERMINAL_NUMBER_LENGTH});
      return answer.is(Answer.OK) && answer.data().length == TERMINAL_NUMBER_LENGTH
          ? Optional.of(HEX.formatHex(answer.data())).filter(number -> number.matches("[0-9]{12}"))
          : Optional.empty();
    } catch (CardRemovedException e) {
      selected = Optional.empty();
      throw failed(
          DeviceFault.Kind.PSAM_MISSING, "PSAM卡无应答", "the PSAM is not there or does not answer", e);
    }
  }

  @Override
  public Proof begin(CardFacts card) {
    Block8 processFactor = Block8.random(random);
    Block8 original = Block8.random(random);
    // Computed before the card is asked: which version of the keys the PSAM has is known then.
    Computed expected = compute(IRK, card, processFactor, original);
    return new Proof() {
      @Override
      public Challenge internal() {
        return new Challenge(processFactor, original, expected.keyVersion());
      }

      private boolean genuine;

      @Override
      public Optional<Opening> judge(Block8 answerOfCard, Optional<Block8> cardChallenge) {
        if (!expected.authentication().matches(answerOfCard)) {
          throw new CredentialRefused(CredentialRefused.Reason.CARD_NOT_GENUINE);
        }
        genuine = true;
        return cardChallenge.map(challenge -> opening(RKSSSE, card, challenge));
      }

      @Override
      public Opening openMedicalArea(Block8 cardChallenge) {
        if (!genuine) {
          throw new Misuse(
              "A card proves itself before its medical-insurance area is opened, but this one was"
                  + " not judged genuine");
        }
        return opening(RK1DF04, card, cardChallenge);
      }
    };
  }

  private Opening opening(int key, CardFacts card, Block8 cardChallenge) {
    Block8 own = Block8.random(random);
    Computed answer = compute(key, card, cardChallenge, own);
    return new Opening(answer.authentication(), own, answer.keyVersion());
  }

  /** An authentication answer and the version of the keys it was made with, where there is one. */
  private record Computed(Block8 authentication, OptionalInt keyVersion) {}

  private synchronized Computed compute(
      int key, CardFacts card, Block8 processFactor, Block8 original) {
    CardAlgorithm algorithm = card.algorithm();
    boolean good = false;
    try {
      enter(algorithm);
      deliverSessionKey(key, card, padded(processFactor, algorithm));
      Block8 answer = fold(sendOrFail(apdu(0x80, 0xFA, 0, 0, padded(original, algorithm))));
      OptionalInt version = keyVersion();
      good = true;
      return new Computed(answer, version);
    } catch (CardRemovedException e) {
      throw failed(
          DeviceFault.Kind.PSAM_MISSING, "PSAM卡无应答", "the PSAM is not there or does not answer", e);
    } finally {
      if (!good) {
        selected = Optional.empty();
        keyVersions.clear();
      }
    }
  }

  /**
   * The version of the keys in the information file of the level whose roots this PSAM holds: its
   * second byte. A PSAM without that file, or with a version 0 in it, names none.
   */
  private OptionalInt keyVersion() throws CardRemovedException {
    OptionalInt known = keyVersions.get(levels);
    if (known == null) {
      int shortName = INFORMATION_OF_CITY + 1 - levels;
      Answer answer =
          send(new byte[] {0, (byte) 0xB0, (byte) (0x80 | shortName), 0, INFORMATION_LENGTH});
      byte[] data = answer.data();
      known =
          answer.is(Answer.OK) && data.length >= 2 && data[1] != 0
              ? OptionalInt.of(data[1] & 0xFF)
              : OptionalInt.empty();
      keyVersions.put(levels, known);
    }
    return known;
  }

  /** Powers the PSAM and selects what fits the card's algorithm, unless that was done before. */
  private void enter(CardAlgorithm algorithm) throws CardRemovedException {
    if (selected.filter(algorithm::equals).isPresent()) {
      return;
    }
    keyVersions.clear();
    psam.reset();
    byte[] name = algorithm == CardAlgorithm.SM4 ? SM4_ENVIRONMENT : DES_ENVIRONMENT;
    byte[] select = apdu(0x00, 0xA4, 4, 0, name);
    Answer environment = send(Arrays.copyOf(select, select.length + 1));
    if (environment.is(Answer.NO_SUCH_FILE)) {
      throw failed(
          DeviceFault.Kind.PSAM_LACKS_ALGORITHM,
          "PSAM卡不支持该算法",
          "the PSAM has no environment for " + algorithm,
          new ChipStatus(environment.statusWord()));
    }
    orFail(environment);
    sendOrFail(apdu(0x00, 0xA4, 4, 0, ADF));
    selected = Optional.of(algorithm);
  }

  private void deliverSessionKey(int key, CardFacts card, byte[] processFactor)
      throws CardRemovedException {
    int last = Answer.WRONG_DATA;
    for (int tried = levels; tried >= 1; tried--) {
      ByteArrayOutputStream data = new ByteArrayOutputStream();
      // Last level first: card, city, province.
      Block8[] factors = {card.cardFactor(), card.cityFactor(), card.provinceFactor()};
      for (int i = 0; i < tried; i++) {
        data.writeBytes(factors[i].toBytes());
      }
      data.writeBytes(processFactor);
      Answer answer = send(apdu(0xBF, 0xDE, tried << 5 | ENCRYPT, key, data.toByteArray()));
      if (answer.is(Answer.OK)) {
        levels = tried;
        return;
      }
      last = answer.is(Answer.NO_SUCH_KEY) ? Answer.NO_SUCH_KEY : last;
      if (!answer.is(Answer.WRONG_DATA) && !answer.is(Answer.NO_SUCH_KEY)) {
        orFail(answer);
      }
    }
    throw failed(
        key == RKSSSE ? DeviceFault.Kind.PSAM_LACKS_READ_KEY : DeviceFault.Kind.PSAM_LACKS_KEY,
        "PSAM卡缺少密钥",
        "the PSAM lacks the key " + nameOf(key) + " for this card",
        new ChipStatus(last));
  }

  private static String nameOf(int key) {
    return switch (key) {
      case IRK -> "IRK";
      case RKSSSE -> "RKSSSE";
      default -> "RK1DF04";
    };
  }

  /** As it is for a cipher of 8-byte blocks, filled with 00 for one of 16. */
  private static byte[] padded(Block8 block, CardAlgorithm algorithm) {
    return Arrays.copyOf(block.toBytes(), algorithm == CardAlgorithm.SM4 ? 16 : 8);
  }

  /** Sixteen bytes of cipher text become eight by exclusive or of the halves. */
  private static Block8 fold(byte[] cipher) {
    return switch (cipher.length) {
      case 8 -> Block8.of(cipher);
      case 16 ->
          new Block8(
              Block8.of(Arrays.copyOf(cipher, 8)).bits()
                  ^ Block8.of(Arrays.copyOfRange(cipher, 8, 16)).bits());
      default ->
          throw new DeviceFault(
              DeviceFault.Kind.PSAM_FAILED,
              "PSAM卡应答异常，请联系维护人员 / Call maintenance: the PSAM answers a cipher text of "
                  + cipher.length
                  + " bytes");
    };
  }

  private static byte[] apdu(int cla, int ins, int p1, int p2, byte[] data) {
    byte[] apdu = new byte[5 + data.length];
    apdu[0] = (byte) cla;
    apdu[1] = (byte) ins;
    apdu[2] = (byte) p1;
    apdu[3] = (byte) p2;
    apdu[4] = (byte) data.length;
    System.arraycopy(data, 0, apdu, 5, data.length);
    return apdu;
  }

  private Answer send(byte[] command) throws CardRemovedException {
    return Answer.parse(psam.transmit(command));
  }

  private byte[] sendOrFail(byte[] command) throws CardRemovedException {
    return orFail(send(command)).data();
  }

  private static Answer orFail(Answer answer) {
    if (!answer.is(Answer.OK)) {
      throw failed(
          DeviceFault.Kind.PSAM_FAILED,
          "PSAM卡应答异常",
          "the PSAM answers status " + answer.hex(),
          new ChipStatus(answer.statusWord()));
    }
    return answer;
  }

  private static DeviceFault failed(DeviceFault.Kind kind, String zh, String en, Throwable cause) {
    return new DeviceFault(kind, zh + "，请联系维护人员 / Call maintenance: " + en, cause);
  }
}
