package io.caresettle.policy.author;

import java.util.Optional;

/**
 * Where a pack inherits from.
 *
 * @param nearest the province's pack, or else the nation's; it has what the nation gives it already
 * @param unread whether there is a parent, but with faults: what it would give cannot be said
 */
record Parents(Optional<Pack> nearest, boolean unread) {

  static final Parents NONE = new Parents(Optional.empty(), false);

  /** Whether an area is a nation's or a province's, which give to those below. */
  static boolean isParent(String area) {
    return area.matches("\\d{2}0000");
  }
}
