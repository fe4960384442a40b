package io.caresettle.sim.national;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.caresettle.sim.centre.CentreDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLParameters;

/** The simulated platform on a loopback port, over the books of a centre's desk. */
public final class NationalServer implements AutoCloseable {

  /** Where all transactions go in provinces that have one path. */
  public static final String PATH = "/mbs/fmi/fsi/api/callFsiService/callService";

  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 64;
  private static final int MOST_AT_ONCE = 128;

  private final HttpServer server;
  private final ThreadPoolExecutor threads;
  private final Porter porter;
  private final NationalFaults faults;
  private final RequestLog log;
  private final NationalSettings settings;

  private NationalServer(CentreDesk desk, NationalSettings settings, int port) throws IOException {
    this.settings = settings;
    this.faults = new NationalFaults();
    this.log = new RequestLog();
    this.porter = new Porter(new NationalDesk(desk, settings), faults, log);
    InetSocketAddress here = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port);
    if (settings.tls().isPresent()) {
      HttpsServer secure = HttpsServer.create(here, BACKLOG);
      secure.setHttpsConfigurator(new Shown(settings.tls().get()));
      this.server = secure;
    } else {
      this.server = HttpServer.create(here, BACKLOG);
    }
    this.threads = threads();
    server.setExecutor(threads);
    server.createContext("/", porter);
    server.start();
  }

  private static final class Shown extends HttpsConfigurator {
    private final boolean clientsShowTheirs;

    Shown(NationalTls tls) {
      super(tls.context());
      this.clientsShowTheirs = tls.clientsShowTheirs();
    }

    @Override
    public void configure(HttpsParameters connection) {
      SSLParameters usual = getSSLContext().getDefaultSSLParameters();
      usual.setNeedClientAuth(clientsShowTheirs);
      connection.setSSLParameters(usual);
    }
  }

  /**
   * Serves on {@code port}, or on a free one where it is 0.
   *
   * @throws UncheckedIOException when the port is taken
   */
  public static NationalServer start(CentreDesk desk, NationalSettings settings, int port) {
    // Read once by the JDK; without it small answers wait for an acknowledgement of 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      return new NationalServer(desk, settings, port);
    } catch (IOException e) {
      throw new UncheckedIOException("The port is taken: " + port, e);
    }
  }

  private static ThreadPoolExecutor threads() {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        MOST_AT_ONCE,
        1,
        TimeUnit.MINUTES,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "caresettle-national-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        // Whoever accepts has to wait; that is all the back pressure there is.
        new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Its address, without a path. */
  public URI address() {
    String scheme = settings.tls().isPresent() ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + port());
  }

  /** Where requests go; the number follows where the province has it in the path. */
  public URI endpoint() {
    return URI.create(address() + PATH);
  }

  /** The port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What it is going to do wrong. */
  public NationalFaults faults() {
    return faults;
  }

  /** The log as lines of JSON, the newest first. */
  public List<String> logLines() {
    return log.some(Map.of()).stream().map(Entry::line).toList();
  }

  @Override
  public void close() {
    porter.close();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return "NationalServer[" + address() + " " + settings.profile().id() + "]";
  }
}
