package io.caresettle.protocol.link;

import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.VersionRefused;
import io.caresettle.protocol.session.CentreHandshake;
import io.caresettle.protocol.session.Session;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A centre's first words to a stranger, who is closed without a word if anything is wrong or slow.
 * When both parties have proved themselves it leaves its place to a {@link CentreLine}.
 */
final class CentreHandshaker extends SimpleChannelInboundHandler<byte[]> {

  private final CentreHandshake handshake;
  private final LinkServerSettings settings;
  private final News news;
  private final Doorman doorman;
  private final BiFunction<Channel, Session, CentreLine> lines;
  private final long started = System.nanoTime();

  private CentreHandshake.@Nullable Responded responded;
  private boolean opened;

  // Not the same as a closed channel, which may be long in closing while TLS says good-bye.
  private boolean hungUp;

  /**
   * @param doorman knows whether there is room
   * @param lines makes the line of a session
   */
  CentreHandshaker(
      CentreHandshake handshake,
      LinkServerSettings settings,
      News news,
      Doorman doorman,
      BiFunction<Channel, Session, CentreLine> lines) {
    this.handshake = handshake;
    this.settings = settings;
    this.news = news;
    this.doorman = doorman;
    this.lines = lines;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    var unused =
        context
            .executor()
            .schedule(
                () -> {
                  if (!opened) {
                    hangUp(context);
                  }
                },
                Waits.nanos(settings.handshake()),
                TimeUnit.NANOSECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, byte[] frame) {
    if (hungUp) {
      return;
    }
    try {
      if (responded == null) {
        responded = handshake.respond(frame);
        Frames.send(context.channel(), responded.frame());
      } else {
        open(context, responded.confirmedBy(frame));
      }
    } catch (VersionRefused e) {
      hungUp = true;
      news.hint(listener -> listener.refused(e));
      Frames.send(
          context.channel(),
          Frames.encode(CentreHandshake.versions()),
          ChannelFutureListener.CLOSE);
    } catch (ProtocolException e) {
      news.hint(listener -> listener.refused(e));
      hangUp(context);
    }
  }

  private void open(ChannelHandlerContext context, Session confirmed) {
    if (!doorman.proved(context.channel())) {
      hangUp(context);
      return;
    }
    opened = true;
    context.pipeline().get(FrameDecoder.class).sessionOpened();
    Frames.send(context.channel(), CentreHandshake.ready(confirmed, settings.clock().millis()));
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    news.tell(listener -> listener.sessionOpened(confirmed.id(), confirmed.peer().partyId(), took));
    context.pipeline().replace(this, "line", lines.apply(context.channel(), confirmed));
  }

  private void hangUp(ChannelHandlerContext context) {
    hungUp = true;
    Frames.close(context.channel());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    hangUp(context);
  }
}
