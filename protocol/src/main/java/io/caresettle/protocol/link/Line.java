package io.caresettle.protocol.link;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.envelope.OpenedEnvelope;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.session.TerminalHandshake;
import io.caresettle.protocol.wire.MessageType;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the centre, from its handshake to its end, and the calls in flight on it.
 *
 * <p>Sealing and writing happen under one lock, for sequences must reach the line in order. The
 * same lock guards the end, so that no call can slip onto a line that has just told its calls that
 * it is over.
 */
final class Line extends SimpleChannelInboundHandler<byte[]> {

  private final TerminalHandshake handshake;
  private final FrameDecoder decoder;
  private final LinkSettings settings;
  private final News news;
  private final CompletableFuture<Optional<Reply.NotSent>> opened = new CompletableFuture<>();
  private final Object lock = new Object();
  private final Map<String, Call> inFlight = new HashMap<>();
  private final long started = System.nanoTime();

  // Of the event loop alone.
  private TerminalHandshake.@Nullable Confirmed confirmed;

  // Written under the lock.
  private volatile @Nullable Channel channel;
  private volatile @Nullable Session session;
  private volatile boolean retired;
  private volatile boolean over;

  private volatile long lastHeard = started;

  Line(TerminalHandshake handshake, FrameDecoder decoder, LinkSettings settings, News news) {
    this.handshake = handshake;
    this.decoder = decoder;
    this.settings = settings;
    this.news = news;
  }

  /** Completes when calls can be sent, or with the reason why they never can. */
  CompletableFuture<Optional<Reply.NotSent>> opened() {
    return opened;
  }

  /** Whether a new call may wait for this line or be sent on it. */
  boolean takesCalls() {
    // Without the lock: a link asks while it holds its own.
    Session open = session;
    return !over && !retired && (open == null || !open.isExhausted());
  }

  /** Sends {@code call}, if there is still a line to send it on. */
  boolean send(Call call) {
    synchronized (lock) {
      if (over || retired || session == null || channel == null || session.isExhausted()) {
        return false;
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
      write(session, channel, call);
    }
    return true;
  }

  private void write(Session open, Channel to, Call call) {
    byte[] frame =
        open.seal(
            call.type().getNumber(),
            call.messageId(),
            "",
            settings.clock().millis(),
            call.payload());
    news.tell(
        listener ->
            listener.sent(call.type(), call.messageId(), call.payload().length, frame.length));
    Frames.send(
        to,
        Frames.encode(frame),
        written -> {
          if (!written.isSuccess()) {
            end(Reply.NoAnswer.Why.LINE_CLOSED, "The line broke while a message was written");
          }
        });
  }

  private void forget(Call call) {
    synchronized (lock) {
      inFlight.remove(call.messageId(), call);
    }
  }

  /** A call sent at {@code sentAt} had no answer in time: is anybody there at all? */
  private void suspect(long sentAt) {
    synchronized (lock) {
      if (retired || over || channel == null || lastHeard - sentAt >= 0) {
        return;
      }
      retired = true;
      var unused =
          channel
              .eventLoop()
              .schedule(
                  () -> end(Reply.NoAnswer.Why.LINE_CLOSED, "The line stayed silent"),
                  settings.keepSilentLine().toNanos(),
                  TimeUnit.NANOSECONDS);
    }
  }

  /** There will be no connection. */
  void unreachable(String text) {
    opened.complete(Optional.of(new Reply.NotSent(Reply.NotSent.Why.UNREACHABLE, text)));
    end(Reply.NoAnswer.Why.LINE_CLOSED, text);
  }

  /** Ends this line because the link ends. */
  void linkClosed(String text) {
    opened.complete(Optional.of(new Reply.NotSent(Reply.NotSent.Why.LINK_CLOSED, text)));
    end(Reply.NoAnswer.Why.LINK_CLOSED, text);
  }

  /** Ends the session on this line, if there is one: whoever holds its keys sent a forgery. */
  void distrusted() {
    if (opened.isDone()) {
      notAuthentic();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    boolean tooLate;
    synchronized (lock) {
      channel = context.channel();
      tooLate = over;
    }
    if (tooLate) {
      Frames.close(context.channel());
      return;
    }
    var unused =
        context
            .executor()
            .schedule(
                () -> handshakeBroken("The centre did not finish the handshake in time"),
                settings.handshake().toNanos(),
                TimeUnit.NANOSECONDS);
    Frames.send(context.channel(), handshake.hello());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] frame) {
    try {
      if (opened.isDone()) {
        receive(frame);
      } else if (confirmed == null) {
        confirmed = handshake.confirm(frame);
        Frames.send(context.channel(), confirmed.frame());
      } else {
        open(confirmed.ready(frame));
      }
    } catch (CertificateRefused e) {
      refused(Reply.NotSent.Why.CERTIFICATE_REFUSED, e.getMessage());
    } catch (VersionRefused e) {
      refused(Reply.NotSent.Why.OTHER_VERSION, e.getMessage());
    } catch (NotAuthentic e) {
      notAuthentic();
    }
  }

  private void refused(Reply.NotSent.Why why, String text) {
    opened.complete(Optional.of(new Reply.NotSent(why, text)));
    end(Reply.NoAnswer.Why.NOT_AUTHENTIC, text);
  }

  private void open(Session ready) {
    decoder.sessionOpened();
    lastHeard = System.nanoTime();
    Duration took = Duration.ofNanos(lastHeard - started);
    synchronized (lock) {
      session = ready;
    }
    news.tell(listener -> listener.sessionOpened(ready.id(), ready.peer().partyId(), took));
    opened.complete(Optional.empty());
  }

  private void receive(byte[] frame) {
    Session open;
    synchronized (lock) {
      if (over || session == null) {
        return;
      }
      open = session;
    }
    OpenedEnvelope envelope = open.open(frame);
    lastHeard = System.nanoTime();
    var header = envelope.header();
    MessageType known = MessageType.forNumber(header.messageType());
    MessageType type = known == null ? MessageType.UNRECOGNIZED : known;
    news.tell(
        listener ->
            listener.received(
                type,
                header.messageId(),
                header.inReplyTo(),
                envelope.payload().size(),
                frame.length));
    Reply.Answered answer =
        new Reply.Answered(
            type,
            header.messageId(),
            envelope.payload(),
            Instant.ofEpochMilli(header.timeMillis()),
            open.peer().identity());
    Call call;
    synchronized (lock) {
      call = inFlight.get(header.inReplyTo());
    }
    if (call == null || !call.end(answer)) {
      news.tell(listener -> listener.lateAnswer(header.inReplyTo(), answer));
    }
  }

  private void handshakeBroken(String text) {
    boolean broken =
        opened.complete(Optional.of(new Reply.NotSent(Reply.NotSent.Why.HANDSHAKE_BROKEN, text)));
    if (broken) {
      end(Reply.NoAnswer.Why.LINE_CLOSED, text);
    }
  }

  private void notAuthentic() {
    opened.complete(
        Optional.of(
            new Reply.NotSent(
                Reply.NotSent.Why.NOT_THE_CENTRE,
                "Whoever answered did not prove to be the centre that is meant: check the address, and tell"
                    + " security")));
    end(
        Reply.NoAnswer.Why.NOT_AUTHENTIC,
        "Something came that is not authentic: the session is closed, tell security");
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    handshakeBroken("The line was closed in the handshake: the centre may not know this terminal");
    end(Reply.NoAnswer.Why.LINE_CLOSED, "The line was closed before the answer");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof DecoderException) {
      notAuthentic();
    } else {
      handshakeBroken("The line broke in the handshake");
      end(Reply.NoAnswer.Why.LINE_CLOSED, "The line broke before the answer");
    }
  }

  private void end(Reply.NoAnswer.Why why, String text) {
    List<Call> ended;
    @Nullable Channel toClose;
    @Nullable Session was;
    synchronized (lock) {
      if (over) {
        return;
      }
      over = true;
      ended = List.copyOf(inFlight.values());
      inFlight.clear();
      toClose = channel;
      was = session;
    }
    if (toClose != null) {
      Frames.close(toClose);
    }
    for (Call call : ended) {
      call.end(new Reply.NoAnswer(why, text));
    }
    if (was != null) {
      String id = was.id();
      news.tell(listener -> listener.lineClosed(id, why != Reply.NoAnswer.Why.NOT_AUTHENTIC));
    }
  }
}
