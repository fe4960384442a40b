package io.caresettle.sim.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.caresettle.credential.SocialSecurityCard;
import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.DeviceFault;
import io.caresettle.sim.card.VirtualPsam;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What the stories of this package have in common. */
final class Stories {

  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  /** The driver is asked for its card every 0.4 s. */
  static final Duration SOON = Duration.ofSeconds(5);

  /** After which a program that says nothing is not waited for any more. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

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

  /** The next line a program says. It says one, ends, or the story fails and names it. */
  static String line(BufferedReader from, String whose) {
    CompletableFuture<String> said = new CompletableFuture<>();
    Thread listener =
        new Thread(
            () -> {
              try {
                said.complete(String.valueOf(from.readLine()));
              } catch (IOException e) {
                said.completeExceptionally(e);
              }
            },
            "listens to " + whose);
    listener.setDaemon(true);
    listener.start();
    try {
      return said.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return fail("Nothing was heard for " + PATIENCE + " of " + whose);
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(whose, e);
    }
  }

  /** What a program ended with. It ends, or the story fails and names it. */
  static int ended(Process program, String name) {
    try {
      assertTrue(
          program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS),
          () -> "After " + PATIENCE + " this still runs: " + name);
    } catch (InterruptedException e) {
      throw new IllegalStateException(name, e);
    }
    return program.exitValue();
  }
}
