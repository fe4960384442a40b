package io.caresettle.credential.card;

import io.caresettle.problem.CredentialRefused;

/** The rule set a card was made by; the first three characters of its 规范版本 decide. */
enum Generation {
  FIRST(false, false),
  SECOND(true, false),
  THIRD(true, true);

  private final boolean nameExtension;
  private final boolean holderDataLocked;

  Generation(boolean nameExtension, boolean holderDataLocked) {
    this.nameExtension = nameExtension;
    this.holderDataLocked = holderDataLocked;
  }

  static Generation of(String specification) {
    if (specification.isEmpty() || specification.startsWith("1.0")) {
      return FIRST;
    }
    if (specification.startsWith("2.0")) {
      return SECOND;
    }
    if (specification.startsWith("3.0")) {
      return THIRD;
    }
    throw new CredentialRefused(
        CredentialRefused.Reason.CARD_UNSUPPORTED,
        "the version of its specification is none of 1.0, 2.0 and 3.0");
  }

  /** Whether a long name goes on in tag 4E. */
  boolean hasNameExtension() {
    return nameExtension;
  }

  /** Whether the holder's data can be read only after external authentication. */
  boolean locksHolderData() {
    return holderDataLocked;
  }
}
