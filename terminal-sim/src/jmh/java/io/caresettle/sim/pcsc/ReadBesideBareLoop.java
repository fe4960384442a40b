package io.caresettle.sim.pcsc;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import io.caresettle.credential.card.pcsc.PcscReaders;
import io.caresettle.credential.card.pcsc.PcscSlot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;

/**
 * A full read of a third-generation card with its PSAM over pcscd, beside a loop that sends the
 * same commands and resets by bare calls of {@code javax.smartcardio}.
 */
final class ReadBesideBareLoop {

  private static final int WARM_UP = 300;
  private static final int BLOCKS = 10;
  private static final int READS_IN_A_BLOCK = 50;

  /** One step of a read: a reset where the command is empty. */
  private static final class Step {

    private final boolean psam;
    private final byte[] command;

    Step(boolean psam, byte[] command) {
      this.psam = psam;
      this.command = command;
    }
  }

  private ReadBesideBareLoop() {}

  public static void main(String... args) throws Exception {
    try (ReaderService service = ReaderService.startOrSkip()) {
      service.insert("ceshi-jia:steady");
      service.insertPsam();
      PcscReaders readers = PcscReaders.ofThisMachine();
      List<Step> steps = record(readers);
      Bare bare = new Bare();
      ours(readers, WARM_UP);
      bare.read(steps, WARM_UP);
      List<Long> ours = new ArrayList<>();
      List<Long> bares = new ArrayList<>();
      for (int block = 0; block < BLOCKS; block++) {
        ours.addAll(ours(readers, READS_IN_A_BLOCK));
        bares.addAll(bare.read(steps, READS_IN_A_BLOCK));
      }
      long commands = steps.stream().filter(step -> step.command.length > 0).count();
      System.out.printf(
          Locale.ROOT,
          "%d reads each, %d commands and %d resets in a read%n",
          ours.size(),
          commands,
          steps.size() - commands);
      print("read by CardReader", ours);
      print("bare loop", bares);
      System.out.printf(
          Locale.ROOT,
          "ratio: median %.2f, p99 %.2f%n",
          (double) percentile(ours, 50) / percentile(bares, 50),
          (double) percentile(ours, 99) / percentile(bares, 99));
    }
  }

  private static List<Step> record(PcscReaders readers) {
    List<Step> steps = new ArrayList<>();
    try (PcscSlot card = readers.open(ReaderService.SOCIAL);
        PcscSlot psam = readers.open(ReaderService.PSAM)) {
      Stories.read(new Recorded(card, false, steps), new Recorded(psam, true, steps));
    }
    return steps;
  }

  private static List<Long> ours(PcscReaders readers, int times) {
    List<Long> taken = new ArrayList<>();
    try (PcscSlot card = readers.open(ReaderService.SOCIAL);
        PcscSlot psam = readers.open(ReaderService.PSAM)) {
      for (int i = 0; i < times; i++) {
        long start = System.nanoTime();
        Stories.read(card, psam);
        taken.add(System.nanoTime() - start);
      }
    }
    return taken;
  }

  private static void print(String what, List<Long> taken) {
    System.out.printf(
        Locale.ROOT,
        "%-20s median %.2f ms, p99 %.2f ms%n",
        what,
        percentile(taken, 50) / 1e6,
        percentile(taken, 99) / 1e6);
  }

  private static long percentile(List<Long> taken, int percent) {
    List<Long> sorted = taken.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
  }

  /** Notes what passes through. */
  private record Recorded(CardTransport next, boolean psam, List<Step> steps)
      implements CardTransport {

    @Override
    public byte[] reset() throws CardRemovedException {
      steps.add(new Step(psam, new byte[0]));
      return next.reset();
    }

    @Override
    public byte[] transmit(byte[] command) throws CardRemovedException {
      steps.add(new Step(psam, command.clone()));
      return next.transmit(command);
    }

    @Override
    public void close() {
      next.close();
    }
  }

  /** The same steps without anything of ours. */
  private static final class Bare {

    private final CardTerminal social;
    private final CardTerminal second;

    Bare() throws Exception {
      List<CardTerminal> terminals = TerminalFactory.getInstance("PC/SC", null).terminals().list();
      social = named(terminals, ReaderService.SOCIAL);
      second = named(terminals, ReaderService.PSAM);
    }

    private static CardTerminal named(List<CardTerminal> terminals, String name) {
      return terminals.stream().filter(t -> t.getName().equals(name)).findFirst().orElseThrow();
    }

    List<Long> read(List<Step> steps, int times) throws CardException {
      List<Long> taken = new ArrayList<>();
      Card[] cards = {social.connect("*"), second.connect("*")};
      for (int i = 0; i < times; i++) {
        boolean[] held = new boolean[2];
        long start = System.nanoTime();
        for (Step step : steps) {
          int slot = step.psam ? 1 : 0;
          if (step.command.length == 0) {
            if (held[slot]) {
              cards[slot].endExclusive();
              held[slot] = false;
            }
            cards[slot].disconnect(true);
            cards[slot] = (step.psam ? second : social).connect("*");
          } else {
            if (!held[slot]) {
              cards[slot].beginExclusive();
              held[slot] = true;
            }
            byte[] answer =
                cards[slot].getBasicChannel().transmit(new CommandAPDU(step.command)).getBytes();
            if (answer.length < 2) {
              throw new CardException("no answer to " + Arrays.toString(step.command));
            }
          }
        }
        taken.add(System.nanoTime() - start);
        if (held[1]) {
          cards[1].endExclusive();
        }
      }
      for (Card card : cards) {
        card.disconnect(true);
      }
      return taken;
    }
  }
}
