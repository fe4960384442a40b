package io.caresettle.sim.card;

import io.caresettle.credential.card.CardRemovedException;
import io.caresettle.credential.card.CardTransport;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import jdk.net.ExtendedSocketOptions;

/**
 * A virtual card in a slot of a virtual reader (the driver vpcd of the vsmartcard project): every
 * PC/SC program of the machine sees it.
 *
 * <p>The connection to the driver is the card's presence: connecting inserts it, closing removes
 * it. The driver speaks in messages of a 16-bit length and a body; a body of one byte is about
 * power or asks for the answer to reset, any other is a command. A card that says it was taken out
 * is taken out, one that died stays in its slot in silence. The answer to reset is a T=0 card's,
 * around the card's own historical bytes.
 */
public final class PluggedCard implements AutoCloseable {

  private static final int POWER_OFF = 0;
  private static final int POWER_ON = 1;
  private static final int RESET = 2;
  private static final int ANSWER_TO_RESET = 4;

  private final CardTransport card;
  private final byte[] answerToReset;
  private final Socket socket;
  private final boolean quickAck;
  private final CountDownLatch out = new CountDownLatch(1);

  private PluggedCard(CardTransport card, byte[] historicalBytes, Socket socket) {
    this.card = card;
    this.answerToReset = answerToReset(historicalBytes);
    this.socket = socket;
    this.quickAck = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
  }

  /**
   * Inserts a card, and has a thread of its own answer for it from then on.
   *
   * @throws IOException when no virtual reader listens there
   * @throws CardRemovedException when the card itself says that it is gone
   */
  public static PluggedCard insert(CardTransport card, InetSocketAddress slot)
      throws IOException, CardRemovedException {
    byte[] historicalBytes = card.reset();
    Socket socket = new Socket();
    try {
      socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
      socket.connect(slot, 2_000);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    PluggedCard plugged = new PluggedCard(card, historicalBytes, socket);
    Thread thread = new Thread(plugged::answer, "virtual-card-" + slot.getPort());
    thread.setDaemon(true);
    thread.start();
    return plugged;
  }

  /** Whether the card is still in its slot. */
  public boolean isIn() {
    return out.getCount() > 0;
  }

  /** Waits until it is out: pulled, at the end of its faults, or because the reader went away. */
  public void awaitRemoval() throws InterruptedException {
    out.await();
  }

  /** Removes the card. It may be inserted again. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // It is out either way.
    }
  }

  private void answer() {
    try (socket) {
      InputStream in = socket.getInputStream();
      while (true) {
        byte[] message = body(in);
        if (message.length == 1) {
          control(message[0]);
        } else if (message.length > 1) {
          said(message);
        }
      }
    } catch (IOException | CardRemovedException e) {
      // The end of the connection is the card's removal, whoever ended it.
    } finally {
      card.close();
      out.countDown();
    }
  }

  /** A card that died says nothing and stays where it is: whoever waits, waits in vain. */
  private void said(byte[] command) throws IOException, CardRemovedException {
    try {
      write(card.transmit(command));
    } catch (CardRemovedException e) {
      if (!isDead()) {
        throw e;
      }
    }
  }

  private boolean isDead() {
    return card instanceof VirtualCard virtual && virtual.isDead();
  }

  private void control(int code) throws IOException, CardRemovedException {
    switch (code) {
      case POWER_OFF, POWER_ON, RESET -> {
        if (!isDead()) {
          card.reset();
        }
      }
      case ANSWER_TO_RESET -> write(answerToReset);
      default -> throw new IOException("The driver asks for " + code + ", which is unknown here");
    }
  }

  private byte[] body(InputStream in) throws IOException {
    byte[] length = bytes(in, 2);
    return bytes(in, ((length[0] & 0xFF) << 8) | (length[1] & 0xFF));
  }

  /**
   * The driver sends length and body apart: left to wait, the system would confirm the first late.
   */
  private byte[] bytes(InputStream in, int count) throws IOException {
    if (quickAck) {
      socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
    byte[] read = in.readNBytes(count);
    if (read.length < count) {
      throw new EOFException("The reader went away");
    }
    return read;
  }

  /** In one write: two would wait for each other's confirmation. */
  private void write(byte[] body) throws IOException {
    ByteBuffer message = ByteBuffer.allocate(2 + body.length);
    socket.getOutputStream().write(message.putShort((short) body.length).put(body).array());
  }

  private static byte[] answerToReset(byte[] historical) {
    ByteBuffer atr = ByteBuffer.allocate(4 + historical.length);
    atr.put((byte) 0x3B).put((byte) (0x60 | historical.length)).put((byte) 0).put((byte) 0);
    return atr.put(historical).array();
  }
}
