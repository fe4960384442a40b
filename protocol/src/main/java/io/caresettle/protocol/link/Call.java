package io.caresettle.protocol.link;

import io.caresettle.protocol.wire.MessageType;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;

/**
 * One request and its fate.
 *
 * <p>It is waiting, then sent, then over; giving up ends it as not sent or as not answered,
 * according to where it was at that instant and to nothing else.
 */
final class Call {

  private enum Stage {
    WAITING,
    SENT,
    OVER
  }

  private final MessageType type;
  private final String messageId;
  private final byte[] payload;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CompletableFuture<Reply> fate = new CompletableFuture<>();

  private final Queue<Runnable> tidyings = new ConcurrentLinkedQueue<>();

  // Written before the stage becomes SENT, read after.
  private LongConsumer lineSuspect = sentAt -> {};
  private long sentAt;

  Call(MessageType type, String messageId, byte[] payload) {
    this.type = type;
    this.messageId = messageId;
    this.payload = payload;
  }

  MessageType type() {
    return type;
  }

  String messageId() {
    return messageId;
  }

  byte[] payload() {
    return payload;
  }

  /** Completes on whatever thread knows; callers' code must not depend on it directly. */
  CompletableFuture<Reply> fate() {
    return fate;
  }

  /**
   * The point of no return. False if the caller gave up before: the message must not be sent then.
   */
  boolean beginSending(LongConsumer lineSuspect) {
    this.lineSuspect = lineSuspect;
    this.sentAt = System.nanoTime();
    return stage.compareAndSet(Stage.WAITING, Stage.SENT);
  }

  /** Asks the line on which the message left, if it has left, whether it heard anything since. */
  void suspectLine() {
    if (stage.get() == Stage.SENT) {
      lineSuspect.accept(sentAt);
    }
  }

  /** What to put in order when the call is over, before its caller can know. */
  void beforeOver(Runnable tidying) {
    tidyings.add(tidying);
  }

  /** Ends a call whose message has not left. */
  void notSent(Reply.NotSent reply) {
    finish(Stage.WAITING, reply);
  }

  /** Ends a call whose message has left. False if the call was over already. */
  boolean end(Reply reply) {
    return finish(Stage.SENT, reply);
  }

  private boolean finish(Stage from, Reply reply) {
    if (!stage.compareAndSet(from, Stage.OVER)) {
      return false;
    }
    // First the slot and the id are free again: the caller may use both in its next breath.
    tidyings.forEach(Runnable::run);
    return fate.complete(reply);
  }

  /** Ends the call here and now, as is true of a message that has not left, or has. */
  void giveUp(Reply.NotSent before, Reply.NoAnswer after) {
    notSent(before);
    var unused = end(after);
  }

  @Override
  public String toString() {
    return "Call[" + type + ", " + messageId + ", " + stage.get() + "]";
  }
}
