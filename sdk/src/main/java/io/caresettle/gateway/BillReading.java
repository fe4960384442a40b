package io.caresettle.gateway;

import io.caresettle.credential.PersonName;
import io.caresettle.identity.Consent;
import io.caresettle.identity.Consents;
import io.caresettle.identity.Patient;
import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.UnitPrice;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.split.FeeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a bill, and what was agreed to of it. */
final class BillReading {

  private static final int MOST_LINES = 2_000;
  private static final int LONGEST_SPECIFICATION = 64;
  private static final String SPECIFICATION =
      "a specification of at most 64 characters, such as 0.25g*24";

  private BillReading() {}

  static Bill of(Given given, Inside inside) {
    BillId id =
        given
            .at("number")
            .text(
                "1 to 64 letters, digits, dots, dashes or underscores",
                number -> new BillId(inside.terminal().institution().code(), number));
    List<FeeLine> lines = new ArrayList<>();
    given.at("lines").list(MOST_LINES).forEach(line -> lines.add(line(line)));
    try {
      return new Bill(id, lines);
    } catch (IllegalArgumentException e) {
      throw given.at("lines").wrong("at least one line, and each line's number once");
    }
  }

  private static FeeLine line(Given given) {
    String id = given.at("line").text("the caller's number of the line");
    String code = given.at("code").text("a code of the catalogue");
    UnitPrice price =
        given
            .at("unitPrice")
            .text("yuan as a text with at most six decimals, such as \"23.50\"", UnitPrice::parse);
    Quantity quantity =
        given
            .at("quantity")
            .text(
                "a text of more than zero with at most four decimals, such as \"2\"",
                Quantity::parse);
    Optional<Money> total = given.maybe("total").map(Given::yuan);
    String specification =
        given
            .maybe("specification")
            .map(said -> said.text(SPECIFICATION, BillReading::specification))
            .orElse("");
    try {
      FeeLine line =
          total.isPresent()
              ? new FeeLine(id, code, price, quantity, total.get())
              : FeeLine.of(id, code, price.toString(), quantity.toString());
      return line.specified(specification);
    } catch (IllegalArgumentException e) {
      throw given.wrong("a total that is price times quantity, and can be counted");
    }
  }

  private static String specification(String text) {
    if (text.length() > LONGEST_SPECIFICATION || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(SPECIFICATION);
    }
    return text;
  }

  /** Nobody was asked where the request says nothing. */
  static Consents consents(Optional<Given> said, BillId bill, Patient patient) {
    if (said.isEmpty()) {
      return Consents.none();
    }
    Given given = said.get();
    Optional<Given> emergency = given.maybe("emergency");
    Optional<Given> consents = given.maybe("given");
    if (emergency.isPresent() == consents.isPresent()) {
      throw given.wrong("either 'given', a list of consents, or 'emergency', with its reason");
    }
    if (emergency.isPresent()) {
      return Consents.emergency(bill, patient, emergency.get().text("the emergency's reason"));
    }
    List<Consent> all = new ArrayList<>();
    given.at("given").list(MOST_LINES).forEach(each -> all.add(consent(each)));
    try {
      return Consents.to(bill, patient, all);
    } catch (IllegalArgumentException e) {
      throw given.at("given").wrong("one consent for each line");
    }
  }

  private static Consent consent(Given given) {
    return new Consent(
        given.at("line").text("the line's number"),
        given.at("code").text("the line's code of the catalogue"),
        given.at("upTo").yuan(),
        given.at("giver").word(Consent.Giver.class),
        given.at("givenBy").text("a person's name", PersonName::of),
        given.at("form").word(Consent.Form.class),
        given.at("givenAt").time());
  }
}
