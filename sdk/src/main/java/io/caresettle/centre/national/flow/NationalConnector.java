package io.caresettle.centre.national.flow;

import io.caresettle.centre.CallBook;
import io.caresettle.centre.Centre;
import io.caresettle.centre.CentreConnector;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.CertificateBook;
import io.caresettle.problem.Misuse;
import java.time.Clock;
import java.util.function.Supplier;

/** Makes the way to a national gateway. */
public final class NationalConnector implements CentreConnector {

  private final NationalSettings settings;

  private NationalConnector(NationalSettings settings) {
    this.settings = settings;
  }

  /** The way that {@code settings} describe. */
  public static CentreConnector at(NationalSettings settings) {
    return new NationalConnector(settings);
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
    return new NationalCentre(settings, messageIds, clock, news, calls);
  }
}
