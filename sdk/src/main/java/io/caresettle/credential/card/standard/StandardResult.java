package io.caresettle.credential.card.standard;

/**
 * What a function of the standard gives back.
 *
 * @param out the items where {@code code} is 0, else the text of the error
 */
public record StandardResult(ReturnCode code, String out) {

  /** Without the text, which may hold a person's data. */
  @Override
  public String toString() {
    return "StandardResult[" + code.value() + "]";
  }
}
