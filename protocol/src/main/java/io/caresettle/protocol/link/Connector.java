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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Makes one line to one address: name, connection, TLS where it is due, handshake. */
final class Connector implements Dialler.Dial {

  /** Finds the machines that have a name. */
  @FunctionalInterface
  interface Directory {
    InetAddress[] find(String name) throws UnknownHostException;
  }

  /** How many machines of one name are tried; each may take as long as a connection may. */
  private static final int MOST_MACHINES = 4;

  private final EventLoop loop;
  private final Executor slow;
  private final Supplier<TerminalHandshake> handshakes;
  private final LinkSettings settings;
  private final News news;
  private final Directory directory;

  /**
   * @param loop what serves the lines
   * @param slow what resolves names and checks certificates
   * @param handshakes makes the terminal's part of a handshake
   * @param directory where names are looked up
   */
  Connector(
      EventLoop loop,
      Executor slow,
      Supplier<TerminalHandshake> handshakes,
      LinkSettings settings,
      News news,
      Directory directory) {
    this.loop = loop;
    this.slow = slow;
    this.handshakes = handshakes;
    this.settings = settings;
    this.news = news;
    this.directory = directory;
  }

  @Override
  public CompletableFuture<Dialled> dial(InetSocketAddress address, Line.Keeper keeper) {
    CompletableFuture<Dialled> dialled = new CompletableFuture<>();
    if (address.isUnresolved()) {
      resolve(address, dialled, keeper);
    } else {
      begin(address, List.of(address), dialled, keeper);
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
            Waits.nanos(settings.connect()),
            TimeUnit.NANOSECONDS);
    slow.execute(
        () -> {
          List<InetSocketAddress> found;
          try {
            found =
                Stream.of(directory.find(named.getHostString()))
                    .limit(MOST_MACHINES)
                    .map(machine -> new InetSocketAddress(machine, named.getPort()))
                    .toList();
          } catch (UnknownHostException | RuntimeException e) {
            loop.execute(() -> dialled.complete(new Dialled.Failed(unknown)));
            return;
          }
          loop.execute(
              () -> {
                timer.cancel(false);
                if (!dialled.isDone()) {
                  begin(named, found, dialled, keeper);
                }
              });
        });
  }

  /** Whatever goes wrong, the attempt has an end: nobody else would end it. */
  private void begin(
      InetSocketAddress named,
      List<InetSocketAddress> found,
      CompletableFuture<Dialled> dialled,
      Line.Keeper keeper) {
    try {
      connect(named, found, dialled, keeper);
    } catch (RuntimeException e) {
      Reply.NotSent reason =
          unreachable(
              "This machine could not begin a line to "
                  + named
                  + " ("
                  + e.getClass().getSimpleName()
                  + "): it needs a terminal's keys, and TLS where the centre is another machine");
      dialled.complete(new Dialled.Failed(reason));
    }
  }

  private void connect(
      InetSocketAddress named,
      List<InetSocketAddress> found,
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
                (int)
                    Math.min(
                        Integer.MAX_VALUE,
                        Math.max(1, Waits.shortened(settings.connect()).toMillis())))
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    tls.ifPresent(
                        context -> channel.pipeline().addLast(Tls.terminal(context, named, slow)));
                    channel.pipeline().addLast(Frames.gathering(), new FrameDecoder(), handshaker);
                  }
                })
            .connect(found.get(0));
    connecting.addListener(
        done -> {
          if (!done.isSuccess() && found.size() > 1 && !dialled.isDone()) {
            begin(named, found.subList(1, found.size()), dialled, keeper);
          } else if (!done.isSuccess()) {
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
