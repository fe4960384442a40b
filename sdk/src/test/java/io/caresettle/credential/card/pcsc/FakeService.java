package io.caresettle.credential.card.pcsc;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/** A reader service in memory with one reader, which writes down what is done to it. */
final class FakeService implements Provider {

  static final String READER = "Reader 0";
  private static final byte[] ATR = HexFormat.of().parseHex("3B6D000000815445538600320500000001");

  final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final boolean renews;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private volatile CountDownLatch kept = new CountDownLatch(0);
  private volatile boolean shortAnswer;
  private volatile boolean repeats;
  private volatile boolean present = true;
  private volatile boolean plugged = true;
  private final AtomicInteger generation = new AtomicInteger();

  FakeService(boolean renews) {
    this.renews = renews;
  }

  /** From now on the card's calls fail with this code of the service. */
  void fail(String code) {
    trouble = Optional.of(code);
  }

  void heal() {
    trouble = Optional.empty();
  }

  /** Connections made before do not work any more. */
  void restart() {
    generation.incrementAndGet();
  }

  void pull() {
    present = false;
  }

  void unplug() {
    plugged = false;
  }

  void answerTooShort() {
    shortAnswer = true;
  }

  /** From now on the card does not answer until the returned latch is counted down. */
  CountDownLatch beSilent() {
    silence = new CountDownLatch(1);
    return silence;
  }

  /** From now on another program keeps the card, until the returned latch is counted down. */
  CountDownLatch keepForOthers() {
    kept = new CountDownLatch(1);
    return kept;
  }

  @Override
  public boolean renews() {
    return renews;
  }

  /** As a JDK that was told nothing. */
  void repeat() {
    repeats = true;
  }

  @Override
  public boolean repeats() {
    return repeats;
  }

  @Override
  public Connection connect() {
    done.add("connect to the service");
    int made = generation.get();
    return new Connection() {
      @Override
      public List<String> names() throws CardException {
        requireSame(made);
        return plugged ? List.of(READER) : List.of();
      }

      @Override
      public CardTerminal terminal(String name) {
        return new Terminal(made);
      }
    };
  }

  private void requireSame(int made) throws CardException {
    if (made != generation.get()) {
      throw new CardException("call failed", new CardException("SCARD_E_NO_SERVICE"));
    }
  }

  private static void await(CountDownLatch latch) throws CardException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new CardException(e);
    }
  }

  private void check(int made) throws CardException {
    requireSame(made);
    if (trouble.isPresent()) {
      throw new CardException("call failed", new CardException(trouble.get()));
    }
    if (!present) {
      throw new CardNotPresentException("no card");
    }
  }

  private final class Terminal extends CardTerminal {

    private final int made;

    Terminal(int made) {
      this.made = made;
    }

    @Override
    public String getName() {
      return READER;
    }

    @Override
    public Card connect(String protocol) throws CardException {
      check(made);
      done.add("connect");
      return new Powered(made);
    }

    @Override
    public boolean isCardPresent() throws CardException {
      requireSame(made);
      return present;
    }

    @Override
    public boolean waitForCardPresent(long timeout) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean waitForCardAbsent(long timeout) {
      throw new UnsupportedOperationException();
    }
  }

  private final class Powered extends Card {

    private final int made;

    Powered(int made) {
      this.made = made;
    }

    @Override
    public ATR getATR() {
      return new ATR(ATR);
    }

    @Override
    public String getProtocol() {
      return "T=0";
    }

    @Override
    public CardChannel getBasicChannel() {
      return new Channel(this, made);
    }

    @Override
    public CardChannel openLogicalChannel() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void beginExclusive() throws CardException {
      await(kept);
      check(made);
      done.add("begin");
    }

    @Override
    public void endExclusive() {
      done.add("end");
    }

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void disconnect(boolean reset) throws CardException {
      await(kept);
      done.add(reset ? "reset" : "leave");
    }
  }

  private final class Channel extends CardChannel {

    private final Card card;
    private final int made;

    Channel(Card card, int made) {
      this.card = card;
      this.made = made;
    }

    @Override
    public Card getCard() {
      return card;
    }

    @Override
    public int getChannelNumber() {
      return 0;
    }

    @Override
    public ResponseAPDU transmit(CommandAPDU command) throws CardException {
      check(made);
      done.add("transmit on " + Thread.currentThread().getName());
      await(silence);
      return new ResponseAPDU(shortAnswer ? new byte[0] : new byte[] {(byte) 0x90, 0});
    }

    @Override
    public int transmit(ByteBuffer command, ByteBuffer response) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException();
    }
  }
}
