package io.caresettle.credential.card;

import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads the medical-insurance area of a card whose PIN was accepted, or with the area's read key.
 */
final class MedicalArea {

  private static final HexFormat HEX = HexFormat.of();

  /** 社会保险信息区2, DF04. */
  static final byte[] DF04 = HEX.parseHex("d15600000503");

  private MedicalArea() {}

  /** What the area holds; empty where the card has none, or asks for more than a PIN. */
  static Optional<MedicalFacts> read(CardSession session) throws CardRemovedException {
    return isSelectedIn(session) ? facts(session) : Optional.empty();
  }

  /** The same with the key RK1DF04, and no PIN; empty where the card has no such area. */
  static Optional<MedicalFacts> readWithKey(CardSession session) throws CardRemovedException {
    if (!isSelectedIn(session)) {
      return Optional.empty();
    }
    session.unlockMedicalArea();
    return facts(session);
  }

  private static boolean isSelectedIn(CardSession session) throws CardRemovedException {
    Answer selected = session.selectByName(DF04);
    if (selected.is(Answer.NO_SUCH_FILE)) {
      return false;
    }
    selected.dataOrFault("selecting the medical-insurance area");
    return true;
  }

  private static Optional<MedicalFacts> facts(CardSession session) throws CardRemovedException {
    Answer file = session.selectFile(Environment.EF05);
    if (file.is(Answer.NO_SUCH_FILE)) {
      return Optional.empty();
    }
    file.dataOrFault("selecting the medical-insurance data");
    Answer first = session.send(Item.INSURANCE_TYPE.readCommand());
    if (first.is(Answer.SECURITY_STATE)) {
      return Optional.empty();
    }
    Optional<String> type =
        value(Item.INSURANCE_TYPE, first).map(bytes -> CardText.ascii(Item.INSURANCE_TYPE, bytes));
    Optional<String> area = digits(session, Item.INSURED_AREA);
    Optional<String> kind = digits(session, Item.INSURED_KIND);
    require(Item.INSURANCE_TYPE, type, "[0-9]{3,8}");
    require(Item.INSURED_AREA, area, "[0-9]{6}");
    require(Item.INSURED_KIND, kind, "[0-9]{2}");
    return Optional.of(
        new MedicalFacts(
            type.map(text -> text.substring(0, 3)),
            type.map(text -> text.substring(3)).filter(flags -> !flags.isEmpty()),
            area,
            kind));
  }

  private static Optional<String> digits(CardSession session, Item item)
      throws CardRemovedException {
    return value(item, session.send(item.readCommand())).map(HEX::formatHex);
  }

  /** An issuer leaves items empty, or out: a card whose PIN is right is no worse for it. */
  private static Optional<byte[]> value(Item item, Answer answer) {
    if (answer.is(Answer.NO_SUCH_RECORD)) {
      return Optional.empty();
    }
    return Optional.of(item.valueIn(answer.dataOrFault("reading the " + item.en())))
        .filter(bytes -> !CardText.isEmpty(bytes));
  }

  private static void require(Item item, Optional<String> value, String form) {
    if (value.filter(text -> !text.matches(form)).isPresent()) {
      throw CardText.invalid("the " + item.en() + " is no digits");
    }
  }
}
