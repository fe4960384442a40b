package io.caresettle.split;

/**
 * Something about an estimate that a person should know, and that does not stop it.
 *
 * @param id a dashed word
 */
public record Warning(String id, String zh, String en) {

  /** Nobody looked whether the pack still held on the day of the bill. */
  public static final String PACK_NOT_CHECKED = "pack-not-checked";

  /** A layer that the law names pays nothing, because nobody published its numbers. */
  public static final String LAYER_LEFT_OUT = "layer-left-out";

  /** An account, or a purse of it, stands below zero. */
  public static final String OVERDRAWN = "account-overdrawn";
}
