package io.caresettle.gateway;

import com.sun.net.httpserver.HttpServer;
import io.caresettle.problem.Misuse;
import io.caresettle.sdk.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A terminal's counters over JSON and HTTP on 127.0.0.1, for callers that are not Java. It listens
 * on no other address. The terminal stays its opener's, who closes it after the gateway.
 */
public final class Gateway implements AutoCloseable {

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 64;

  /** A request comes from this machine: one that is slower holds a thread for nothing. */
  private static final int SECONDS_TO_ARRIVE = 10;

  /** Whoever is refused for too many requests is told so by one of these. */
  private static final int SPARE_THREADS = 8;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final BillNews news;
  private final GatewaySettings settings;
  private final Routes routes;
  private final Porter porter;

  private Gateway(
      HttpServer server,
      ThreadPoolExecutor threads,
      BillNews news,
      GatewaySettings settings,
      Routes routes,
      Porter porter) {
    this.server = server;
    this.threads = threads;
    this.news = news;
    this.settings = settings;
    this.routes = routes;
    this.porter = porter;
  }

  /**
   * Opens the gateway of a terminal.
   *
   * @param news the listener that the terminal was opened with
   * @throws Misuse when the port is taken, or the token's file is no good
   */
  public static Gateway start(Terminal terminal, BillNews news, GatewaySettings settings) {
    // The JDK waits for the caller's acknowledgement between headers and body otherwise, which
    // callers delay by 40 ms. It reads these once, when its first server is made.
    unlessSet("sun.net.httpserver.nodelay", "true");
    unlessSet("sun.net.httpserver.maxReqTime", String.valueOf(SECONDS_TO_ARRIVE));
    InstallToken token = InstallToken.in(settings.tokenFile, new SecureRandom());
    Routes routes = new Routes(new Inside(terminal, new Tickets(settings.nanos), news, settings));
    HttpServer server;
    try {
      InetAddress here = InetAddress.getByAddress("127.0.0.1", LOOPBACK);
      server = HttpServer.create(new InetSocketAddress(here, settings.port), BACKLOG);
    } catch (IOException e) {
      throw new Misuse(
          "port: found that "
              + settings.port
              + " is taken on 127.0.0.1, expected a free one: name another, or end what has it",
          e);
    }
    ThreadPoolExecutor threads = threads(settings);
    server.setExecutor(threads);
    Porter porter = new Porter(new Door(token, settings.origins), routes, settings);
    server.createContext("/", porter);
    server.start();
    return new Gateway(server, threads, news, settings, routes, porter);
  }

  private static void unlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  private static ThreadPoolExecutor threads(GatewaySettings settings) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        settings.mostAtOnce + settings.mostStreams + SPARE_THREADS,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "caresettle-gateway-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Where it listens, such as {@code http://127.0.0.1:8686}. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Every route served, such as {@code POST /v1/quotes}: what the description must tell of. */
  public List<String> routes() {
    return routes.all().stream().map(route -> route.method() + " " + route.template()).toList();
  }

  /**
   * Takes no more requests, ends the streams, and waits for what is at work, as long as one request
   * may take. A settlement goes on in the terminal either way.
   */
  @Override
  public void close() {
    news.end();
    boolean ended = porter.closeIn(settings.deadline.toMillis());
    server.stop(0);
    if (ended) {
      threads.shutdown();
    } else {
      threads.shutdownNow();
    }
  }

  @Override
  public String toString() {
    return "Gateway[" + address() + "]";
  }
}
