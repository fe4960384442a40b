package io.caresettle.protocol.link;

import io.caresettle.protocol.certificate.CertifiedKeys;
import io.caresettle.protocol.certificate.Trust;
import io.caresettle.protocol.session.CentreHandshake;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flow.FlowControlHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A centre's end: it accepts lines, knows who is calling, and hands requests to a {@link
 * RequestHandler}.
 */
public final class LinkServer implements AutoCloseable {

  private final EventLoopGroup loops;
  private final ChannelGroup lines;
  private final Channel door;
  private final ExecutorService handling;
  private final News news;

  private LinkServer(
      EventLoopGroup loops, ChannelGroup lines, Channel door, ExecutorService handling, News news) {
    this.loops = loops;
    this.lines = lines;
    this.door = door;
    this.handling = handling;
    this.news = news;
  }

  /** Starts with the standard settings and nobody listening. */
  public static LinkServer start(
      InetSocketAddress address, CertifiedKeys own, Trust trust, RequestHandler handler) {
    return start(address, own, trust, handler, LinkServerSettings.standard(), LinkListener.NONE);
  }

  /**
   * Accepts lines at {@code address}; port 0 takes a free one, see {@link #address()}.
   *
   * <p>With a TLS context in the settings TLS lies beneath every line, on loopback as well.
   *
   * @throws IllegalArgumentException if {@code address} is not loopback and there is no TLS context
   * @throws UncheckedIOException if the address is taken
   */
  public static LinkServer start(
      InetSocketAddress address,
      CertifiedKeys own,
      Trust trust,
      RequestHandler handler,
      LinkServerSettings settings,
      LinkListener listener) {
    requireSecure(address, settings);
    CentreHandshake handshake =
        new CentreHandshake(own, trust, new SecureRandom(), settings.clock());
    News news = new News(listener, "caresettle-centre-news");
    ExecutorService handling = News.oneThread("caresettle-centre");
    EventLoopGroup loops = Frames.eventLoops("caresettle-centre-lines", 1);
    Doorman doorman = new Doorman(settings.maxLines(), settings.maxStrangers());
    ChannelGroup lines = new DefaultChannelGroup(loops.next());
    var binding =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(ChannelOption.SO_KEEPALIVE, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel line) {
                    if (!doorman.came(line)) {
                      Frames.close(line);
                      return;
                    }
                    lines.add(line);
                    settings.tls().ifPresent(tls -> line.pipeline().addLast(Tls.centre(tls)));
                    // What was read already waits before the handshaker, where a line may rest.
                    line.pipeline()
                        .addLast(
                            Frames.gathering(),
                            new FrameDecoder(),
                            new FlowControlHandler(),
                            new CentreHandshaker(
                                handshake,
                                settings,
                                news,
                                doorman,
                                (channel, session) ->
                                    new CentreLine(
                                        channel, session, handler, handling, settings, news)));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!binding.isSuccess()) {
      Frames.shutDown(loops);
      handling.shutdown();
      news.close();
      throw new UncheckedIOException(
          new IOException(
              "Cannot accept lines at " + address + ": is another centre running?",
              binding.cause()));
    }
    return new LinkServer(loops, lines, binding.channel(), handling, news);
  }

  private static void requireSecure(InetSocketAddress address, LinkServerSettings settings) {
    if (settings.tls().isEmpty() && !Tls.isLoopback(address)) {
      throw new IllegalArgumentException(
          address
              + " is not a loopback address: between machines TLS must lie beneath this protocol, so"
              + " give the settings an SSLContext");
    }
  }

  /** Where terminals find this centre. */
  public InetSocketAddress address() {
    return (InetSocketAddress) door.localAddress();
  }

  /** Cuts every line, as a network does that fails; new ones are accepted. */
  public void cutLines() {
    lines.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
  }

  /** Accepts no more lines and cuts those that are there. */
  @Override
  public void close() {
    door.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
    cutLines();
    Frames.shutDown(loops);
    handling.shutdown();
    news.close();
  }
}
