package io.caresettle.protocol.link;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.wire.MessageType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One session with the centre, from its first message to its end, and the calls in flight on it.
 *
 * <p>Sealing and writing happen under one lock, for sequences must reach the line in order. The
 * same lock guards the end, so that no call can slip onto a line that has just told its calls that
 * it is over.
 */
final class Line extends SimpleChannelInboundHandler<byte[]> {

  /** Whoever chooses among lines. Told on any thread, never under a line's lock. */
  interface Keeper {

    /** This line should have a successor soon; it goes on until then. */
    void due(Line line);

    /** This line takes no more calls. */
    void left(Line line);

    /** This line is closed. */
    void ended(Line line);
  }

  private final Session session;
  private final Channel channel;
  private final LinkSettings settings;
  private final News news;
  private final Keeper keeper;
  private final Heart heart;
  private final Object lock = new Object();

  // Guarded by the lock.
  private final Map<String, Call> inFlight = new HashMap<>();
  private long unanswered;
  private boolean leaving;

  // Written under the lock.
  private volatile boolean retired;
  private volatile boolean over;
  private volatile boolean due;

  private final AtomicLong sealed = new AtomicLong();
  private final AtomicLong opened = new AtomicLong();

  // Of the event loop alone.
  private final List<Future<?>> timers = new ArrayList<>();

  // Written on the event loop.
  private volatile long lastHeard = System.nanoTime();

  Line(Channel channel, Session session, LinkSettings settings, News news, Keeper keeper) {
    this.channel = channel;
    this.session = session;
    this.settings = settings;
    this.news = news;
    this.keeper = keeper;
    this.heart =
        new Heart(
            channel.eventLoop(),
            settings.pulse(),
            () -> beat(MessageType.HEARTBEAT, ""),
            () -> end(Reply.NoAnswer.Why.LINE_CLOSED, "The line fell silent"));
  }

  String sessionId() {
    return session.id();
  }

  String peerId() {
    return session.peer().partyId();
  }

  /** Whether a new call may be sent on this line. */
  boolean takesCalls() {
    // Without the lock: somebody asks who may hold another.
    return !over && !retired && !isSpent();
  }

  /** Whether the line should have a successor. */
  boolean isDue() {
    return due;
  }

  /** Whether a message has come since the session began: the centre works, not only its door. */
  boolean wasOfUse() {
    return opened.get() > 0;
  }

  /** Whether the line takes no more bytes until some are gone. */
  boolean isStuck() {
    return !channel.isWritable();
  }

  private boolean isSpent() {
    // Between the limit and this, a successor was looked for and not found.
    long most = settings.session().messages() + settings.session().messages() / 2;
    return session.isExhausted() || sealed.get() >= most || opened.get() >= most;
  }

  /** Sends {@code call}, if there is still a line to send it on. */
  boolean send(Call call) {
    synchronized (lock) {
      if (!takesCalls()) {
        return false;
      }
      if (isStuck()) {
        call.notSent(stuck());
        return true;
      }
      if (inFlight.putIfAbsent(call.messageId(), call) != null) {
        call.notSent(
            new Reply.NotSent(
                Reply.NotSent.Why.DUPLICATE,
                "Message " + call.messageId() + " is in flight already: wait for its answer"));
        return true;
      }
      call.beforeOver(() -> forget(call));
      if (!call.beginSending(this::suspect)) {
        inFlight.remove(call.messageId());
        return true;
      }
      unanswered++;
      int bytes = write(call.type(), call.messageId(), "", call.payload());
      news.hint(
          listener -> listener.sent(call.type(), call.messageId(), call.payload().length, bytes));
    }
    checkLimit();
    return true;
  }

  static Reply.NotSent stuck() {
    return new Reply.NotSent(
        Reply.NotSent.Why.BUSY,
        "The line takes no bytes, and as many wait as may: wait, or look at the network");
  }

  /** Under the lock. */
  private int write(MessageType type, String messageId, String inReplyTo, byte[] payload) {
    byte[] frame =
        session.seal(type.getNumber(), messageId, inReplyTo, settings.clock().millis(), payload);
    sealed.incrementAndGet();
    Frames.send(
        channel,
        Frames.encode(frame),
        written -> {
          if (!written.isSuccess()) {
            end(Reply.NoAnswer.Why.LINE_CLOSED, "The line broke while a message was written");
          }
        });
    return frame.length;
  }

  private void beat(MessageType type, String inReplyTo) {
    synchronized (lock) {
      // What cannot be written now would only pile up; the other end's silence will tell.
      if (!over && !isStuck() && !session.isExhausted()) {
        int unused = write(type, "beat-" + (sealed.get() + 1), inReplyTo, new byte[0]);
      }
    }
  }

  private void checkLimit() {
    long limit = settings.session().messages();
    if (!due && (sealed.get() >= limit || opened.get() >= limit)) {
      becomeDue();
    }
  }

  private void becomeDue() {
    synchronized (lock) {
      if (due) {
        return;
      }
      due = true;
    }
    keeper.due(this);
  }

  private void forget(Call call) {
    synchronized (lock) {
      inFlight.remove(call.messageId(), call);
    }
    leaveWhenDrained();
  }

  /** A call sent at {@code sentAt} had no answer in time: is anybody there at all? */
  private void suspect(long sentAt) {
    synchronized (lock) {
      if (retired || over || lastHeard - sentAt >= 0) {
        return;
      }
      retired = true;
      leaving = true;
    }
    endAfter(settings.keepSilentLine(), "The line stayed silent");
    keeper.left(this);
  }

  /** Takes no more calls, and closes when those in flight are over. */
  void retire() {
    synchronized (lock) {
      if (retired) {
        return;
      }
      retired = true;
    }
    keeper.left(this);
    leaveWhenDrained();
  }

  private void leaveWhenDrained() {
    boolean nothingToCome;
    synchronized (lock) {
      if (!retired || over || leaving || !inFlight.isEmpty()) {
        return;
      }
      leaving = true;
      nothingToCome = unanswered <= 0;
    }
    // An answer that nobody waits for any more may still come, and is news.
    Duration keep = nothingToCome ? Duration.ZERO : settings.keepSilentLine();
    endAfter(keep, "The session was replaced by a fresh one");
  }

  private void endAfter(Duration time, String text) {
    var unused = Frames.later(channel, () -> end(Reply.NoAnswer.Why.LINE_CLOSED, text), time);
  }

  /** Ends this line because the link ends. */
  void linkClosed(String text) {
    end(Reply.NoAnswer.Why.LINK_CLOSED, text);
  }

  /** Ends the session on this line: whoever holds its keys sent a forgery. */
  void distrusted() {
    end(
        Reply.NoAnswer.Why.NOT_AUTHENTIC,
        "Something came that is not authentic: the session is closed, tell security");
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    heart.start();
    Duration age = settings.session().age();
    timers.add(Frames.later(channel, this::becomeDue, age));
    timers.add(Frames.later(channel, this::retire, age.plus(age.dividedBy(2))));
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] frame) {
    if (over) {
      return;
    }
    try {
      receive(session.open(frame), frame.length);
    } catch (NotAuthentic e) {
      distrusted();
    }
  }

  private void receive(OpenedEnvelope envelope, int sealedBytes) {
    lastHeard = System.nanoTime();
    opened.incrementAndGet();
    heart.heard();
    checkLimit();
    var header = envelope.header();
    MessageType known = MessageType.forNumber(header.messageType());
    if (known == MessageType.HEARTBEAT) {
      beat(MessageType.HEARTBEAT_ANSWER, header.messageId());
    } else if (known != MessageType.HEARTBEAT_ANSWER) {
      answered(envelope, known == null ? MessageType.UNRECOGNIZED : known, sealedBytes);
    }
  }

  private void answered(OpenedEnvelope envelope, MessageType type, int sealedBytes) {
    var header = envelope.header();
    int plainBytes = envelope.payload().size();
    news.hint(
        listener ->
            listener.received(
                type, header.messageId(), header.inReplyTo(), plainBytes, sealedBytes));
    Reply.Answered answer =
        new Reply.Answered(
            type,
            header.messageId(),
            envelope.payload(),
            Instant.ofEpochMilli(header.timeMillis()),
            session.peer().certificates());
    Call call;
    synchronized (lock) {
      unanswered--;
      call = inFlight.get(header.inReplyTo());
    }
    if (call == null || !call.end(answer)) {
      news.tell(listener -> listener.lateAnswer(header.inReplyTo(), answer));
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    heart.stuck(isStuck());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    heart.stop();
    timers.forEach(timer -> timer.cancel(false));
    end(Reply.NoAnswer.Why.LINE_CLOSED, "The line was closed before the answer");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof CorruptedFrameException) {
      distrusted();
    } else {
      end(Reply.NoAnswer.Why.LINE_CLOSED, "The line broke before the answer");
    }
  }

  private void end(Reply.NoAnswer.Why why, String text) {
    List<Call> ended;
    synchronized (lock) {
      if (over) {
        return;
      }
      over = true;
      ended = List.copyOf(inFlight.values());
      inFlight.clear();
    }
    Frames.close(channel);
    keeper.left(this);
    for (Call call : ended) {
      call.end(new Reply.NoAnswer(why, text));
    }
    keeper.ended(this);
    String id = session.id();
    news.tell(listener -> listener.lineClosed(id, why != Reply.NoAnswer.Why.NOT_AUTHENTIC));
  }
}
