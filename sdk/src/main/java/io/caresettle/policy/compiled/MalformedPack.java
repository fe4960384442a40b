package io.caresettle.policy.compiled;

/** Bytes or parts that make no pack: whoever made them has to make them again. */
public final class MalformedPack extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final String place;

  MalformedPack(String place, String what) {
    super("Malformed pack at " + place + ": " + what + ". Compile it again.");
    this.place = place;
  }

  /** Where, such as {@code byte 4} or {@code values.outpatient.rate}. */
  public String place() {
    return place;
  }
}
