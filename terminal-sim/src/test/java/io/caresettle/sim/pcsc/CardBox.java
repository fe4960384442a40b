package io.caresettle.sim.pcsc;

import io.caresettle.credential.card.CardAlgorithm;
import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.sim.card.CardFile;
import io.caresettle.sim.card.CardProfile;
import io.caresettle.sim.card.PluggedCard;
import io.caresettle.sim.card.VirtualCard;
import io.caresettle.sim.card.VirtualPsam;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/**
 * The program that holds the virtual cards in their readers' network: obeys a line at a time, and
 * answers each with one.
 */
final class CardBox {

  /** All challenges of a steady card, so that a recorded read can be played back to it. */
  private static final long STEADY = 0x0F1E2D3C4B5A6978L;

  /** Behind a name: the card is plugged as it is, with no hand on what it says. */
  private static final String PLAIN = ":plain";

  private final Map<String, Held> slots = new HashMap<>();

  private record Held(Guarded card, PluggedCard plug) {}

  private CardBox() {}

  public static void main(String... args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    CardBox box = new CardBox();
    System.out.println("ok ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String said;
      try {
        said = "ok " + box.obey(line.split(" "));
      } catch (IOException | CardRemovedException | InterruptedException | RuntimeException e) {
        said = "failed " + e;
      }
      System.out.println(said);
      System.out.flush();
    }
  }

  private String obey(String... words)
      throws IOException, CardRemovedException, InterruptedException {
    String port = words[1];
    if (words[0].equals("insert")) {
      return insert(port, words[2]);
    }
    if (words[0].equals("remove")) {
      return remove(Optional.ofNullable(slots.remove(port)));
    }
    Held held = Optional.ofNullable(slots.get(port)).orElseThrow();
    switch (words[0]) {
      case "remove-after" -> held.card.card().removeAfter(Integer.parseInt(words[2]));
      case "another-length" -> held.card.wantAnotherLength();
      case "die" -> held.card.card().dieAfter(0);
      case "in" -> {
        return String.valueOf(held.plug.isIn());
      }
      case "silence" -> held.card.silence();
      case "rights" -> {
        return String.valueOf(held.card.card().holdsRights());
      }
      case "received" -> {
        return String.valueOf(held.card.received(Integer.parseInt(words[2], 16)));
      }
      case "commands" -> {
        return String.valueOf(held.card.card().commandsReceived());
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
    return "";
  }

  private String insert(String port, String name) throws IOException, CardRemovedException {
    boolean plain = name.endsWith(PLAIN);
    Guarded card = new Guarded(plain ? name.substring(0, name.length() - PLAIN.length()) : name);
    InetSocketAddress slot =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    slots.put(port, new Held(card, PluggedCard.insert(plain ? card.card() : card, slot)));
    return "";
  }

  private static String remove(Optional<Held> old) throws InterruptedException {
    if (old.isPresent()) {
      old.get().plug.close();
      old.get().card.speak();
      old.get().plug.awaitRemoval();
    }
    return "";
  }

  /** A card that can be told to stay silent. */
  private static final class Guarded implements CardTransport {

    private final Optional<VirtualCard> card;
    private final CardTransport inner;
    private final CountDownLatch spoken = new CountDownLatch(1);
    private final List<Integer> instructions = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean silent;
    private volatile boolean anotherLength;

    Guarded(String name) {
      if (name.equals("psam")) {
        card = Optional.empty();
        inner = VirtualPsam.withTestRoots();
      } else {
        String[] parts = name.split(":", -1);
        CardProfile profile = CardFile.bundled(parts[0]);
        boolean steady = parts.length > 1 && parts[1].equals("steady");
        if (parts.length > 1 && !steady) {
          profile = profile.with(ofGeneration(profile.chip(), parts[1]));
        }
        card =
            Optional.of(steady ? new VirtualCard(profile, () -> STEADY) : new VirtualCard(profile));
        inner = card.get();
      }
    }

    /** An older chip, which knows DES alone. */
    private static CardProfile.Chip ofGeneration(CardProfile.Chip chip, String specification) {
      return new CardProfile.Chip(
          CardAlgorithm.DES,
          chip.historicalBytes(),
          chip.identifier(),
          chip.number(),
          specification,
          chip.category(),
          chip.issued(),
          chip.validUntil());
    }

    VirtualCard card() {
      return card.orElseThrow();
    }

    void silence() {
      silent = true;
    }

    /** From now on a PIN and the reader's proof are answered with 6C08. */
    void wantAnotherLength() {
      anotherLength = true;
    }

    /** How many commands of this instruction came, those that only ask for tries not counted. */
    long received(int instruction) {
      return instructions.stream().filter(received -> received == instruction).count();
    }

    void speak() {
      spoken.countDown();
    }

    @Override
    public byte[] reset() throws CardRemovedException {
      return inner.reset();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardRemovedException {
      if (silent) {
        try {
          spoken.await();
        } catch (InterruptedException e) {
          throw new CardRemovedException("interrupted", e);
        }
      }
      int instruction = command[1] & 0xFF;
      if (command.length > 5) {
        instructions.add(instruction);
        if (anotherLength && Set.of(0x20, 0x5E, 0x82).contains(instruction)) {
          return new byte[] {0x6C, 8};
        }
      }
      return inner.transmit(command);
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
