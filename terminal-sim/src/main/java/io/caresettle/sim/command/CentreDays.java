package io.caresettle.sim.command;

import io.caresettle.sim.centre.CancellationProfile;
import io.caresettle.sim.centre.CentreSettings;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of a centre that say which day it is, when it ends, and how bills are cancelled. */
final class CentreDays {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  @Option(
      names = "--day",
      paramLabel = "DAY",
      description = "业务日期，如 2026-11-20，默认今天 / the day, such as 2026-11-20; default today")
  private Optional<LocalDate> day = Optional.empty();

  @Option(
      names = "--cut-off",
      paramLabel = "TIME",
      converter = TimeOfDay.class,
      description =
          "日切时间，如 17:30，默认零点 / when the business day ends, such as 17:30; default midnight")
  private LocalTime cutOff = LocalTime.MIDNIGHT;

  @Option(
      names = "--cancellation",
      paramLabel = "PROFILE",
      converter = Profile.class,
      description =
          "撤销规则：latest-first 先撤销后续结算（默认）、replay 后续结算重算、free 不限 / how bills are"
              + " cancelled: latest-first (default), replay, free")
  private CancellationProfile cancellation = CancellationProfile.LATEST_FIRST;

  CentreSettings apply(CentreSettings settings) {
    return settings.withClock(clock()).withCutOff(cutOff).withCancellation(cancellation);
  }

  /** The chosen day at this hour, ticking. */
  private Clock clock() {
    Clock now = Clock.systemUTC();
    if (day.isEmpty()) {
      return now;
    }
    Instant today = LocalDate.now(now.withZone(CHINA)).atStartOfDay(CHINA).toInstant();
    Instant chosen = day.get().atStartOfDay(CHINA).toInstant();
    return Clock.offset(now, Duration.between(today, chosen));
  }

  /** Reads {@code 17:30}. */
  static final class TimeOfDay implements ITypeConverter<LocalTime> {
    @Override
    public LocalTime convert(String text) {
      try {
        return LocalTime.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException("应为时间，如 17:30 / expected a time, such as 17:30");
      }
    }
  }

  /** Reads {@code latest-first}. */
  static final class Profile implements ITypeConverter<CancellationProfile> {
    @Override
    public CancellationProfile convert(String text) {
      for (CancellationProfile profile : CancellationProfile.values()) {
        if (profile.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
          return profile;
        }
      }
      throw new TypeConversionException(
          "应为 latest-first、replay 或 free / expected latest-first, replay or free");
    }
  }
}
