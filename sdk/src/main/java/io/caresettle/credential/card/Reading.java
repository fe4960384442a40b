package io.caresettle.credential.card;

import io.caresettle.credential.IdentityNumber;
import io.caresettle.credential.PersonName;
import io.caresettle.credential.Sex;
import io.caresettle.credential.SocialSecurityCard;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the holder's data in a session and holds them against each other. */
final class Reading {

  private final CardSession session;

  Reading(CardSession session) {
    this.session = session;
  }

  SocialSecurityCard run() throws CardRemovedException {
    CardSession.Proved proved = session.prove();
    if (proved.opening().isPresent()) {
      session.unlock(proved.opening().get());
    }
    session.select(Environment.EF06);
    IdentityNumber identityNumber = identityNumber();
    PersonName name = name(proved.generation());
    checkSex(identityNumber);
    checkBirthDate(identityNumber);
    return new SocialSecurityCard(
        proved.area(),
        proved.identifier(),
        proved.number(),
        proved.specification(),
        proved.issued(),
        proved.validUntil(),
        identityNumber,
        name,
        proved.proof());
  }

  private IdentityNumber identityNumber() throws CardRemovedException {
    String text = CardText.ascii(Item.IDENTITY_NUMBER, session.read(Item.IDENTITY_NUMBER));
    try {
      return IdentityNumber.parse(text);
    } catch (IllegalArgumentException e) {
      throw CardText.invalid("the social security number fails its own check");
    }
  }

  private PersonName name(Generation generation) throws CardRemovedException {
    byte[] first = session.read(Item.NAME);
    byte[] extension = new byte[0];
    if (generation.hasNameExtension()) {
      Answer answer = session.send(Item.NAME_EXTENSION.readCommand());
      if (!answer.is(Answer.NO_SUCH_RECORD)) {
        extension =
            Item.NAME_EXTENSION.valueIn(answer.dataOrFault("reading the extension of the name"));
      }
    }
    return PersonName.of(CardText.name(first, extension));
  }

  /** The seventeenth digit is odd for men (1); 9 and an empty item say nothing. */
  private void checkSex(IdentityNumber identityNumber) throws CardRemovedException {
    String sex = CardText.ascii(Item.SEX, session.read(Item.SEX));
    if (sex.isEmpty() || sex.equals("9")) {
      return;
    }
    if (!sex.equals(identityNumber.sex() == Sex.MALE ? "1" : "2")) {
      throw CardText.invalid("the sex contradicts the social security number");
    }
  }

  private void checkBirthDate(IdentityNumber identityNumber) throws CardRemovedException {
    Optional<LocalDate> born = CardText.date(Item.BIRTH_DATE, session.read(Item.BIRTH_DATE));
    if (born.isPresent() && !born.get().equals(identityNumber.birthDate())) {
      throw CardText.invalid("the date of birth contradicts the social security number");
    }
  }
}
