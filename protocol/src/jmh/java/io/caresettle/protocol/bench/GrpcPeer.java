package io.caresettle.protocol.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import io.caresettle.protocol.wire.SignedDocument;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** The same question and answer by grpc-java: unary, on its own threads, without TLS. */
final class GrpcPeer implements AutoCloseable {

  private static final MethodDescriptor<SignedDocument, SignedDocument> SETTLE =
      MethodDescriptor.<SignedDocument, SignedDocument>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("caresettle.Bench/Settle")
          .setRequestMarshaller(new Marshaller())
          .setResponseMarshaller(new Marshaller())
          .build();

  private final Server server;
  private final ManagedChannel channel;

  GrpcPeer() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try {
      server =
          NettyServerBuilder.forAddress(new InetSocketAddress(loopback, 0))
              .directExecutor()
              .addService(
                  ServerServiceDefinition.builder("caresettle.Bench")
                      .addMethod(SETTLE, ServerCalls.asyncUnaryCall(GrpcPeer::answer))
                      .build())
              .build()
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    channel =
        NettyChannelBuilder.forAddress(new InetSocketAddress(loopback, server.getPort()))
            .directExecutor()
            .usePlaintext()
            .build();
  }

  private static void answer(SignedDocument request, StreamObserver<SignedDocument> answers) {
    answers.onNext(request.toBuilder().setKeyId("answer").build());
    answers.onCompleted();
  }

  CompletableFuture<SignedDocument> call(SignedDocument request) {
    CompletableFuture<SignedDocument> answer = new CompletableFuture<>();
    ClientCalls.asyncUnaryCall(
        channel.newCall(SETTLE, CallOptions.DEFAULT),
        request,
        new StreamObserver<>() {
          @Override
          public void onNext(SignedDocument value) {
            answer.complete(value);
          }

          @Override
          public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answer;
  }

  @Override
  public void close() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  private static final class Marshaller implements MethodDescriptor.Marshaller<SignedDocument> {
    @Override
    public InputStream stream(SignedDocument value) {
      return new ByteArrayInputStream(value.toByteArray());
    }

    @Override
    public SignedDocument parse(InputStream stream) {
      try {
        return SignedDocument.parseFrom(stream);
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
