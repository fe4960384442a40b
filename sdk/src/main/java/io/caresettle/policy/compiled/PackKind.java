package io.caresettle.policy.compiled;

/** What a pack is about. */
public enum PackKind {
  /** Who pays what of a bill. */
  BENEFITS,
  /** Who may have what, and when. */
  ENTITLEMENT;

  /** The one topic of a pack about entitlement. */
  public static final String TOPIC = "entitlement";

  /** Its word in a pack. */
  public String id() {
    return Word.of(this);
  }
}
