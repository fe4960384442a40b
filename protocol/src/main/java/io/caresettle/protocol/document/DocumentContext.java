package io.caresettle.protocol.document;

import java.nio.charset.StandardCharsets;

/** What a signature is for. It is signed together with the document. */
public enum DocumentContext {
  /** A terminal asks for a settlement with these figures. */
  SETTLEMENT("CareSettle settlement v1"),
  /** The centre says that a settlement stands. */
  SETTLEMENT_RECEIPT("CareSettle settlement receipt v1"),
  /** A terminal asks that a message be undone. */
  REVERSAL("CareSettle reversal v1"),
  /** The centre says that it is undone. */
  REVERSAL_RECEIPT("CareSettle reversal receipt v1");

  private final String text;

  DocumentContext(String text) {
    this.text = text;
  }

  /** No context is the beginning of another one: each ends with a zero byte. */
  byte[] bind(byte[] document) {
    byte[] context = text.getBytes(StandardCharsets.US_ASCII);
    byte[] bound = new byte[context.length + 1 + document.length];
    System.arraycopy(context, 0, bound, 0, context.length);
    System.arraycopy(document, 0, bound, context.length + 1, document.length);
    return bound;
  }
}
