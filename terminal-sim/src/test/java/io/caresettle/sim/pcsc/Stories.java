package io.caresettle.sim.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.DeviceFault;
import io.caresettle.sim.card.VirtualPsam;
import java.time.Duration;
import java.time.LocalDate;

/** What the stories of this package have in common. */
final class Stories {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** The driver is asked for its card every 0.4 s. */
  static final Duration SOON = Duration.ofSeconds(5);

  /** Whose the bundled card {@code ceshi-jia} is. */
  static final String JIA = "329900198503120011";

  private Stories() {}

  static SocialSecurityCard read(CardTransport card, CardTransport psam) {
    return new CardReader().read(card, new PsamAuthenticator(psam), TODAY);
  }

  /** Waits for the card and reads it, with a PSAM in this process. */
  static SocialSecurityCard read(PcscSlot card) {
    assertTrue(card.awaitCard(SOON));
    try (VirtualPsam psam = VirtualPsam.withTestRoots()) {
      return read(card, psam);
    }
  }

  static void assertJia(SocialSecurityCard read) {
    assertEquals(JIA, read.identityNumber().reveal());
  }

  /** What became of a read: the kind of its fault, or that it went well. */
  static String outcome(PcscSlot card) {
    try (VirtualPsam psam = VirtualPsam.withTestRoots()) {
      read(card, psam);
      return "READ";
    } catch (DeviceFault e) {
      return e.kind().name();
    }
  }
}
