package io.caresettle.centre.national.flow;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CertificateBook;
import io.caresettle.centre.national.exchange.Exchange;
import io.caresettle.centre.national.exchange.NationalLine;
import io.caresettle.problem.Misuse;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Makes the way to a national gateway. */
public final class NationalConnector implements CentreConnector {

  private static final Set<String> TRANSACTIONS =
      Set.of(
          "1101", "1162", "2001", "2101", "2102", "2103", "2201", "2202", "2203", "2203A", "2204",
          "2205", "2206", "2207", "2208", "2301", "2302", "2303", "2304", "2305", "2401", "2402",
          "2404", "2405", "2601", "3201", "3202", "3203", "3204", "3505", "3505A", "3506", "3506A",
          "5201", "5203", "5204", "9001", "9101", "9102");

  private final NationalSettings settings;
  private final Optional<Exchange> instead;

  private NationalConnector(NationalSettings settings, Optional<Exchange> instead) {
    this.settings = settings;
    this.instead = instead;
  }

  /** The way that {@code settings} describe. */
  public static CentreConnector at(NationalSettings settings) {
    return new NationalConnector(settings, Optional.empty());
  }

  /**
   * The same flows over another exchange than HTTP, such as a simulation's; the address of {@code
   * settings} is not used.
   */
  public static CentreConnector over(NationalSettings settings, Exchange exchange) {
    return new NationalConnector(settings, Optional.of(exchange));
  }

  /** The numbers of the transactions that a terminal sends by itself. Any other is called raw. */
  public static Set<String> transactions() {
    return TRANSACTIONS;
  }

  @Override
  public boolean namesWhatRefusalsMean() {
    return true;
  }

  /** Keeps the calls of visits in memory: a crash forgets what is registered. */
  @Override
  public Centre connect(
      String institutionCode,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news,
      CertificateBook certificates) {
    return connect(institutionCode, messageIds, clock, news, certificates, CallBook.inMemory());
  }

  @Override
  public Centre connect(
      String institutionCode,
      Supplier<String> messageIds,
      Clock clock,
      CentreNews news,
      CertificateBook certificates,
      CallBook calls) {
    if (!settings.sender().institutionCode().equals(institutionCode)) {
      throw new Misuse(
          "The gateway is told institution "
              + settings.sender().institutionCode()
              + ", but the terminal is to serve "
              + institutionCode
              + ": correct the sender, or the institution");
    }
    Exchange line = instead.orElseGet(() -> line(settings, clock));
    return new NationalCentre(settings, line, messageIds, clock, news, calls);
  }

  static Exchange line(NationalSettings settings, Clock clock) {
    return new NationalLine(
        settings.address(), settings.profile().gateway(), settings.authentication(), clock);
  }
}
