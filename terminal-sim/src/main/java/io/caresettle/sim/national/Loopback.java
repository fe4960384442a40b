package io.caresettle.sim.national;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small HTTP server on loopback, for a recorder and its stub. */
final class Loopback implements AutoCloseable {

  private static final byte[] ADDRESS = {127, 0, 0, 1};
  private static final int BACKLOG = 64;
  private static final int AT_ONCE = 16;

  private final HttpServer server;
  private final ExecutorService threads;

  Loopback(int port, HttpHandler handler) {
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      this.server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port), BACKLOG);
    } catch (IOException e) {
      throw new UncheckedIOException("The port is taken: " + port, e);
    }
    this.threads =
        Executors.newFixedThreadPool(
            AT_ONCE,
            work -> {
              Thread thread = new Thread(work, "caresettle-national-loopback");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
