package io.caresettle.protocol.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who accepts one line, says the same to everything, and counts what he hears. */
final class Impostor implements AutoCloseable {

  private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final AtomicInteger heard = new AtomicInteger();
  private final CountDownLatch hello = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  Impostor(byte[] says) throws IOException {
    Thread thread = new Thread(() -> serve(says), "impostor");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) door.getLocalSocketAddress();
  }

  void awaitHello() throws InterruptedException {
    if (!hello.await(40, TimeUnit.SECONDS)) {
      throw new AssertionError("Nobody came");
    }
  }

  /** How many bytes came, once the other end has hung up. */
  int heard() throws InterruptedException {
    if (!hungUp.await(40, TimeUnit.SECONDS)) {
      throw new AssertionError("The other end did not hang up");
    }
    return heard.get();
  }

  private void serve(byte[] says) {
    try (Socket line = door.accept();
        InputStream in = line.getInputStream()) {
      byte[] buffer = new byte[4096];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        heard.addAndGet(count);
        hello.countDown();
        line.getOutputStream().write(says);
        line.getOutputStream().flush();
      }
    } catch (IOException e) {
      // The other end broke off, which is what it should do.
    } finally {
      hungUp.countDown();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
