package io.caresettle.protocol.link;

import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.Payload;
import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.wire.MessageType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One terminal's session, seen from the centre. Whatever is wrong with it closes it without a word.
 */
final class CentreLine extends SimpleChannelInboundHandler<byte[]> {

  /** A request that waits: its line is read on when enough of them are gone. */
  private record Waiting(MessageType type, String messageId, Payload payload, int sealedBytes) {}

  private final Channel channel;
  private final Session session;
  private final RequestHandler handler;
  private final Executor handling;
  private final LinkServerSettings settings;
  private final News news;
  private final Heart heart;
  private final Valve valve;

  /** Nothing that comes is acted on any more, however long the channel takes to close. */
  private volatile boolean closing;

  // Of the event loop alone.
  private boolean authentic = true;
  private long opened;
  private @Nullable Future<?> oldAge;

  /** Answers are numbered and written under this lock: sequences must reach the line in order. */
  private final Object lock = new Object();

  private long sealed;

  CentreLine(
      Channel channel,
      Session session,
      RequestHandler handler,
      Executor handling,
      LinkServerSettings settings,
      News news) {
    this.channel = channel;
    this.session = session;
    this.handler = handler;
    this.handling = handling;
    this.settings = settings;
    this.news = news;
    this.heart =
        new Heart(
            channel.eventLoop(),
            settings.pulse(),
            () -> beat(MessageType.HEARTBEAT, ""),
            this::close);
    this.valve = new Valve(channel, settings.maxInFlight(), settings.maxInFlightBytes(), heart);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    heart.start();
    oldAge = Frames.later(channel, this::close, settings.session().age());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] frame) {
    // What arrived behind the frame that closed this line is still read, and must not be acted on.
    if (closing || !channel.isActive()) {
      return;
    }
    try {
      receive(session.open(frame), frame.length);
    } catch (NotAuthentic e) {
      authentic = false;
      close();
    }
  }

  private void receive(OpenedEnvelope envelope, int sealedBytes) {
    heart.heard();
    var header = envelope.header();
    MessageType type = MessageType.forNumber(header.messageType());
    if (type == null
        || type == MessageType.MESSAGE_TYPE_UNSPECIFIED
        || ++opened > settings.session().messages()) {
      close();
    } else if (type == MessageType.HEARTBEAT) {
      beat(MessageType.HEARTBEAT_ANSWER, header.messageId());
    } else if (type != MessageType.HEARTBEAT_ANSWER) {
      news.hint(
          listener ->
              listener.received(
                  type,
                  header.messageId(),
                  header.inReplyTo(),
                  envelope.payload().size(),
                  sealedBytes));
      Waiting request = new Waiting(type, header.messageId(), envelope.payload(), sealedBytes);
      valve.took(sealedBytes);
      handling.execute(() -> handle(request));
    }
  }

  private void handle(Waiting request) {
    boolean done = false;
    try {
      perform(
          request,
          handler.handle(session.peer(), request.type(), request.messageId(), request.payload()));
      done = true;
    } finally {
      if (!done) {
        abandon(request);
      }
    }
  }

  private void perform(Waiting request, ServerAnswer answer) {
    if (answer instanceof ServerAnswer.Answer sound) {
      write(request, sound.type(), sound.payload(), Rendering::whole);
    } else if (answer instanceof ServerAnswer.Later later) {
      later
          .answer()
          .whenComplete(
              (then, failure) -> {
                if (failure == null) {
                  performLater(request, then);
                } else {
                  abandon(request);
                }
              });
    } else if (answer instanceof ServerAnswer.LineClosed) {
      close();
    } else if (answer instanceof ServerAnswer.ClosedMidFrame cut) {
      write(request, cut.type(), cut.payload(), Rendering::firstHalf);
    } else if (answer instanceof ServerAnswer.BitTurned turned) {
      write(request, turned.type(), turned.payload(), Rendering::withLastBitTurned);
    } else if (answer instanceof ServerAnswer.Garbage garbage) {
      Rendering.whole(channel, garbage.bytes().bytes(), gone(request));
    } else {
      // Silence: nothing at all.
      giveBack(request);
    }
  }

  /** What is thrown here would reach nobody. */
  private void performLater(Waiting request, ServerAnswer answer) {
    try {
      perform(request, answer);
    } catch (RuntimeException e) {
      abandon(request);
    }
  }

  /** There will be no answer, and whoever waits for it should not wait until its deadline. */
  private void abandon(Waiting request) {
    close();
    giveBack(request);
  }

  private void giveBack(Waiting request) {
    var unused = Frames.later(channel, () -> valve.gave(request.sealedBytes()), Duration.ZERO);
  }

  private void write(Waiting request, MessageType type, Payload payload, Rendering rendering) {
    synchronized (lock) {
      if (isSpent()) {
        close();
        return;
      }
      String messageId = session.id() + "-" + ++sealed;
      byte[] frame = seal(type, messageId, request.messageId(), payload.bytes());
      rendering.send(channel, frame, gone(request));
      news.hint(listener -> listener.sent(type, messageId, payload.size(), frame.length));
    }
  }

  /** An answer holds its request's place until it has left: a line that takes none asks no more. */
  private ChannelFutureListener gone(Waiting request) {
    return written -> {
      valve.gave(request.sealedBytes());
      if (!written.isSuccess()) {
        close();
      }
    };
  }

  private void beat(MessageType type, String inReplyTo) {
    synchronized (lock) {
      // What cannot be written now would only pile up; the other end's silence will tell.
      if (channel.isWritable() && !isSpent()) {
        Frames.send(channel, seal(type, "beat-" + ++sealed, inReplyTo, new byte[0]));
      }
    }
  }

  /** Under the lock. */
  private boolean isSpent() {
    return session.isExhausted() || sealed >= settings.session().messages();
  }

  /** Under the lock. */
  private byte[] seal(MessageType type, String messageId, String inReplyTo, byte[] payload) {
    return session.seal(type.getNumber(), messageId, inReplyTo, settings.clock().millis(), payload);
  }

  private void close() {
    closing = true;
    Frames.close(channel);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    valve.writabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    heart.stop();
    if (oldAge != null) {
      oldAge.cancel(false);
    }
    boolean sound = authentic;
    news.tell(listener -> listener.lineClosed(session.id(), sound));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    close();
  }
}
