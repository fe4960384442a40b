package io.caresettle.sim.pcsc;

import io.caresettle.credential.card.CardReader;
import io.caresettle.credential.card.PsamAuthenticator;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import io.caresettle.problem.DeviceFault;
import io.caresettle.sim.card.VirtualPsam;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** An embedder's program: reads the card in the first slot whenever a line comes, and says how. */
final class TillProgram {

  private TillProgram() {}

  public static void main(String... args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PcscReaders readers = PcscReaders.ofThisMachine();
    try (PcscSlot slot = readers.open(ReaderService.SOCIAL)) {
      while (in.readLine() != null) {
        System.out.println(outcome(slot));
        System.out.flush();
      }
    }
  }

  private static String outcome(PcscSlot slot) {
    try {
      slot.awaitCard(Duration.ofSeconds(5));
      new CardReader()
          .read(slot, new PsamAuthenticator(VirtualPsam.withTestRoots()), Stories.TODAY);
      return "read";
    } catch (DeviceFault e) {
      return e.kind() + " " + e.getMessage();
    }
  }
}
