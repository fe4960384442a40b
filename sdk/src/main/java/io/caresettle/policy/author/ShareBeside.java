package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.Unit;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.PackId;
import io.caresettle.reading.Field;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A share of the law that stands in no pack: written as a value of a pack is, and checked as one,
 * with its days, articles, standing and confidence.
 */
public final class ShareBeside {

  private ShareBeside() {}

  /**
   * The share through time; empty where anything of it is at fault.
   *
   * @param from the first day on which it must be said
   */
  public static Optional<ValueSeries> bind(String area, LocalDate from, Field value) {
    PackId nowhere = new PackId(area, "share", 1, "", "", "", "");
    Header header = Header.ofEntitlement(nowhere, from, Optional.empty(), from);
    Optional<ValueSeries> series =
        new ValueBinder(header, true, false).bind("share", value).series();
    if (series.isPresent() && isNoShare(series.get())) {
      value.fault(
          "a value in " + series.get().unit().id() + " by other things", "one share for all");
      return Optional.empty();
    }
    return series;
  }

  private static boolean isNoShare(ValueSeries series) {
    return series.unit() == Unit.FEN || !series.by().isEmpty();
  }
}
