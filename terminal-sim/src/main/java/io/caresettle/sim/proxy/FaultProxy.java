package io.caresettle.sim.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A line to a centre that fails when it is told to. It listens on the loopback interface and
 * nowhere else.
 */
public final class FaultProxy implements AutoCloseable {

  private final EventLoopGroup loops;
  private final Channel door;
  private final NamedFaults named;

  private FaultProxy(EventLoopGroup loops, Channel door, NamedFaults named) {
    this.loops = loops;
    this.door = door;
    this.named = named;
  }

  /**
   * A proxy that passes everything on, until it is told otherwise.
   *
   * @param port 0 for a free one, see {@link #address()}
   * @throws UncheckedIOException when the port is taken
   */
  public static FaultProxy start(int port, InetSocketAddress centre, PassedListener listener) {
    NamedFaults named = new NamedFaults();
    return start(port, centre, named, named, listener);
  }

  /**
   * A proxy on which {@code perThousand} of a thousand pieces meet a fault by {@code seed}, and
   * none is asked for by name.
   */
  public static FaultProxy seeded(
      int port, InetSocketAddress centre, long seed, int perThousand, PassedListener listener) {
    return start(port, centre, new SeededFaults(seed, perThousand), new NamedFaults(), listener);
  }

  private static FaultProxy start(
      int port,
      InetSocketAddress centre,
      Faults faults,
      NamedFaults named,
      PassedListener listener) {
    EventLoopGroup loops =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("caresettle-proxy", true), NioIoHandler.newFactory());
    AtomicInteger lines = new AtomicInteger();
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.AUTO_READ, false)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel terminal) {
                    connect(terminal, centre, lines.incrementAndGet(), faults, listener);
                  }
                })
            .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      var unused = loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      throw new UncheckedIOException(
          new IOException("Cannot listen on port " + port + ": is it taken?", bound.cause()));
    }
    return new FaultProxy(loops, bound.channel(), named);
  }

  /** The centre's end of a new line, on the same thread. A centre that is away ends the line. */
  private static void connect(
      Channel terminal, InetSocketAddress to, int number, Faults faults, PassedListener listener) {
    var unused =
        new Bootstrap()
            .group(terminal.eventLoop())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(new ChannelInboundHandlerAdapter())
            .connect(to)
            .addListener(
                (ChannelFuture connected) -> {
                  if (connected.isSuccess()) {
                    new ProxiedLine(number, terminal, connected.channel(), faults, listener).open();
                  } else {
                    hangUp(terminal);
                  }
                });
  }

  private static void hangUp(Channel channel) {
    var unused = channel.close();
  }

  /**
   * Asks for a fault, such as {@code settle-answer#2 delay=5s}.
   *
   * @throws IllegalArgumentException when there is no such moment or fault; it says which there are
   */
  public void ask(String words) {
    FaultText.ask(named, words);
  }

  /** Where terminals find it. */
  public InetSocketAddress address() {
    return (InetSocketAddress) door.localAddress();
  }

  /** Accepts no more lines and cuts those that are there. */
  @Override
  public void close() {
    hangUp(door);
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
  }
}
