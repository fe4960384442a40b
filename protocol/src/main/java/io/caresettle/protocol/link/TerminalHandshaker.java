package io.caresettle.protocol.link;

import io.caresettle.protocol.CertificateRefused;
import io.caresettle.protocol.NotAuthentic;
import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.session.Session;
import io.caresettle.protocol.session.TerminalHandshake;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A terminal's first words on a connection. When both parties have proved themselves it leaves its
 * place to a {@link Line}.
 */
final class TerminalHandshaker extends SimpleChannelInboundHandler<byte[]> {

  private final TerminalHandshake handshake;
  private final InetSocketAddress address;
  private final boolean tls;
  private final LinkSettings settings;
  private final News news;
  private final Line.Keeper keeper;
  private final CompletableFuture<Dialled> dialled;

  private TerminalHandshake.@Nullable Confirmed confirmed;

  /**
   * @param tls whether to wait for the layer beneath before the first word
   * @param keeper to whom the line belongs that comes of it
   * @param dialled completed with what becomes of it, on the event loop
   */
  TerminalHandshaker(
      TerminalHandshake handshake,
      InetSocketAddress address,
      boolean tls,
      LinkSettings settings,
      News news,
      Line.Keeper keeper,
      CompletableFuture<Dialled> dialled) {
    this.handshake = handshake;
    this.address = address;
    this.tls = tls;
    this.settings = settings;
    this.news = news;
    this.keeper = keeper;
    this.dialled = dialled;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    var timer =
        context
            .executor()
            .schedule(
                () ->
                    broken(
                        context.channel(),
                        "Whoever is at "
                            + address
                            + " did not finish the handshake in "
                            + Waits.shortened(settings.handshake()).toMillis()
                            + " ms: is it the centre's port?"),
                Waits.nanos(settings.handshake()),
                TimeUnit.NANOSECONDS);
    var unused = dialled.whenComplete((done, never) -> timer.cancel(false));
    if (!tls) {
      Frames.send(context.channel(), handshake.hello());
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SslHandshakeCompletionEvent layer) {
      if (layer.isSuccess()) {
        Frames.send(context.channel(), handshake.hello());
      } else {
        fail(context.channel(), Tls.failed(address, layer.cause()));
      }
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] frame) {
    if (dialled.isDone()) {
      return;
    }
    try {
      if (confirmed == null) {
        confirmed = handshake.confirm(frame);
        Frames.send(context.channel(), confirmed.frame());
      } else {
        open(context, confirmed.ready(frame));
      }
    } catch (CertificateRefused e) {
      refused(
          context.channel(),
          e.kind().isSuspicious()
              ? Reply.NotSent.Why.NOT_THE_CENTRE
              : Reply.NotSent.Why.CERTIFICATE_REFUSED,
          e);
    } catch (VersionRefused e) {
      refused(context.channel(), Reply.NotSent.Why.OTHER_VERSION, e);
    } catch (NotAuthentic e) {
      notTheCentre(context.channel());
    }
  }

  private void open(ChannelHandlerContext context, Session ready) {
    context.pipeline().get(FrameDecoder.class).sessionOpened();
    Line line = new Line(context.channel(), ready, settings, news, keeper);
    context.pipeline().replace(this, "line", line);
    if (!dialled.complete(new Dialled.Opened(line))) {
      Frames.close(context.channel());
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    broken(
        context.channel(),
        "The line to "
            + address
            + " was closed in the handshake: the centre may not know this terminal, or expect TLS");
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (Tls.isToBlame(cause)) {
      fail(context.channel(), Tls.failed(address, cause));
    } else if (cause instanceof CorruptedFrameException) {
      notTheCentre(context.channel());
    } else {
      broken(context.channel(), "The line to " + address + " broke in the handshake");
    }
  }

  private void refused(Channel channel, Reply.NotSent.Why why, ProtocolException reason) {
    fail(channel, new Reply.NotSent(why, "At " + address + ": " + reason.getMessage()));
  }

  private void notTheCentre(Channel channel) {
    fail(
        channel,
        new Reply.NotSent(
            Reply.NotSent.Why.NOT_THE_CENTRE,
            "Whoever answered at "
                + address
                + " did not prove to be the centre that is meant: check the address, and tell"
                + " security"));
  }

  private void broken(Channel channel, String text) {
    fail(channel, new Reply.NotSent(Reply.NotSent.Why.HANDSHAKE_BROKEN, text));
  }

  private void fail(Channel channel, Reply.NotSent reason) {
    if (dialled.complete(new Dialled.Failed(reason))) {
      Frames.close(channel);
    }
  }
}
