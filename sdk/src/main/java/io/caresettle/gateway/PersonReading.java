package io.caresettle.gateway;

import io.caresettle.credential.DocumentType;
import io.caresettle.credential.IdentityDocument;
import io.caresettle.credential.PersonName;
import io.caresettle.identity.Delegate;
import io.caresettle.identity.Registration;

/** Reads whom the institution registered, and who came for them. */
final class PersonReading {

  private PersonReading() {}

  static Registration registration(Given given) {
    return new Registration(
        given.at("visit").text("the institution's number of the visit"),
        name(given.at("name")),
        document(given.at("document")),
        given.maybe("delegate").map(PersonReading::delegate));
  }

  private static Delegate delegate(Given given) {
    return new Delegate(
        name(given.at("name")),
        given.maybe("document").map(PersonReading::document),
        given.maybe("principalDocument").map(PersonReading::document),
        given.at("relation").text("how they are related, such as 子女"),
        given.at("reason").text("why the patient does not come"),
        given
            .maybe("authority")
            .map(word -> word.word(Delegate.Authority.class))
            .orElse(Delegate.Authority.ENTRUSTED));
  }

  private static PersonName name(Given given) {
    return given.text("a person's name", PersonName::of);
  }

  private static IdentityDocument document(Given given) {
    DocumentType type = given.at("type").word(DocumentType.class);
    return given
        .at("number")
        .text("the number of a " + type.en(), number -> IdentityDocument.of(type, number));
  }
}
