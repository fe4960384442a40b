package io.caresettle.sim.card;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A social-security card that exists in memory, already in its slot: it answers real commands with
 * real status words, and can be pulled out, blocked or made to answer nonsense at a named moment.
 *
 * <p>Counters and blocks outlive a reset, rights do not, as on a real card. Not for several
 * threads.
 */
public final class VirtualCard implements CardTransport {

  private static final int PIECE = 16;

  private final CardChip chip;
  private final byte[] historicalBytes;
  private final boolean answersInPieces;
  private final Pause pause;
  private final Duration slow;
  private boolean inserted = true;
  private boolean blocked;
  private int commands;
  private Optional<Integer> removedAt;
  private Optional<Integer> deadAt;
  private Optional<Integer> garbledAt;
  private byte[] pending = new byte[0];

  public VirtualCard(CardProfile profile) {
    this(profile, new SecureRandom());
  }

  /**
   * A card with challenges of one's own.
   *
   * @param random where its challenges come from
   */
  public VirtualCard(CardProfile profile, RandomGenerator random) {
    this(profile, random, VirtualCard::sleep);
  }

  /**
   * A card with challenges and a time of one's own.
   *
   * @param pause how a slow card lets time pass
   */
  public VirtualCard(CardProfile profile, RandomGenerator random, Pause pause) {
    this.pause = pause;
    this.chip = new CardChip(profile, random);
    this.historicalBytes = HexFormat.of().parseHex(profile.chip().historicalBytes());
    this.answersInPieces = profile.faults().answersInPieces();
    this.blocked = profile.faults().cardBlocked();
    this.removedAt = profile.faults().removedAfter();
    this.deadAt = profile.faults().deadAfter();
    this.slow = profile.faults().slow();
    this.garbledAt = profile.faults().garbledLengthAt();
  }

  /** Lets time pass before a slow card answers. */
  @FunctionalInterface
  public interface Pause {
    void pass(Duration time);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Has the card answer nothing any more after {@code more} further commands, though it stays in
   * its slot; 0 is from the next on.
   */
  public void dieAfter(int more) {
    deadAt = Optional.of(commands + more);
  }

  /** Whether the card has stopped answering: whoever waits for it waits in vain. */
  public boolean isDead() {
    return deadAt.filter(at -> commands >= at).isPresent();
  }

  /** Pulls the card out after {@code more} further commands; 0 is before the next. */
  public void removeAfter(int more) {
    removedAt = Optional.of(commands + more);
  }

  /** Puts the card back into its slot, without power, alive, and with no removal armed. */
  public void insert() {
    inserted = true;
    removedAt = Optional.empty();
    deadAt = Optional.empty();
    chip.losePower();
  }

  /** Gives the {@code next}th answer from now, counted from 1, a length that is one too long. */
  public void garbleLengthAt(int next) {
    garbledAt = Optional.of(commands + next);
  }

  /** From now on INTERNAL AUTHENTICATION is answered as by a copy without the key. */
  public void answerInternalAuthenticationWrongly() {
    chip.answerInternalAuthenticationWrongly();
  }

  /** As after APPLICATION BLOCK: selecting answers 9303. */
  public void blockApplication() {
    chip.blockApplication();
  }

  /** As after CARD BLOCK: every command answers 6A81. */
  public void blockCard() {
    blocked = true;
  }

  /** Has a coming GET CHALLENGE, in turn, answer these bytes. */
  public void giveChallenge(byte[] bytes) {
    chip.giveChallenge(bytes);
  }

  /** Whether a key or a PIN that was proved still opens anything. */
  public boolean holdsRights() {
    return chip.holdsRights();
  }

  /** How many commands reached the card in its life. */
  public int commandsReceived() {
    return commands;
  }

  @Override
  public byte[] reset() throws CardRemovedException {
    requirePresence();
    chip.losePower();
    pending = new byte[0];
    return historicalBytes.clone();
  }

  @Override
  public byte[] transmit(byte[] command) throws CardRemovedException {
    requirePresence();
    commands++;
    if (!slow.isZero()) {
      pause.pass(slow);
    }
    byte[] answer = answer(command);
    if (garbledAt.filter(at -> at == commands).isPresent()) {
      return garbled(answer);
    }
    return answer;
  }

  /** The card stays in its slot; only its power goes. */
  @Override
  public void close() {
    chip.losePower();
  }

  private void requirePresence() throws CardRemovedException {
    if (removedAt.filter(at -> commands >= at).isPresent()) {
      inserted = false;
      chip.losePower();
    }
    if (!inserted) {
      throw new CardRemovedException("The virtual card is not in its slot");
    }
    if (isDead()) {
      chip.losePower();
      throw new CardRemovedException("The virtual card does not answer any more");
    }
  }

  private byte[] answer(byte[] command) {
    try {
      if (blocked) {
        throw new StatusWord(0x6A81);
      }
      if (command.length < 4) {
        throw new StatusWord(0x6700);
      }
      if (command[0] == 0 && (command[1] & 0xFF) == 0xC0) {
        return nextPiece(command);
      }
      byte[] data = chip.execute(command);
      boolean carriedData = command.length > 5;
      if (answersInPieces && carriedData && data.length > 0) {
        pending = data;
        return StatusWord.answer(new byte[0], moreToCome());
      }
      return StatusWord.answer(data, StatusWord.OK);
    } catch (StatusWord refusal) {
      return StatusWord.answer(new byte[0], refusal.value());
    }
  }

  private byte[] nextPiece(byte[] command) {
    if (pending.length == 0) {
      throw new StatusWord(0x6985);
    }
    int length = Math.min(PIECE, pending.length);
    if (command.length != 5 || (command[4] & 0xFF) != length) {
      throw new StatusWord(0x6C00 | length);
    }
    byte[] piece = Arrays.copyOf(pending, length);
    pending = Arrays.copyOfRange(pending, length, pending.length);
    return StatusWord.answer(piece, pending.length == 0 ? StatusWord.OK : moreToCome());
  }

  private int moreToCome() {
    return 0x6100 | Math.min(PIECE, pending.length);
  }

  /** An answer with data gets a wrong length byte, one without loses half its status word. */
  private static byte[] garbled(byte[] answer) {
    if (answer.length < 4) {
      return Arrays.copyOf(answer, 1);
    }
    byte[] wrong = answer.clone();
    wrong[1]++;
    return wrong;
  }
}
