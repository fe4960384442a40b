package io.caresettle.protocol.link;

import io.caresettle.protocol.session.CentreHandshake;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A centre that lets bytes fall one by one, as long as anybody listens. */
final class Dripper implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final CountDownLatch left = new CountDownLatch(1);

  /**
   * A dripping centre.
   *
   * @param after whether it shakes hands first, as the centre that it is
   */
  Dripper(boolean after) throws IOException {
    Thread thread = new Thread(() -> serve(after), "dripper");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  /** Waits until the other end has gone. */
  boolean isLeft() throws InterruptedException {
    return left.await(40, TimeUnit.SECONDS);
  }

  private void serve(boolean after) {
    try (Socket line = door.accept();
        DataInputStream in = new DataInputStream(line.getInputStream());
        DataOutputStream out = new DataOutputStream(line.getOutputStream())) {
      line.setTcpNoDelay(true);
      if (after) {
        shakeHands(in, out);
      }
      drip(out, after ? FrameDecoder.MAX_FRAME : 500);
    } catch (IOException gone) {
      left.countDown();
    }
  }

  private static void shakeHands(DataInputStream in, DataOutputStream out) throws IOException {
    CentreHandshake handshake =
        new CentreHandshake(Counter.CENTRE, Counter.TRUST, Counter.RANDOM, InstantSource.system());
    var responded = handshake.respond(in.readNBytes(in.readInt()));
    send(out, responded.frame());
    var session = responded.confirmedBy(in.readNBytes(in.readInt()));
    send(out, CentreHandshake.ready(session, 0));
  }

  private static void send(DataOutputStream out, byte[] frame) throws IOException {
    out.writeInt(frame.length);
    out.write(frame);
    out.flush();
  }

  static void drip(DataOutputStream out, int announced) throws IOException {
    out.writeInt(announced);
    CountDownLatch never = new CountDownLatch(1);
    try {
      for (int drop = 0; drop < announced - 1; drop++) {
        out.write(4);
        out.flush();
        if (never.await(20, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
