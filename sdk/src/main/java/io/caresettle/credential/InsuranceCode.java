package io.caresettle.credential;

/**
 * A medical-insurance code (医保码) that was read from a screen. It names nobody by itself: whose it
 * is, and whether it is still worth anything, only the centre knows.
 */
public sealed interface InsuranceCode extends Credential permits TestCode, NationalCode {

  /** The code as read. Whoever holds it can be taken for its owner, so it never reaches a log. */
  String text();
}
