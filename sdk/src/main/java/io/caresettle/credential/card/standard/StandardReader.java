package io.caresettle.credential.card.standard;

import io.caresettle.credential.CardProof;
import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.Authenticator;
import io.caresettle.credential.card.CardPins;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTrace;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.ItemsAsked;
import io.caresettle.credential.card.MeantCard;
import io.caresettle.credential.card.Pin;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The functions of a reading terminal: iReadCardBas, iReadCard, iVerifyPIN and iChangePIN. None of
 * them throws for what a card, a reader or a person does; what only a program can do wrong is still
 * a {@link io.caresettle.problem.Misuse}, and a centre that cannot be reached is reported as its
 * authenticator reports it.
 *
 * <p>For one thread at a time, like the terminal it stands for.
 */
public final class StandardReader {

  /** The slots of a reading terminal for the holder's card. */
  public interface Slots {

    /** The slot with contacts; empty where the terminal has none. */
    Optional<CardTransport> contact();

    /** The field of a contactless reader; empty where the terminal has none. */
    Optional<CardTransport> contactless();
  }

  /**
   * What the terminal says of itself.
   *
   * @param terminalNumber 终端机编号, {@link BasicData#NO_TERMINAL_NUMBER} without a PSAM
   * @param terminalDevice 终端设备号, may be empty
   */
  public record Device(String terminalNumber, String terminalDevice) {

    /**
     * @throws IllegalArgumentException when the number has not twelve digits, or the device is more
     *     than 32 letters, digits and underlines
     */
    public Device {
      if (!terminalNumber.matches("\\d{12}") || !terminalDevice.matches("\\w{0,32}")) {
        throw new IllegalArgumentException(
            "终端机编号应为12位数字，终端设备号至多32位字母数字 / A terminal's number has 12 digits and its device"
                + " at most 32 letters or digits, but found '"
                + terminalNumber
                + "' and '"
                + terminalDevice
                + "'");
      }
    }
  }

  private final Slots slots;
  private final Authenticator authenticator;
  private final Device device;
  private final Supplier<LocalDate> businessDate;
  private final CardTrace trace;

  public StandardReader(
      Slots slots,
      Authenticator authenticator,
      Device device,
      Supplier<LocalDate> businessDate,
      CardTrace trace) {
    this.slots = slots;
    this.authenticator = authenticator;
    this.device = device;
    this.businessDate = businessDate;
    this.trace = trace;
  }

  /**
   * {@code iReadCardBas(iType, pOutInfo)}: reads the card's basic data.
   *
   * @param type 1 contact, 2 contactless, 3 contact first, 4 contactless first
   */
  public StandardResult readCardBas(int type) {
    return withCard(
        type,
        card -> {
          Remembering remembering = new Remembering(authenticator);
          SocialSecurityCard read =
              new CardReader(trace).read(card, remembering, businessDate.get());
          BasicData data =
              BasicData.of(
                  read,
                  remembering.historicalBytes,
                  device.terminalNumber(),
                  device.terminalDevice());
          try {
            return new StandardResult(ReturnCode.SUCCESS, data.text());
          } catch (IllegalArgumentException e) {
            return Codes.of(StandardError.DATA, "an item of the card holds the sign |");
          }
        });
  }

  /**
   * {@code iVerifyPIN(iType, pOutInfo)}: whether the holder knows the card's PIN. Beside what the
   * standard has, it takes the card that is meant: a PIN goes to no other (−22), and its holder is
   * known to be whose card it is.
   *
   * @param type as in {@link #readCardBas}
   * @param cardInfo 卡识别码|卡号| of the card that is meant, as {@link #readCardBas} gave them
   */
  public StandardResult verifyPin(int type, String cardInfo, Keypad keypad) {
    return meant(
        cardInfo,
        meant ->
            typed(
                keypad.ask(Keypad.Prompt.CURRENT),
                pin ->
                    withCard(
                        type,
                        card ->
                            Codes.of(
                                new CardPins(trace)
                                    .verify(
                                        card, authenticator, businessDate.get(), meant, pin)))));
  }

  /**
   * {@code iChangePIN(iType, pOutInfo)}: gives the card that is meant a new PIN, typed twice.
   *
   * @param type as in {@link #readCardBas}
   * @param cardInfo as in {@link #verifyPin}
   */
  public StandardResult changePin(int type, String cardInfo, Keypad keypad) {
    return meant(cardInfo, meant -> changePin(type, meant, keypad));
  }

  private StandardResult changePin(int type, MeantCard meant, Keypad keypad) {
    return typed(
        keypad.ask(Keypad.Prompt.CURRENT),
        current ->
            typed(
                keypad.ask(Keypad.Prompt.FRESH),
                fresh ->
                    typed(
                        keypad.ask(Keypad.Prompt.FRESH_AGAIN),
                        again ->
                            fresh.sameAs(again)
                                ? withCard(
                                    type,
                                    card ->
                                        Codes.of(
                                            new CardPins(trace)
                                                .change(
                                                    card,
                                                    authenticator,
                                                    businessDate.get(),
                                                    meant,
                                                    current,
                                                    fresh)))
                                : Codes.of(StandardError.PINS_DIFFER))));
  }

  /**
   * {@code iReadCard(iType, iAuthType, pCardInfo, pFileAddr, pOutInfo)}: reads items by file and
   * tag. The answer is the address with a value in the place of every tag; a cyclic file's records
   * are its values, with {@code ^} between a record's items.
   *
   * @param type as in {@link #readCardBas}
   * @param authType 1 the holder's PIN, 2 the key RK1DF04; either counts for DF04 alone
   * @param cardInfo 卡识别码|卡号| of the card that is meant
   * @param fileAddr such as {@code SSSEEF05|06|07|$DF04EF05|81|$}, see {@link FileAddress}
   * @param keypad asked with {@code authType} 1, and only where a file of DF04 is in the address
   */
  public StandardResult readCard(
      int type, int authType, String cardInfo, String fileAddr, Keypad keypad) {
    if (authType != 1 && authType != 2) {
      return Codes.of(
          StandardError.PARAMETER, "iAuthType: found " + authType + ", expected 1 or 2");
    }
    if (inTurn(type).isEmpty()) {
      return Codes.of(StandardError.PARAMETER, "iType: found " + type + ", expected 1 to 4");
    }
    ItemQuery query;
    try {
      query = ItemQuery.of(cardInfo, fileAddr);
    } catch (ItemQuery.Refused refused) {
      return refused.result();
    }
    Function<ItemsAsked.Right, StandardResult> read =
        right ->
            withCard(
                type,
                card ->
                    query.result(
                        new CardReader(trace)
                            .readItems(
                                card, authenticator, businessDate.get(), query.asked(right))));
    return authType == 1 && query.medical()
        ? typed(keypad.ask(Keypad.Prompt.CURRENT), pin -> read.apply(new ItemsAsked.ByPin(pin)))
        : read.apply(new ItemsAsked.ByKey());
  }

  /** A function of the standard that this library does not have: −13, whatever its arguments. */
  public StandardResult notHere(NotHere function) {
    return Codes.of(StandardError.NOT_SUPPORTED, function.text());
  }

  private static StandardResult meant(String cardInfo, Function<MeantCard, StandardResult> use) {
    try {
      return use.apply(ItemQuery.meant(cardInfo));
    } catch (ItemQuery.Refused refused) {
      return refused.result();
    }
  }

  private static StandardResult typed(Keypad.Entry entry, Function<Pin, StandardResult> use) {
    if (entry instanceof Keypad.Entry.Typed typed) {
      try (Pin pin = typed.pin()) {
        return use.apply(pin);
      }
    }
    return Codes.of(
        entry instanceof Keypad.Entry.Cancelled
            ? StandardError.PIN_CANCELLED
            : entry instanceof Keypad.Entry.TimedOut
                ? StandardError.PIN_TIMEOUT
                : StandardError.PIN_LENGTH);
  }

  /**
   * Serves the first slot of those {@code type} names that has a card in it. Once a card had power
   * no other slot is tried, whatever becomes of it: there another person's card may be.
   */
  private StandardResult withCard(int type, Function<CardTransport, StandardResult> service) {
    Optional<List<Optional<CardTransport>>> inTurn = inTurn(type);
    if (inTurn.isEmpty()) {
      return Codes.of(StandardError.PARAMETER);
    }
    StandardResult result = Codes.of(StandardError.READER_LINK);
    for (Optional<CardTransport> slot : inTurn.get()) {
      if (slot.isPresent()) {
        WatchedSlot watched = new WatchedSlot(slot.get());
        StandardResult now = served(watched, service);
        if (watched.foundCard() || !isWithoutCard(now)) {
          return now;
        }
        // An empty slot says more than one that does not work, or is not there.
        result = result.code().equals(ReturnCode.of(StandardError.NO_CARD)) ? result : now;
      }
    }
    return result;
  }

  private Optional<List<Optional<CardTransport>>> inTurn(int type) {
    return switch (type) {
      case 1 -> Optional.of(List.of(slots.contact()));
      case 2 -> Optional.of(List.of(slots.contactless()));
      case 3 -> Optional.of(List.of(slots.contact(), slots.contactless()));
      case 4 -> Optional.of(List.of(slots.contactless(), slots.contact()));
      default -> Optional.empty();
    };
  }

  private static boolean isWithoutCard(StandardResult result) {
    return result
        .code()
        .error()
        .filter(error -> error == StandardError.NO_CARD || error == StandardError.READER_LINK)
        .isPresent();
  }

  private static StandardResult served(
      CardTransport slot, Function<CardTransport, StandardResult> service) {
    try {
      return service.apply(slot);
    } catch (CredentialRefused refused) {
      return Codes.of(refused);
    } catch (DeviceFault fault) {
      return Codes.of(fault);
    }
  }

  /** Keeps the historical bytes, which the standard's text holds and no typed card does. */
  private static final class Remembering implements Authenticator {

    private final Authenticator next;
    private String historicalBytes = "";

    Remembering(Authenticator next) {
      this.next = next;
    }

    @Override
    public CardProof kind() {
      return next.kind();
    }

    @Override
    public Proof begin(CardFacts card) {
      historicalBytes = card.historicalBytes();
      return next.begin(card);
    }
  }
}
