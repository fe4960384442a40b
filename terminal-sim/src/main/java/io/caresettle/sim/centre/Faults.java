package io.caresettle.sim.centre;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.document.Documents;
import io.caresettle.protocol.keys.PartyKeys;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.ReverseAnswer;
import io.caresettle.protocol.wire.SettleAnswer;
import io.caresettle.protocol.wire.SignedDocument;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/**
 * What the centre is going to do wrong. Each fault is armed for the next request of one type, acts
 * once, and leaves the desk's work alone: whatever was asked has been done and is on disk when the
 * answer goes astray. Only {@link #ignoreNext} acts before.
 */
public final class Faults {

  private enum Kind {
    IGNORE,
    LOSE,
    CLOSE,
    CLOSE_MID_FRAME,
    TURN_A_BIT,
    GARBAGE,
    FOREIGN_SIGNATURE,
    MALFORMED,
    TOO_DENSE,
    NOT_CANONICAL,
    DELAY
  }

  private record Armed(Kind kind, Duration delay) {}

  private final Map<MessageType, Queue<Armed>> armed = new EnumMap<>(MessageType.class);
  private final PartyKeys own;

  /**
   * @param own what the centre signs with, also what it should not
   */
  Faults(PartyKeys own) {
    this.own = own;
  }

  /** The next such request is lost before the desk sees it. */
  public void ignoreNext(MessageType request) {
    arm(request, Kind.IGNORE, Duration.ZERO);
  }

  /** The answer to the next such request is lost; the line stays. */
  public void loseNext(MessageType request) {
    arm(request, Kind.LOSE, Duration.ZERO);
  }

  /** The line closes before the answer to the next such request. */
  public void closeNext(MessageType request) {
    arm(request, Kind.CLOSE, Duration.ZERO);
  }

  /** The line closes in the middle of the answer to the next such request. */
  public void closeMidFrameNext(MessageType request) {
    arm(request, Kind.CLOSE_MID_FRAME, Duration.ZERO);
  }

  /** One bit of the sealed answer to the next such request is turned. */
  public void turnABitNext(MessageType request) {
    arm(request, Kind.TURN_A_BIT, Duration.ZERO);
  }

  /** Something else than an envelope comes as the answer to the next such request. */
  public void garbageNext(MessageType request) {
    arm(request, Kind.GARBAGE, Duration.ZERO);
  }

  /** The receipt in the answer to the next settlement or reversal is signed by another key. */
  public void foreignSignatureNext(MessageType request) {
    arm(request, Kind.FOREIGN_SIGNATURE, Duration.ZERO);
  }

  /** The answer to the next such request is authentic, and lacks its last byte. */
  public void malformedNext(MessageType request) {
    arm(request, Kind.MALFORMED, Duration.ZERO);
  }

  /** The answer to the next such request is authentic, and would take memory without end. */
  public void tooDenseNext(MessageType request) {
    arm(request, Kind.TOO_DENSE, Duration.ZERO);
  }

  /**
   * The receipt in the answer to the next settlement or reversal is signed by the centre, and has
   * every field twice.
   */
  public void notCanonicalNext(MessageType request) {
    arm(request, Kind.NOT_CANONICAL, Duration.ZERO);
  }

  /** The answer to the next such request comes late. */
  public void delayNext(MessageType request, Duration delay) {
    arm(request, Kind.DELAY, delay);
  }

  private synchronized void arm(MessageType request, Kind kind, Duration delay) {
    armed.computeIfAbsent(request, type -> new ArrayDeque<>()).add(new Armed(kind, delay));
  }

  private synchronized Optional<Armed> take(MessageType request, boolean before) {
    Queue<Armed> queue = armed.getOrDefault(request, new ArrayDeque<>());
    Armed next = queue.peek();
    boolean now = next != null && (next.kind() == Kind.IGNORE) == before;
    return now ? Optional.of(queue.remove()) : Optional.empty();
  }

  /** Whether this request is lost before the desk sees it. */
  boolean ignores(MessageType request) {
    return take(request, true).isPresent();
  }

  /** What leaves the centre in the place of {@code answer}; empty where nothing is wrong. */
  Optional<ServerAnswer> instead(MessageType request, DeskAnswer answer) {
    return take(request, false).map(fault -> instead(fault, answer));
  }

  private ServerAnswer instead(Armed fault, DeskAnswer answer) {
    MessageType type = answer.type();
    byte[] bytes = answer.payload().bytes();
    return switch (fault.kind()) {
      case IGNORE, LOSE -> ServerAnswer.silence();
      case CLOSE -> ServerAnswer.lineClosed();
      case CLOSE_MID_FRAME -> ServerAnswer.closedMidFrame(type, bytes);
      case TURN_A_BIT -> ServerAnswer.bitTurned(type, bytes);
      case GARBAGE -> ServerAnswer.garbage("not an envelope".getBytes(StandardCharsets.US_ASCII));
      case FOREIGN_SIGNATURE ->
          ServerAnswer.answer(type, withReceipt(type, answer.payload(), Faults::forged));
      case MALFORMED -> ServerAnswer.answer(type, Arrays.copyOf(bytes, bytes.length - 1));
      case TOO_DENSE -> ServerAnswer.answer(type, dense(bytes));
      case NOT_CANONICAL ->
          ServerAnswer.answer(type, withReceipt(type, answer.payload(), this::twice));
      case DELAY ->
          ServerAnswer.later(
              new CompletableFuture<ServerAnswer>()
                  .completeOnTimeout(
                      ServerAnswer.answer(type, bytes),
                      fault.delay().toMillis(),
                      TimeUnit.MILLISECONDS));
    };
  }

  private static byte[] withReceipt(
      MessageType type,
      Payload answer,
      BiFunction<DocumentContext, SignedDocument, SignedDocument> instead) {
    if (type == MessageType.SETTLE_ANSWER) {
      SettleAnswer settled = Messages.read(SettleAnswer.getDefaultInstance(), answer);
      return settled.hasReceipt()
          ? settled.toBuilder()
              .setReceipt(instead.apply(DocumentContext.SETTLEMENT_RECEIPT, settled.getReceipt()))
              .build()
              .toByteArray()
          : answer.bytes();
    }
    if (type == MessageType.REVERSE_ANSWER) {
      ReverseAnswer undone = Messages.read(ReverseAnswer.getDefaultInstance(), answer);
      return undone.hasReceipt()
          ? undone.toBuilder()
              .setReceipt(instead.apply(DocumentContext.REVERSAL_RECEIPT, undone.getReceipt()))
              .build()
              .toByteArray()
          : answer.bytes();
    }
    throw new IllegalArgumentException("There is no signature in " + type);
  }

  private static SignedDocument forged(DocumentContext context, SignedDocument receipt) {
    PartyKeys another = PartyKeys.generate("another-centre", new SecureRandom());
    return Documents.sign(another, context, receipt.getDocument().toByteArray());
  }

  private SignedDocument twice(DocumentContext context, SignedDocument receipt) {
    ByteString document = receipt.getDocument();
    return Documents.sign(own, context, document.concat(document).toByteArray());
  }

  /** Thousands of fields that nobody knows, each of its own number. */
  private static byte[] dense(byte[] bytes) {
    UnknownFieldSet.Builder many = UnknownFieldSet.newBuilder();
    UnknownFieldSet.Field nothing = UnknownFieldSet.Field.newBuilder().addVarint(0).build();
    for (int number = 1_000; number < 15_000; number++) {
      many.addField(number, nothing);
    }
    return ByteString.copyFrom(bytes).concat(many.build().toByteString()).toByteArray();
  }
}
