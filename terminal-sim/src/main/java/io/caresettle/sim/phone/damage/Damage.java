package io.caresettle.sim.phone.damage;

import java.util.Locale;

/** What can be wrong with a picture of a code. */
public enum Damage {
  BLUR,
  MOTION_BLUR,
  TILT,
  ROTATION,
  CURVED,
  GLARE,
  SHADOW,
  OCCLUSION,
  MOIRE,
  JPEG,
  NOISE,
  LOW_RESOLUTION,
  LOW_CONTRAST,
  INVERTED,
  NARROW_MARGIN,
  STREAKS,
  COMBINED;

  /** As it stands in a file's name: {@code low-contrast}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
