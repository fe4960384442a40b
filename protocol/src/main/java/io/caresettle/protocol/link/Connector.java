package io.caresettle.protocol.link;

import io.caresettle.protocol.session.TerminalHandshake;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Makes one line to one address: name, connection, TLS where it is due, handshake. */
final class Connector implements Dialler.Dial {

  private final EventLoop loop;
  private final Executor slow;
  private final Supplier<TerminalHandshake> handshakes;
  private final LinkSettings settings;
  private final News news;

  /**
   * @param loop what serves the lines
   * @param slow what resolves names and checks certificates
   * @param handshakes makes the terminal's part of a handshake
   */
  Connector(
      EventLoop loop,
      Executor slow,
      Supplier<TerminalHandshake> handshakes,
      LinkSettings settings,
      News news) {
    this.loop = loop;
    this.slow = slow;
    this.handshakes = handshakes;
    this.settings = settings;
    this.news = news;
  }

  @Override
  public CompletableFuture<Dialled> dial(InetSocketAddress address, Line.Keeper keeper) {
    CompletableFuture<Dialled> dialled = new CompletableFuture<>();
    if (address.isUnresolved()) {
      resolve(address, dialled, keeper);
    } else {
      connect(address, address, dialled, keeper);
    }
    return dialled;
  }

  /** Names are looked up anew each time, and never by the thread that serves lines. */
  private void resolve(
      InetSocketAddress named, CompletableFuture<Dialled> dialled, Line.Keeper keeper) {
    Reply.NotSent unknown =
        unreachable(
            "The name of " + named + " leads nowhere: check it, and this machine's network");
    var timer =
        loop.schedule(
            () -> dialled.complete(new Dialled.Failed(unknown)),
            settings.connect().toNanos(),
            TimeUnit.NANOSECONDS);
    slow.execute(
        () -> {
          InetSocketAddress found;
          try {
            found =
                new InetSocketAddress(
                    InetAddress.getByName(named.getHostString()), named.getPort());
          } catch (UnknownHostException e) {
            loop.execute(() -> dialled.complete(new Dialled.Failed(unknown)));
            return;
          }
          loop.execute(
              () -> {
                timer.cancel(false);
                if (!dialled.isDone()) {
                  connect(named, found, dialled, keeper);
                }
              });
        });
  }

  private void connect(
      InetSocketAddress named,
      InetSocketAddress found,
      CompletableFuture<Dialled> dialled,
      Line.Keeper keeper) {
    Optional<SSLContext> tls = Tls.context(named, settings.tls());
    TerminalHandshaker handshaker =
        new TerminalHandshaker(
            handshakes.get(), named, tls.isPresent(), settings, news, keeper, dialled);
    var connecting =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.WRITE_BUFFER_WATER_MARK, mostUnwritten())
            .option(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                (int) Math.min(Integer.MAX_VALUE, Math.max(1, settings.connect().toMillis())))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    tls.ifPresent(
                        context -> channel.pipeline().addLast(Tls.terminal(context, named, slow)));
                    channel.pipeline().addLast(Frames.gathering(), new FrameDecoder(), handshaker);
                  }
                })
            .connect(found);
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            Reply.NotSent reason =
                unreachable("Nobody accepts lines at " + named + ": is the centre running?");
            dialled.complete(new Dialled.Failed(reason));
          }
        });
    var unused =
        dialled.whenComplete(
            (done, cancelled) -> {
              if (cancelled != null) {
                Frames.close(connecting.channel());
              }
            });
  }

  /** A line that takes no bytes holds no more than all calls in flight together may. */
  private WriteBufferWaterMark mostUnwritten() {
    int most = (int) Math.min(Integer.MAX_VALUE, settings.maxInFlightBytes());
    return new WriteBufferWaterMark(most / 2, most);
  }

  private static Reply.NotSent unreachable(String text) {
    return new Reply.NotSent(Reply.NotSent.Why.UNREACHABLE, text);
  }
}
