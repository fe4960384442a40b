package io.caresettle.gateway;

import io.caresettle.credential.code.InsuranceCodeReader;
import io.caresettle.problem.Misuse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** How a gateway is opened. All but the token's file, the operators and the codes has a default. */
public final class GatewaySettings {

  final Path tokenFile;
  final OperatorKeys operators;
  final InsuranceCodeReader codes;
  final int port;
  final Set<String> origins;
  final CardSlots cards;
  final Optional<Path> exports;
  final Duration ticketLife;
  final Duration shiftLife;
  final Duration heartbeat;
  final Duration deadline;
  final int mostBodyBytes;
  final int mostAtOnce;
  final int mostStreams;
  final LongSupplier nanos;
  final Consumer<String> log;

  private GatewaySettings(Builder b) {
    tokenFile = b.tokenFile;
    operators = b.operators;
    codes = b.codes;
    port = b.port;
    origins = Set.copyOf(b.origins);
    cards = b.cards;
    exports = b.exports;
    ticketLife = b.ticketLife;
    shiftLife = b.shiftLife;
    heartbeat = b.heartbeat;
    deadline = b.deadline;
    mostBodyBytes = b.mostBodyBytes;
    mostAtOnce = b.mostAtOnce;
    mostStreams = b.mostStreams;
    nanos = b.nanos;
    log = b.log;
  }

  /**
   * Collects what a gateway needs.
   *
   * @param tokenFile this installation's token, readable by its owner alone; made at the first
   *     start
   * @param operators opens the operators' keys
   * @param codes reads what a scanner types
   */
  public static Builder builder(Path tokenFile, OperatorKeys operators, InsuranceCodeReader codes) {
    return new Builder(tokenFile, operators, codes);
  }

  /** Collects settings; all that is wrong with them is said by {@link #build}. */
  public static final class Builder {

    private final Path tokenFile;
    private final OperatorKeys operators;
    private final InsuranceCodeReader codes;
    private int port;
    private final Set<String> origins = new TreeSet<>();
    private CardSlots cards = CardSlots.ofThisMachine();
    private Optional<Path> exports = Optional.empty();
    private Duration ticketLife = Duration.ofHours(2);
    private Duration shiftLife = Duration.ofHours(16);
    private Duration heartbeat = Duration.ofSeconds(15);
    private Duration deadline = Duration.ofSeconds(30);
    private int mostBodyBytes = 1 << 20;
    private int mostAtOnce = 32;
    private int mostStreams = 32;
    private LongSupplier nanos = System::nanoTime;
    private Consumer<String> log = line -> {};

    private Builder(Path tokenFile, OperatorKeys operators, InsuranceCodeReader codes) {
      this.tokenFile = tokenFile;
      this.operators = operators;
      this.codes = codes;
    }

    /** Where to listen on 127.0.0.1; 0, the default, takes a free port. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /**
     * Web pages of these origins may call, such as {@code http://his.local:8080}; none otherwise.
     */
    public Builder origins(List<String> allowed) {
      origins.addAll(allowed);
      return this;
    }

    public Builder cards(CardSlots beside) {
      cards = beside;
      return this;
    }

    /** The folder that days are given out into for inspection; without one, none is. */
    public Builder exports(Path folder) {
      exports = Optional.of(folder);
      return this;
    }

    /** How long what a step gives can be used for the next; 2 hours by default. */
    public Builder ticketLife(Duration life) {
      ticketLife = life;
      return this;
    }

    /** How long a shift lasts that nobody hands over; 16 hours by default. */
    public Builder shiftLife(Duration life) {
      shiftLife = life;
      return this;
    }

    /** How long a stream of events may be silent; 15 seconds by default. */
    public Builder heartbeat(Duration between) {
      heartbeat = between;
      return this;
    }

    /** For every request that names none of its own; 30 seconds by default. */
    public Builder deadline(Duration perRequest) {
      deadline = perRequest;
      return this;
    }

    /** The longest body of a request; 1 MiB by default. */
    public Builder mostBodyBytes(int bytes) {
      mostBodyBytes = bytes;
      return this;
    }

    /** How many requests, and beside them streams, are served at once; 32 each by default. */
    public Builder atOnce(int requests, int streams) {
      mostAtOnce = requests;
      mostStreams = streams;
      return this;
    }

    /** The clock that nobody can set, by which tickets expire. */
    public Builder monotonic(LongSupplier source) {
      nanos = source;
      return this;
    }

    /** Takes one line for each request: its route and how it ended, never what was sent. */
    public Builder log(Consumer<String> lines) {
      log = lines;
      return this;
    }

    /**
     * The settings.
     *
     * @throws Misuse that lists all faults
     */
    public GatewaySettings build() {
      List<String> faults = new ArrayList<>();
      if (port < 0 || port > 65_535) {
        faults.add("port: found " + port + ", expected 0 to 65535");
      }
      for (String origin : origins) {
        if (!isOrigin(origin)) {
          faults.add(
              "origin: found '"
                  + origin
                  + "', expected scheme, host and port of a page, such as http://his.local:8080,"
                  + " without a path or a star");
        }
      }
      for (Duration each : List.of(ticketLife, shiftLife, heartbeat, deadline)) {
        if (each.isNegative() || each.isZero()) {
          faults.add("times: found " + each + ", expected more than nothing");
        }
      }
      if (mostBodyBytes < 1 || mostAtOnce < 1 || mostStreams < 1) {
        faults.add("limits: expected at least 1 of each");
      }
      if (!faults.isEmpty()) {
        throw new Misuse(
            "The gateway's settings are not usable:\n- " + String.join("\n- ", faults));
      }
      return new GatewaySettings(this);
    }

    private static boolean isOrigin(String text) {
      try {
        URI uri = URI.create(text);
        return uri.getHost() != null
            && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
            && text.equals(
                uri.getScheme()
                    + "://"
                    + uri.getHost()
                    + (uri.getPort() < 0 ? "" : ":" + uri.getPort()));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }
}
