package io.caresettle.credential.code;

/** The kinds of code that are sought on a picture, and the only ones. */
public enum CodeFormat {
  QR_CODE,
  CODE_128
}
