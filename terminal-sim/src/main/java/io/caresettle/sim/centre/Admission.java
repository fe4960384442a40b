package io.caresettle.sim.centre;

import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.ReversalDocument;
import io.caresettle.protocol.wire.Reverse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Set;

/**
 * What a terminal may still do whose certificates are not in force any more: a lost or late key
 * must not be stuck money, and a stolen one must not move any.
 *
 * <p>An expired terminal signs in, asks what became of its messages, reverses them and closes its
 * day. A revoked one does the last two, for its own messages from the week before its revocation:
 * by the time at which the message came here, or, if none came, by the time in its id. So a thief
 * can undo neither what other tills sent, nor what is long booked, nor what was settled after the
 * theft, and cannot block the ids of messages that are still to come; what he can still undo goes
 * back to the payers, never to him. Another terminal of the institution is bound by none of this.
 */
record Admission(Store store) {

  private static final Set<MessageType> EXPIRED =
      Set.of(
          MessageType.SIGN_IN,
          MessageType.CATALOGUE,
          MessageType.QUERY,
          MessageType.REVERSE,
          MessageType.DAY_TOTALS,
          MessageType.DAY_DETAILS,
          MessageType.ANCHOR_AUDIT_HEAD);

  /** How far back a bill may have been left open when the till was stolen. */
  private static final Duration REACH = Duration.ofDays(7);

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
  private static final int INSTITUTION = 12;
  private static final int MESSAGE_TIME = 14;

  /** Returns where the terminal may ask this. */
  void check(MessageType type, Request request) throws Refused {
    Standing standing = request.terminal().standing();
    if (standing instanceof Standing.Expired && !EXPIRED.contains(type)) {
      throw Reason.TERMINAL_EXPIRED.because();
    }
    if (standing instanceof Standing.Revoked revoked) {
      String original = original(type, request);
      Instant sent = time(request.institution(), original);
      if (!sent.isBefore(revoked.since())) {
        throw Reason.AFTER_REVOCATION.because();
      }
      if (sent.isBefore(revoked.since().minus(REACH)) || isOfAnother(request, original)) {
        throw Reason.OUT_OF_REACH.because();
      }
    }
  }

  private static String original(MessageType type, Request request) throws Refused {
    return switch (type) {
      case QUERY ->
          Readings.read(Query.getDefaultInstance(), request.payload()).getOriginalMessageId();
      case REVERSE -> {
        Reverse reverse = Readings.read(Reverse.getDefaultInstance(), request.payload());
        yield Readings.signed(
                request,
                DocumentContext.REVERSAL,
                reverse.getDocument(),
                ReversalDocument.getDefaultInstance())
            .getOriginalMessageId();
      }
      default -> throw Reason.TERMINAL_REVOKED.because();
    };
  }

  private boolean isOfAnother(Request request, String message) {
    return store
        .one(
            "SELECT terminal FROM sender WHERE institution = ? AND message = ?",
            row -> row.getString(1),
            request.institution(),
            message)
        .filter(sender -> !sender.equals(request.terminal().partyId()))
        .isPresent();
  }

  private Instant time(String institution, String message) throws Refused {
    return store
        .one(
            "SELECT at FROM message WHERE institution = ? AND id = ?",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            institution,
            message)
        .orElse(timeIn(message));
  }

  private static Instant timeIn(String message) throws Refused {
    if (message.length() < INSTITUTION + MESSAGE_TIME) {
      throw Reason.MALFORMED.because();
    }
    try {
      return LocalDateTime.parse(message.substring(INSTITUTION, INSTITUTION + MESSAGE_TIME), TIME)
          .atZone(CHINA)
          .toInstant();
    } catch (DateTimeException e) {
      throw Reason.MALFORMED.because();
    }
  }
}
