package io.caresettle.sim.centre;

import io.caresettle.protocol.sm.Sm3;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Credentials that were reported lost, and since when (R-ID-07; NT 48). A report counts from its
 * moment on and for whatever comes after it; what stood before it stands. A report is never
 * deleted: found again, it carries that moment.
 */
record LossList(Store store) {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /**
   * What a report is about: one card, or all codes of a person, for a code lives a minute. Of a
   * card the SM3 digest of its identifier: that it is the same one is all that must be known.
   */
  static String card(String identifier) {
    return "card:"
        + HexFormat.of().formatHex(Sm3.digest(identifier.getBytes(StandardCharsets.US_ASCII)));
  }

  static String codes(String person) {
    return "codes:" + person;
  }

  /** Reported twice, the earlier moment counts. */
  void report(String credential, Instant since, Instant now) {
    int standing =
        store.write(
            "UPDATE loss SET since = MIN(since, ?) WHERE credential = ? AND found_at IS NULL",
            since.toEpochMilli(),
            credential);
    if (standing == 0) {
      store.write(
          "INSERT INTO loss (credential, since, reported_at) VALUES (?, ?, ?)",
          credential,
          since.toEpochMilli(),
          now.toEpochMilli());
    }
  }

  /** What the rolls say from the start; said again at a later start, it is not reported again. */
  void reportOnce(String credential, Instant since) {
    if (store.number("SELECT COUNT(*) FROM loss WHERE credential = ?", credential) == 0) {
      report(credential, since, since);
    }
  }

  void found(String credential, Instant now) {
    store.write(
        "UPDATE loss SET found_at = ? WHERE credential = ? AND found_at IS NULL",
        now.toEpochMilli(),
        credential);
  }

  /** Since when; empty where the credential is not lost at {@code now}. */
  Optional<Instant> since(String credential, Instant now) {
    return store.one(
        "SELECT since FROM loss WHERE credential = ? AND found_at IS NULL AND since <= ?",
        row -> Instant.ofEpochMilli(row.getLong(1)),
        credential,
        now.toEpochMilli());
  }

  /** As a cashier reads a moment. */
  static String text(Instant moment) {
    return TIME.format(LocalDateTime.ofInstant(moment, CHINA));
  }
}
