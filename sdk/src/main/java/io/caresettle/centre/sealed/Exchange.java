package io.caresettle.centre.sealed;

import com.google.protobuf.MessageLite;
import io.caresettle.centre.CentreNews;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Reservation;
import io.caresettle.problem.JournalUnavailable;
import io.caresettle.protocol.MessageRejected;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.certificate.CertificatePair;
import io.caresettle.protocol.link.Link;
import io.caresettle.protocol.wire.MessageType;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.function.Supplier;

/** One message and its answer, told in the counter's five words for what can become of them. */
final class Exchange {

  /** Reads an answer of the right kind, with what is known of the centre that gave it. */
  interface Reader<T> {
    Reply<T> read(FromWire reading, byte[] answer);
  }

  private final Link link;
  private final Supplier<String> messageIds;
  private final CentreNews news;
  private final Signers signers;

  Exchange(Link link, Supplier<String> messageIds, CentreNews news, Signers signers) {
    this.link = link;
    this.messageIds = messageIds;
    this.news = news;
    this.signers = signers;
  }

  /** A message that has no id of its own. */
  <T> Reply<T> ask(
      MessageType type, MessageLite message, MessageType expected, Duration within, Reader<T> as) {
    return call(type, messageIds.get(), message, expected, within, as);
  }

  <T> Reply<T> ask(SealedMessage<T> asked, Duration within) {
    return ask(asked.type(), asked.message(), asked.expected(), within, asked.reader());
  }

  <T> Reply<T> call(
      MessageType type,
      String messageId,
      MessageLite message,
      MessageType expected,
      Duration within,
      Reader<T> as) {
    return heard(type, link.exchange(type, messageId, message.toByteArray(), within), expected, as);
  }

  /** A message on a way that was kept free for it, or on any where none was. */
  <T> Reply<T> call(
      Reservation way,
      MessageType type,
      String messageId,
      MessageLite message,
      MessageType expected,
      Duration within,
      Reader<T> as) {
    return way instanceof Way free
        ? heard(type, free.exchange(type, messageId, message.toByteArray(), within), expected, as)
        : call(type, messageId, message, expected, within, as);
  }

  /** A way for one message, or what stands in it. */
  Reply<Reservation> reserve(Duration within) {
    io.caresettle.protocol.link.Reservation reserved = link.reserve(within);
    if (reserved instanceof io.caresettle.protocol.link.Reservation.Refused refused) {
      return notSent(MessageType.SETTLE, refused.reason());
    }
    return new Reply.Answered<>(new Way((io.caresettle.protocol.link.Reservation.Place) reserved));
  }

  private <T> Reply<T> heard(
      MessageType type,
      io.caresettle.protocol.link.Reply reply,
      MessageType expected,
      Reader<T> as) {
    if (reply instanceof io.caresettle.protocol.link.Reply.NotSent notSent) {
      return notSent(type, notSent);
    } else if (reply instanceof io.caresettle.protocol.link.Reply.NoAnswer noAnswer) {
      return noAnswer.why() == io.caresettle.protocol.link.Reply.NoAnswer.Why.NOT_AUTHENTIC
          ? notAuthentic(type, true, noAnswer.text())
          : new Reply.NoAnswer<>(noAnswer.text());
    }
    return read(type, (io.caresettle.protocol.link.Reply.Answered) reply, expected, as);
  }

  private <T> Reply<T> notSent(
      MessageType type, io.caresettle.protocol.link.Reply.NotSent notSent) {
    return notSent.why() == io.caresettle.protocol.link.Reply.NotSent.Why.NOT_THE_CENTRE
        ? notAuthentic(type, false, notSent.text())
        : new Reply.NotSent<>(notSent.text());
  }

  /** Reads the answer to a message of {@code type}, in time or late. */
  <T> Reply<T> read(
      MessageType type,
      io.caresettle.protocol.link.Reply.Answered answer,
      MessageType expected,
      Reader<T> as) {
    try {
      return read(signers, answer.centre(), answer.type(), answer.payload().bytes(), expected, as);
    } catch (NotAuthentic e) {
      link.distrust();
      return notAuthentic(
          type,
          true,
          "the answer brought a document that the centre did not sign: the session is closed, tell"
              + " security");
    }
  }

  /**
   * Reads an answer, however it came.
   *
   * @throws NotAuthentic when it brought a document that the centre did not sign
   */
  static <T> Reply<T> read(
      Signers signers,
      CertificatePair centre,
      MessageType type,
      byte[] answer,
      MessageType expected,
      Reader<T> as) {
    if (type != expected) {
      return new Reply.NoAnswer<>("the answer is a " + type + ", not a " + expected);
    }
    try {
      // Before anybody can keep what they signed. Any answer will do, for a receipt may come after
      // the centre has renewed its keys.
      signers.keep(centre);
      return as.read(new FromWire(centre, signers), answer);
    } catch (MessageRejected e) {
      return new Reply.NoAnswer<>("the answer does not hold together. " + e.getMessage());
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      // The text of what was read may name a person: only its kind is told.
      return new Reply.NoAnswer<>(
          "the answer does not hold together (" + e.getClass().getSimpleName() + ")");
    } catch (JournalUnavailable e) {
      return new Reply.NoAnswer<>("the certificates of the answer cannot be kept");
    }
  }

  private <T> Reply<T> notAuthentic(MessageType type, boolean sent, String why) {
    news.notAuthentic(type.name());
    return new Reply.NotAuthentic<>(sent, why);
  }
}
