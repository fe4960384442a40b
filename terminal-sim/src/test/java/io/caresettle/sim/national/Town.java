package io.caresettle.sim.national;

import io.caresettle.sim.adjudicate.LawBook;
import io.caresettle.sim.centre.CentreServer;
import io.caresettle.sim.centre.CentreSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;

/** A simulated centre with both ports, on one day, and who is insured there. */
final class Town implements AutoCloseable {

  static final Instant NOW = OffsetDateTime.parse("2026-11-20T10:00:00+08:00").toInstant();
  static final String HOSPITAL = "TEST00000001";
  static final String PHARMACY = "TEST00000002";

  /** 测试甲, with 1000.00 in the account. */
  static final String PERSON = "P0000001";

  static final String CARD = "A00000011";

  private static final LawBook LAW = LawBook.shipped();

  final CentreServer centre;
  final NationalServer national;

  private Town(CentreServer centre, NationalSettings settings) {
    this.centre = centre;
    this.national = NationalServer.start(centre.desk(), settings, 0);
  }

  static Town of(String profile) {
    return of(NationalSettings.of(profile), UnaryOperator.identity());
  }

  static Town of(NationalSettings settings, UnaryOperator<CentreSettings> centre) {
    CentreSettings standard =
        CentreSettings.inMemory(LAW).withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    return new Town(CentreServer.start(centre.apply(standard), 0), settings);
  }

  RawCaller hospital() {
    return new RawCaller(national.endpoint(), HOSPITAL, NOW);
  }

  RawCaller pharmacy() {
    return new RawCaller(national.endpoint(), PHARMACY, NOW);
  }

  @Override
  public void close() {
    national.close();
    centre.close();
  }
}
