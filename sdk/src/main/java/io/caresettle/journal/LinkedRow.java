package io.caresettle.journal;

import io.caresettle.protocol.sm.Sm3;
import java.util.HexFormat;

/**
 * A row as the audit chain sees it: canonical bytes, and where it stands. What is sealed goes in as
 * its digest, so that a chain can be verified without keys, and after they are destroyed.
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one link, and is not compared.
record LinkedRow(Kind kind, long position, byte[] bytes) {

  /** Whose row it is. The names are in the files of every till: never change one. */
  enum Kind {
    LIFE("life", "number"),
    RECORD("record", "position"),
    ACT("act", "position"),
    CERTIFICATES("certificates", "number"),
    ANCHOR("anchor", "position"),
    REMNANT("remnant", "position");

    private final String table;
    private final String key;

    Kind(String table, String key) {
      this.table = table;
      this.key = key;
    }

    String table() {
      return table;
    }

    String key() {
      return key;
    }
  }

  /**
   * How a life begins.
   *
   * @param before the head of the life before it; of none where there was none
   */
  static LinkedRow life(long number, String institution, String epoch, AuditHead before) {
    return of(
        Kind.LIFE,
        number,
        institution,
        epoch,
        before.epoch(),
        Long.toString(before.position()),
        before.digest());
  }

  static LinkedRow record(
      long position,
      long life,
      String bill,
      String type,
      String message,
      long millis,
      Sealed body) {
    return of(
        Kind.RECORD,
        position,
        Long.toString(life),
        bill,
        type,
        message,
        Long.toString(millis),
        Long.toString(body.dataKey()),
        body.digest());
  }

  static LinkedRow act(
      long position, long life, String kind, String visitKey, long millis, Sealed body) {
    return of(
        Kind.ACT,
        position,
        Long.toString(life),
        kind,
        visitKey,
        Long.toString(millis),
        Long.toString(body.dataKey()),
        body.digest());
  }

  static LinkedRow certificates(long number, String keyId, byte[] encoded) {
    return of(Kind.CERTIFICATES, number, keyId, digest(encoded));
  }

  static LinkedRow anchor(long position, AuditHead head, byte[] receipt, long millis) {
    return of(
        Kind.ANCHOR,
        position,
        head.epoch(),
        Long.toString(head.position()),
        head.digest(),
        digest(receipt),
        Long.toString(millis));
  }

  static LinkedRow remnant(long position, long record, String day, String note) {
    return of(Kind.REMNANT, position, Long.toString(record), day, note);
  }

  /** A sealed body as it goes into a link. */
  record Sealed(long dataKey, String digest) {
    static Sealed of(SealedBody body) {
      return new Sealed(body.dataKey(), LinkedRow.digest(body.sealed()));
    }
  }

  private static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }

  private static LinkedRow of(Kind kind, long position, String... parts) {
    String[] all = new String[parts.length + 2];
    all[0] = kind.name();
    all[1] = Long.toString(position);
    System.arraycopy(parts, 0, all, 2, parts.length);
    return new LinkedRow(kind, position, Places.of("CareSettle journal link v1\0", all));
  }
}
