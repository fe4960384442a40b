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
    String type =
        CardText.ascii(
            Item.INSURANCE_TYPE,
            Item.INSURANCE_TYPE.valueIn(first.dataOrFault("reading the insurance type")));
    String area = HEX.formatHex(session.read(Item.INSURED_AREA));
    String kind = HEX.formatHex(session.read(Item.INSURED_KIND));
    if (!type.matches("[0-9]{3,8}") || !area.matches("[0-9]{6}") || !kind.matches("[0-9]{2}")) {
      throw CardText.invalid("the medical-insurance data are no digits");
    }
    return Optional.of(new MedicalFacts(type.substring(0, 3), type.substring(3), area, kind));
  }
}
