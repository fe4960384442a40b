package io.caresettle.protocol.link;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.wire.MessageType;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One terminal's connection, seen from the centre. Whatever is wrong with it closes it without a
 * word.
 */
final class CentreLine extends SimpleChannelInboundHandler<byte[]> {

  private final CentreHandshake handshake;
  private final FrameDecoder decoder;
  private final RequestHandler handler;
  private final Executor handling;
  private final LinkServerSettings settings;
  private final News news;
  private final AtomicInteger waiting = new AtomicInteger();
  private final long started = System.nanoTime();

  // Of the event loop alone.
  private CentreHandshake.@Nullable Responded responded;
  private @Nullable Session session;
  private boolean authentic = true;

  /** Answers are numbered and written under this lock: sequences must reach the line in order. */
  private final Object lock = new Object();

  private long answers;

  CentreLine(
      CentreHandshake handshake,
      FrameDecoder decoder,
      RequestHandler handler,
      Executor handling,
      LinkServerSettings settings,
      News news) {
    this.handshake = handshake;
    this.decoder = decoder;
    this.handler = handler;
    this.handling = handling;
    this.settings = settings;
    this.news = news;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    var unused =
        context
            .executor()
            .schedule(
                () -> {
                  if (session == null) {
                    Frames.close(context.channel());
                  }
                },
                settings.handshake().toNanos(),
                TimeUnit.NANOSECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] frame) {
    try {
      if (session != null) {
        receive(context.channel(), session, frame);
      } else if (responded == null) {
        responded = handshake.respond(frame);
        Frames.send(context.channel(), responded.frame());
      } else {
        open(context, responded.confirmedBy(frame));
      }
    } catch (VersionRefused e) {
      news.tell(listener -> listener.refused(e));
      Frames.send(
          context.channel(),
          Frames.encode(CentreHandshake.versions()),
          ChannelFutureListener.CLOSE);
    } catch (ProtocolException e) {
      if (session == null) {
        news.tell(listener -> listener.refused(e));
      }
      authentic = false;
      Frames.close(context.channel());
    }
  }

  private void open(ChannelHandlerContext context, Session confirmed) {
    session = confirmed;
    decoder.sessionOpened();
    byte[] ready = CentreHandshake.ready(confirmed, settings.clock().millis());
    Frames.send(context.channel(), ready);
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    news.tell(listener -> listener.sessionOpened(confirmed.id(), confirmed.peer().partyId(), took));
  }

  private void receive(Channel channel, Session open, byte[] frame) {
    // What arrived behind the frame that closed this line is still read, and must not be acted on.
    if (!channel.isActive()) {
      return;
    }
    OpenedEnvelope envelope = open.open(frame);
    var header = envelope.header();
    MessageType type = MessageType.forNumber(header.messageType());
    if (type == null || waiting.incrementAndGet() > settings.maxInFlight()) {
      Frames.close(channel);
      return;
    }
    int sealedBytes = frame.length;
    news.tell(
        listener ->
            listener.received(
                type,
                header.messageId(),
                header.inReplyTo(),
                envelope.payload().size(),
                sealedBytes));
    handling.execute(() -> handle(channel, open, type, header.messageId(), envelope.payload()));
  }

  private void handle(
      Channel channel, Session open, MessageType type, String messageId, Payload request) {
    boolean done = false;
    try {
      ServerAnswer answer = handler.handle(open.peer(), type, messageId, request);
      perform(channel, open, messageId, answer);
      done = true;
    } finally {
      waiting.decrementAndGet();
      if (!done) {
        Frames.close(channel);
      }
    }
  }

  private void perform(Channel channel, Session open, String messageId, ServerAnswer answer) {
    if (answer instanceof ServerAnswer.Answer sound) {
      write(channel, open, messageId, sound.type(), sound.payload(), Frames::send);
    } else if (answer instanceof ServerAnswer.Later later) {
      later
          .answer()
          .whenComplete(
              (then, failure) -> {
                if (failure == null) {
                  perform(channel, open, messageId, then);
                } else {
                  Frames.close(channel);
                }
              });
    } else if (answer instanceof ServerAnswer.LineClosed) {
      Frames.close(channel);
    } else if (answer instanceof ServerAnswer.ClosedMidFrame cut) {
      write(channel, open, messageId, cut.type(), cut.payload(), CentreLine::sendFirstHalf);
    } else if (answer instanceof ServerAnswer.BitTurned turned) {
      write(
          channel,
          open,
          messageId,
          turned.type(),
          turned.payload(),
          CentreLine::sendWithLastBitTurned);
    } else if (answer instanceof ServerAnswer.Garbage garbage) {
      Frames.send(channel, garbage.bytes().bytes());
    }
    // Silence: nothing at all.
  }

  private void write(
      Channel channel,
      Session open,
      String inReplyTo,
      MessageType type,
      Payload payload,
      Rendering rendering) {
    synchronized (lock) {
      if (open.isExhausted()) {
        Frames.close(channel);
        return;
      }
      String messageId = open.id() + "-" + ++answers;
      byte[] frame =
          open.seal(
              type.getNumber(), messageId, inReplyTo, settings.clock().millis(), payload.bytes());
      rendering.send(channel, frame);
      news.tell(listener -> listener.sent(type, messageId, payload.size(), frame.length));
    }
  }

  /** How a sealed answer gets onto the line, or does not. */
  @FunctionalInterface
  private interface Rendering {
    void send(Channel channel, byte[] frame);
  }

  private static void sendFirstHalf(Channel channel, byte[] frame) {
    ByteBuf whole = Frames.encode(frame);
    ByteBuf half = whole.slice(whole.readerIndex(), whole.readableBytes() / 2);
    Frames.send(channel, half, ChannelFutureListener.CLOSE);
  }

  private static void sendWithLastBitTurned(Channel channel, byte[] frame) {
    byte[] turned = frame.clone();
    turned[turned.length - 1] ^= 1;
    Frames.send(channel, turned);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (session != null) {
      String id = session.id();
      boolean sound = authentic;
      news.tell(listener -> listener.lineClosed(id, sound));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Frames.close(context.channel());
  }
}
