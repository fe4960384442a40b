package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import io.caresettle.problem.Misuse;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * One patient's card, from power to the reset that takes every right back: selects the environment,
 * reads the issuer's data, and has the card prove itself.
 */
final class CardSession implements AutoCloseable {

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private final CardTransport card;
  private final Optional<Authenticator> authenticator;
  private final LocalDate today;
  private Optional<Authenticator.Proof> judgedGenuine = Optional.empty();

  /**
   * @param authenticator empty where the card is read without any proof
   */
  private CardSession(CardTransport card, Optional<Authenticator> authenticator, LocalDate today) {
    this.card = card;
    this.authenticator = authenticator;
    this.today = today;
  }

  /** What is done with one card. */
  interface Service<T> {
    T with(CardSession session) throws CardRemovedException;
  }

  /**
   * Serves the card in a slot and resets it at the end, whatever happened.
   *
   * @param allowed the slot, with all commands refused that this service must not send
   */
  static <T> T serve(
      CardTransport allowed,
      Optional<Authenticator> authenticator,
      LocalDate today,
      Service<T> service) {
    try (CardSession session =
        new CardSession(new CompleteAnswers(allowed), authenticator, today)) {
      return service.with(session);
    } catch (CardRemovedException e) {
      throw new DeviceFault(
          DeviceFault.Kind.CARD_REMOVED,
          "读卡过程中卡片被拔出，请重新插卡 / The card was taken out while it was read: insert it again",
          e);
    }
  }

  /**
   * A card that proved itself as far as this session asks for it, with the issuer's data.
   *
   * @param opening what opens the holder's data, where they are locked
   */
  record Proved(
      String area,
      String identifier,
      String number,
      String specification,
      Generation generation,
      LocalDate issued,
      LocalDate validUntil,
      CardProof proof,
      Optional<Authenticator.Opening> opening) {

    @Override
    public String toString() {
      return "Proved[area " + area + ", specification " + specification + "]";
    }
  }

  /** Gives the card power. */
  byte[] power() throws CardRemovedException {
    return card.reset();
  }

  Proved prove() throws CardRemovedException {
    byte[] historical = power();
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
    return new Proved(
        area,
        identifier,
        number,
        specification,
        generation,
        issued,
        validUntil,
        authenticator.map(Authenticator::kind).orElse(CardProof.NONE),
        opening);
  }

  /**
   * Takes every right back; a card that is gone has lost its power and them with it. A reader that
   * fails now changes nothing of what the card did: a PIN that was changed is changed.
   */
  @Override
  public void close() {
    try {
      card.reset();
    } catch (CardRemovedException | DeviceFault gone) {
      // Without power a card keeps no right; and whoever comes next begins with a reset.
    }
  }

  Optional<Integer> selectEnvironment() throws CardRemovedException {
    Answer answer = selectByName(Environment.SSSE_NAME);
    if (answer.is(Answer.NO_SUCH_FILE)) {
      throw unsupported("it holds no social-security environment");
    }
    return Environment.announcedAlgorithm(answer.dataOrFault("selecting the environment"));
  }

  Answer selectByName(byte[] name) throws CardRemovedException {
    ByteBuffer command = ByteBuffer.allocate(6 + name.length);
    command.put(new byte[] {0, (byte) 0xA4, 4, 0, (byte) name.length}).put(name).put((byte) 0);
    return send(command.array()).unlessBlocked();
  }

  Answer selectFile(byte[] file) throws CardRemovedException {
    return send(new byte[] {0, (byte) 0xA4, 2, 0, 2, file[0], file[1]});
  }

  void select(byte[] file) throws CardRemovedException {
    selectFile(file).dataOrFault("selecting a file");
  }

  byte[] read(Item item) throws CardRemovedException {
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
                        .orElseThrow(
                            () ->
                                new CredentialRefused(
                                    Reason.CARD_ALGORITHM_UNAVAILABLE,
                                    "it announces algorithm " + id)))
            .orElseGet(() -> CardAlgorithm.ofSilentCardIn(area));
    if (algorithm == CardAlgorithm.SSF33) {
      throw new CredentialRefused(Reason.CARD_ALGORITHM_UNAVAILABLE, "it uses SSF33");
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
    Block8 ofCard = AuthenticationCommands.internal(this, proof.internal());
    // The card keeps its last challenge only: none may be taken between here and the answer to it.
    Optional<Block8> challenge =
        generation.locksHolderData()
            ? Optional.of(AuthenticationCommands.challenge(this))
            : Optional.empty();
    Optional<Authenticator.Opening> opening = proof.judge(ofCard, challenge);
    if (opening.isPresent() != challenge.isPresent()) {
      throw new Misuse(
          "An authenticator answers a card's challenge exactly when the card gave one, but "
              + (opening.isPresent() ? "answered without" : "did not answer it"));
    }
    judgedGenuine = Optional.of(proof);
    return opening;
  }

  /** Proves the terminal to the card, which then lets its holder's data be read. */
  void unlock(Authenticator.Opening opening) throws CardRemovedException {
    unlock(AuthenticationCommands.READ_KEY, opening);
  }

  /**
   * Proves the terminal to the card that proved itself in this session, in its medical-insurance
   * area, which has to be selected: the right ends where another area is.
   */
  void unlockMedicalArea() throws CardRemovedException {
    Authenticator.Proof proof =
        judgedGenuine.orElseThrow(
            () -> new Misuse("A card proves itself before its medical-insurance area is opened"));
    Block8 challenge = AuthenticationCommands.challenge(this);
    unlock(AuthenticationCommands.MEDICAL_READ_KEY, proof.openMedicalArea(challenge));
  }

  private void unlock(int key, Authenticator.Opening opening) throws CardRemovedException {
    AuthenticationCommands.external(
        this, key, opening, authenticator.map(Authenticator::kind).orElse(CardProof.NONE));
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

  static CredentialRefused unsupported(String why) {
    return new CredentialRefused(Reason.CARD_UNSUPPORTED, why);
  }

  Answer send(byte[] command) throws CardRemovedException {
    return Answer.parse(card.transmit(command));
  }
}
