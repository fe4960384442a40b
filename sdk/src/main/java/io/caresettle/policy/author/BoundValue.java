package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.Unit;
import io.caresettle.policy.compiled.ValueSeries;
import java.util.Optional;

/**
 * A value as it was read; the unit is known even where something else is at fault.
 *
 * @param series the numbers; of a range the least ones
 * @param most of a range the largest ones
 * @param header of the pack that states it
 * @param within a range from further above that still binds those below, beside this pack's own
 */
record BoundValue(
    Optional<Unit> unit,
    Optional<ValueSeries> series,
    Optional<ValueSeries> most,
    Gives gives,
    Header header,
    Optional<BoundValue> within) {

  /** The range that whoever states the value anew must keep to, if there is one. */
  Optional<BoundValue> range() {
    return gives == Gives.RANGE ? Optional.of(this) : within;
  }

  BoundValue within(Optional<BoundValue> range) {
    return new BoundValue(unit, series, most, gives, header, range);
  }

  /** Whether a plan can use it as it is. */
  boolean isNumber() {
    return series.isPresent() && gives != Gives.RANGE;
  }
}
