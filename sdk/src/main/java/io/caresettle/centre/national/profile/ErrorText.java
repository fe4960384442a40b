package io.caresettle.centre.national.profile;

import java.util.Locale;
import java.util.Set;

/**
 * What a text in {@code err_msg} means, because numbers of errors are not published.
 *
 * @param contains a part of the text, in capitals or not
 * @param on the transactions whose answers it is looked for in; empty for all
 */
public record ErrorText(String contains, Set<String> on, Meaning means) {

  /** What follows from a refusal. */
  public enum Meaning {
    /** What was to be undone is undone already. */
    UNDONE,
    /** The platform has not seen what was asked about. It may still come. */
    NEVER_ARRIVED,
    /** Not like this: another step first, or a person. */
    CANNOT,
    /** Not now. */
    TRY_AGAIN,
    /** The call before this one did land: resolve it by queries, never settle again. */
    LANDED_BEFORE,
    /** A gateway answered and the platform perhaps did not: as if nothing had come. */
    UNKNOWN,
    /** The sign-in is not known there any more: nothing was done, and another is to be made. */
    SIGN_IN,
    /** Any other text: the platform said no. */
    REFUSED
  }

  public ErrorText {
    on = Set.copyOf(on);
  }

  boolean fits(String transaction, String text) {
    return text.toLowerCase(Locale.ROOT).contains(contains.toLowerCase(Locale.ROOT))
        && (on.isEmpty() || on.contains(transaction));
  }
}
