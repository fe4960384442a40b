package io.caresettle.centre.national.check;

/**
 * One thing that is wrong with a message.
 *
 * @param node the path of the node, with the place in a list, such as {@code feedetail[2]}; empty
 *     for the envelope
 * @param field its name; empty where the node itself is meant
 * @param refuses whether the message must not go like this; otherwise it is worth a look
 * @param zh what is wrong and what to do, for the operator
 * @param en the same in English
 */
public record Finding(Kind kind, String node, String field, boolean refuses, String zh, String en) {

  /** What is wrong. */
  public enum Kind {
    MISSING_NODE,
    MISSING_FIELD,
    TOO_LONG,
    NO_NUMBER,
    TOO_MANY_DECIMALS,
    NO_DATE,
    NOT_IN_TABLE,
    WRONG_SHAPE,
    UNKNOWN_NODE,
    UNKNOWN_FIELD,
    UNKNOWN_TRANSACTION,
    /** Nothing is wrong, and only one source says so. */
    ONE_SOURCE
  }

  /** Node and field, such as {@code feedetail[2].cnt}. */
  public String place() {
    if (field.isEmpty()) {
      return node;
    }
    return node.isEmpty() ? field : node + '.' + field;
  }

  /** For the operator: place, Chinese, English. */
  @Override
  public String toString() {
    return place() + ": " + zh + ' ' + en;
  }
}
