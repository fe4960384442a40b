package io.caresettle.gateway;

import io.caresettle.credential.Credential;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.sdk.Counter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What a caller says was shown: the text that a scanner typed, or the reader that a card is in. The
 * card is read here, with the centre as the judge of whether it is genuine.
 */
sealed interface CredentialReading {

  /** What a scanner typed. */
  record Scanned(String text) implements CredentialReading {
    @Override
    public String toString() {
      return "Scanned[hidden]";
    }
  }

  /** A card in this reader. */
  record Card(String reader) implements CredentialReading {}

  static CredentialReading of(Given given) {
    if (given.has("scanned") == given.has("card")) {
      throw given.wrong("either 'scanned', what a scanner typed, or 'card', with its reader");
    }
    return given
        .maybe("scanned")
        .<CredentialReading>map(text -> new Scanned(text.text("what a scanner typed")))
        .orElseGet(
            () -> new Card(given.at("card").at("reader").text("a name from GET /v1/readers")));
  }

  /** Reads it for a visit. */
  default Credential read(Inside inside, Counter counter, String visit, Duration within) {
    if (this instanceof Scanned scanned) {
      return inside.settings().codes.fromText(scanned.text());
    }
    try (CardTransport slot = inside.settings().cards.open(((Card) this).reader())) {
      Instant now = inside.terminal().centreTime().orElseGet(Instant::now);
      LocalDate today = LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
      return new CardReader().read(slot, counter.authenticator(visit, within), today);
    }
  }
}
