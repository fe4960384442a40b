package io.caresettle.protocol.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import io.caresettle.protocol.wire.SignedDocument;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What one writes with Netty and protobuf when nobody may listen: a length, a correlation id, a
 * message. With {@code sealed} each of the four bodies on the way passes SM4-GCM on its event loop.
 */
final class Peer implements AutoCloseable {

  private static final int HEADER_BYTES = 74;

  private final EventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final Map<Long, CompletableFuture<SignedDocument>> waiting = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final Channel server;
  private final Channel client;
  private final UnaryOperator<byte[]> sealUp;
  private final UnaryOperator<byte[]> openDown;

  Peer(boolean sealed) throws InterruptedException {
    Bare.Gcm up = new Bare.Gcm(HEADER_BYTES, 0);
    Bare.Gcm down = new Bare.Gcm(HEADER_BYTES, 0);
    sealUp = sealed ? up::seal : UnaryOperator.identity();
    openDown = sealed ? down::open : UnaryOperator.identity();
    UnaryOperator<byte[]> openUp = sealed ? up::open : UnaryOperator.identity();
    UnaryOperator<byte[]> sealDown = sealed ? down::seal : UnaryOperator.identity();
    server =
        new ServerBootstrap()
            .group(loops)
            .channel(NioServerSocketChannel.class)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(pipeline(() -> new Answering(openUp, sealDown)))
            .bind(InetAddress.getLoopbackAddress(), 0)
            .sync()
            .channel();
    client =
        new Bootstrap()
            .group(loops)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(pipeline(Asking::new))
            .connect(server.localAddress())
            .sync()
            .channel();
  }

  CompletableFuture<SignedDocument> call(SignedDocument request) {
    long id = ids.incrementAndGet();
    CompletableFuture<SignedDocument> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    byte[] body = request.toByteArray();
    client
        .eventLoop()
        .execute(
            () -> {
              var unused =
                  client.writeAndFlush(frame(id, sealUp.apply(body)), client.voidPromise());
            });
    return answer;
  }

  private static ByteBuf frame(long id, byte[] body) {
    ByteBuf head = Unpooled.buffer(12).writeInt(8 + body.length).writeLong(id);
    return Unpooled.wrappedBuffer(head, Unpooled.wrappedBuffer(body));
  }

  private static SignedDocument read(byte[] body) {
    try {
      return SignedDocument.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] body(ByteBuf frame) {
    byte[] body = new byte[frame.readableBytes()];
    frame.readBytes(body);
    return body;
  }

  private static ChannelInitializer<SocketChannel> pipeline(
      Supplier<SimpleChannelInboundHandler<ByteBuf>> last) {
    return new ChannelInitializer<>() {
      @Override
      protected void initChannel(SocketChannel channel) {
        channel
            .pipeline()
            .addLast(new LengthFieldBasedFrameDecoder(1 << 20, 0, 4, 0, 4), last.get());
      }
    };
  }

  private static final class Answering extends SimpleChannelInboundHandler<ByteBuf> {
    private final UnaryOperator<byte[]> open;
    private final UnaryOperator<byte[]> seal;

    Answering(UnaryOperator<byte[]> open, UnaryOperator<byte[]> seal) {
      this.open = open;
      this.seal = seal;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
      long id = frame.readLong();
      SignedDocument request = read(open.apply(body(frame)));
      byte[] answer = request.toBuilder().setKeyId("answer").build().toByteArray();
      var unused = context.writeAndFlush(frame(id, seal.apply(answer)), context.voidPromise());
    }
  }

  private final class Asking extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf frame) {
      CompletableFuture<SignedDocument> answer = waiting.remove(frame.readLong());
      SignedDocument read = read(openDown.apply(body(frame)));
      if (answer != null) {
        answer.complete(read);
      }
    }
  }

  @Override
  public void close() {
    client.close().syncUninterruptibly();
    server.close().syncUninterruptibly();
    loops.shutdownGracefully().syncUninterruptibly();
  }
}
