package io.caresettle.samples;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.identity.Patient;
import io.caresettle.identity.Registration;
import io.caresettle.problem.CredentialRefused;
import io.caresettle.problem.DeviceFault;
import io.caresettle.sdk.Counter;
import io.caresettle.sdk.Terminal;
import io.caresettle.sim.Simulator;

/**
 * Reads a social-security card, proves it genuine, and checks that its holder is the registered
 * patient.
 */
public final class IdentifyByCard {

  private IdentifyByCard() {}

  public static void main(String... args) {
    try (Simulator simulator = Simulator.start();
        Terminal terminal = Terminal.open(simulator.hospital().build());
        Counter counter = terminal.counter(simulator.operator("cashier-1"))) {

      // At a real counter this is a slot of a PC/SC reader.
      try (CardTransport slot = simulator.card("P0000001")) {
        SocialSecurityCard card =
            new CardReader().read(slot, simulator.authenticator(), Simulator.DEMO_DAY);

        Registration registered = simulator.registration("P0000001", "V-1");
        Patient patient = counter.identify(card, registered);
        System.out.println(patient.verdict().zh());
        System.out.println(patient.verdict().en());

        // The same card, but somebody else was registered: no Patient, so nothing can follow.
        counter.identify(card, simulator.registration("P0000002", "V-2"));
      } catch (CredentialRefused refused) {
        System.out.println("拒绝 refused: " + refused.getMessage());
      } catch (DeviceFault fault) {
        System.out.println("请重新插卡 present the card again: " + fault.getMessage());
      }
    }
  }
}
