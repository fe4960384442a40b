package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** One read of one card, from power to the reset that takes every right back. */
final class Reading implements AutoCloseable {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Key number of RKSSSE on a card, which guards the holder's data. */
  private static final byte READ_KEY = 0x0A;

  private final CardTransport card;
  private final Optional<Authenticator> authenticator;
  private final LocalDate today;

  /**
   * @param authenticator empty where the card is read without any proof
   */
  Reading(CardTransport card, Optional<Authenticator> authenticator, LocalDate today) {
    this.card = card;
    this.authenticator = authenticator;
    this.today = today;
  }

  /** Begins a read for {@link #close} to end, even if there turns out to be no card. */
  SocialSecurityCard run() throws CardRemovedException {
    byte[] historical = card.reset();
    if (historical.length < 8) {
      throw unsupported("its answer to reset has no diversification factor");
    }
    Optional<Integer> announced = selectEnvironment();

    select(Environment.EF05);
    String identifier = HEX.formatHex(read(Item.CARD_IDENTIFIER));
    String specification = CardText.ascii(Item.SPECIFICATION, read(Item.SPECIFICATION));
    byte[] issuedValue = read(Item.ISSUED);
    byte[] validUntilValue = read(Item.VALID_UNTIL);
    String number = CardText.ascii(Item.CARD_NUMBER, read(Item.CARD_NUMBER));

    String area = areaOf(identifier);
    Generation generation = Generation.of(specification);
    CardAlgorithm algorithm = algorithm(announced, area);
    Optional<Authenticator.Opening> opening =
        prove(
            new Authenticator.CardFacts(
                algorithm, specification, identifier, number, HEX.formatHex(historical)),
            generation);

    // Only now do the issuer's data count for anything.
    LocalDate issued = mustHave(Item.ISSUED, issuedValue);
    LocalDate validUntil = mustHave(Item.VALID_UNTIL, validUntilValue);
    checkDates(issued, validUntil);
    if (!CardNumbers.checks(number)) {
      throw CardText.invalid("the card number's check character is wrong");
    }

    if (opening.isPresent()) {
      unlock(opening.get());
    }
    select(Environment.EF06);
    IdentityNumber identityNumber = identityNumber();
    PersonName name = name(generation);
    checkSex(identityNumber);
    checkBirthDate(identityNumber);
    return new SocialSecurityCard(
        area,
        identifier,
        number,
        specification,
        issued,
        validUntil,
        identityNumber,
        name,
        authenticator.map(Authenticator::kind).orElse(CardProof.NONE));
  }

  @Override
  public void close() {
    try {
      card.reset();
    } catch (CardRemovedException gone) {
      // The aim is reached: without power a card keeps no right.
    }
  }

  private Optional<Integer> selectEnvironment() throws CardRemovedException {
    byte[] name = Environment.SSSE_NAME;
    ByteBuffer command = ByteBuffer.allocate(6 + name.length);
    command.put(new byte[] {0, (byte) 0xA4, 4, 0, (byte) name.length}).put(name).put((byte) 0);
    Answer answer = send(command.array()).unlessBlocked();
    if (answer.is(Answer.NO_SUCH_FILE)) {
      throw unsupported("it holds no social-security environment");
    }
    return Environment.announcedAlgorithm(answer.dataOrFault("selecting the environment"));
  }

  private void select(byte[] file) throws CardRemovedException {
    send(new byte[] {0, (byte) 0xA4, 2, 0, 2, file[0], file[1]}).dataOrFault("selecting a file");
  }

  private byte[] read(Item item) throws CardRemovedException {
    return item.valueIn(send(item.readCommand()).dataOrFault("reading the " + item.en()));
  }

  private static String areaOf(String identifier) {
    String area = identifier.substring(0, 6);
    if (!area.matches("\\d{6}")) {
      throw CardText.invalid("the card identification code names no city");
    }
    return area;
  }

  private static CardAlgorithm algorithm(Optional<Integer> announced, String area) {
    CardAlgorithm algorithm =
        announced
            .map(
                id ->
                    CardAlgorithm.ofId(id)
                        .orElseThrow(() -> unsupported("it announces an unknown algorithm")))
            .orElseGet(() -> CardAlgorithm.ofSilentCardIn(area));
    if (algorithm == CardAlgorithm.SSF33) {
      throw unsupported("its algorithm is SSF33");
    }
    return algorithm;
  }

  /**
   * Has the card prove itself.
   *
   * @return what opens the holder's data, where they are locked
   */
  private Optional<Authenticator.Opening> prove(
      Authenticator.CardFacts facts, Generation generation) throws CardRemovedException {
    if (authenticator.isEmpty()) {
      if (generation.locksHolderData()) {
        throw unsupported("a third-generation card opens its holder's data to no unproved reader");
      }
      return Optional.empty();
    }
    Authenticator.Proof proof = authenticator.get().begin(facts);
    Block8 ofCard = internalAuthentication(proof.internal());
    // The card keeps its last challenge only: none may be taken between here and the answer to it.
    Optional<Block8> challenge =
        generation.locksHolderData() ? Optional.of(takeChallenge()) : Optional.empty();
    Optional<Authenticator.Opening> opening = proof.judge(ofCard, challenge);
    if (opening.isPresent() != challenge.isPresent()) {
      throw new Misuse(
          "An authenticator answers a card's challenge exactly when the card gave one, but "
              + (opening.isPresent() ? "answered without" : "did not answer it"));
    }
    return opening;
  }

  private void unlock(Authenticator.Opening opening) throws CardRemovedException {
    Answer answer =
        send(authentication(
                0x82, READ_KEY, opening.authentication(), opening.original(), opening.keyVersion()))
            .unlessBlocked();
    if (answer.is(Answer.LOCKED)) {
      throw new CredentialRefused(Reason.CARD_BLOCKED, "its read key is locked");
    }
    if (!answer.is(Answer.OK)) {
      // Never tried again, neither as it is nor with another key version: each try brings the card
      // nearer to locking its key.
      throw new DeviceFault(
          DeviceFault.Kind.PSAM_FAILED,
          "卡片不接受本终端的PSAM卡，请检查读取密钥 / The card does not accept this terminal's PSAM: check its"
              + " read key (status "
              + answer.hex()
              + ")");
    }
  }

  private Block8 internalAuthentication(Authenticator.Challenge challenge)
      throws CardRemovedException {
    byte[] command =
        authentication(
            0x88, 0, challenge.processFactor(), challenge.original(), challenge.keyVersion());
    Answer answer = send(Arrays.copyOf(command, command.length + 1)).unlessBlocked();
    if (!answer.is(Answer.OK)) {
      throw new CredentialRefused(Reason.CARD_NOT_GENUINE, "status " + answer.hex());
    }
    return block(answer.data());
  }

  /** Two blocks and, where one was named, the key version behind them. */
  private static byte[] authentication(
      int instruction, int key, Block8 first, Block8 second, OptionalInt keyVersion) {
    int length = keyVersion.isPresent() ? 17 : 16;
    ByteBuffer command = ByteBuffer.allocate(5 + length);
    command.put(new byte[] {0, (byte) instruction, 0, (byte) key, (byte) length});
    command.put(first.toBytes()).put(second.toBytes());
    keyVersion.ifPresent(version -> command.put((byte) version));
    return command.array();
  }

  private Block8 takeChallenge() throws CardRemovedException {
    return block(
        send(new byte[] {0, (byte) 0x84, 0, 0, 8}).dataOrFault("taking the card's challenge"));
  }

  private static Block8 block(byte[] data) {
    if (data.length != 8) {
      throw Answer.garbled("an authentication answer of " + data.length + " bytes instead of 8");
    }
    return Block8.of(data);
  }

  private IdentityNumber identityNumber() throws CardRemovedException {
    String text = CardText.ascii(Item.IDENTITY_NUMBER, read(Item.IDENTITY_NUMBER));
    try {
      return IdentityNumber.parse(text);
    } catch (IllegalArgumentException e) {
      throw CardText.invalid("the social security number fails its own check");
    }
  }

  private PersonName name(Generation generation) throws CardRemovedException {
    byte[] first = read(Item.NAME);
    byte[] extension = new byte[0];
    if (generation.hasNameExtension()) {
      Answer answer = send(Item.NAME_EXTENSION.readCommand());
      if (!answer.is(Answer.NO_SUCH_RECORD)) {
        extension =
            Item.NAME_EXTENSION.valueIn(answer.dataOrFault("reading the extension of the name"));
      }
    }
    return PersonName.of(CardText.name(first, extension));
  }

  /** The seventeenth digit is odd for men (1); 9 and an empty item say nothing. */
  private void checkSex(IdentityNumber identityNumber) throws CardRemovedException {
    String sex = CardText.ascii(Item.SEX, read(Item.SEX));
    if (sex.isEmpty() || sex.equals("9")) {
      return;
    }
    boolean odd = (identityNumber.reveal().charAt(16) - '0') % 2 == 1;
    if (!sex.equals(odd ? "1" : "2")) {
      throw CardText.invalid("the sex contradicts the social security number");
    }
  }

  private void checkBirthDate(IdentityNumber identityNumber) throws CardRemovedException {
    Optional<LocalDate> born = CardText.date(Item.BIRTH_DATE, read(Item.BIRTH_DATE));
    if (born.isPresent() && !born.get().equals(identityNumber.birthDate())) {
      throw CardText.invalid("the date of birth contradicts the social security number");
    }
  }

  /** Both days belong to the validity. */
  private void checkDates(LocalDate issued, LocalDate validUntil) {
    if (validUntil.isBefore(issued)) {
      throw CardText.invalid("the card ends before it was issued");
    }
    if (today.isBefore(issued) || today.isAfter(validUntil)) {
      throw new CredentialRefused(
          Reason.CARD_EXPIRED,
          String.format(
              Locale.ROOT, "valid from %s to %s, today is %s", issued, validUntil, today));
    }
  }

  private static LocalDate mustHave(Item item, byte[] value) {
    return CardText.date(item, value)
        .orElseThrow(() -> CardText.invalid("the " + item.en() + " is missing"));
  }

  private static CredentialRefused unsupported(String why) {
    return new CredentialRefused(Reason.CARD_UNSUPPORTED, why);
  }

  private Answer send(byte[] command) throws CardRemovedException {
    return Answer.parse(card.transmit(command));
  }
}
