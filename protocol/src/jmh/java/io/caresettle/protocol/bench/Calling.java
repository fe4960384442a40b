package io.caresettle.protocol.bench;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.link.Link;
import io.caresettle.protocol.link.LinkListener;
import io.caresettle.protocol.link.LinkServer;
import io.caresettle.protocol.link.LinkSettings;
import io.caresettle.protocol.link.Reply;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.SignedDocument;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * (b) A question and an answer of 370 bytes over loopback without signatures, 16 in flight, beside
 * Netty and protobuf with and without the four operations of SM4-GCM that it takes, and beside
 * grpc-java, which encrypts nothing.
 */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH calls open first.
public class Calling {

  private static final int IN_FLIGHT = 16;
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final SignedDocument request =
      SignedDocument.newBuilder().setDocument(ByteString.copyFrom(new byte[370])).build();

  private Ours ours;
  private Peer plain;
  private Peer sealed;
  private GrpcPeer grpc;
  private long next;

  @Setup
  public void open() throws InterruptedException {
    ours = new Ours();
    plain = new Peer(false);
    sealed = new Peer(true);
    grpc = new GrpcPeer();
  }

  @TearDown
  public void close() {
    ours.close();
    plain.close();
    sealed.close();
    grpc.close();
  }

  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public Object roundTrip() {
    List<CompletableFuture<SignedDocument>> answers = new ArrayList<>(IN_FLIGHT);
    for (int i = 0; i < IN_FLIGHT; i++) {
      answers.add(ours.call("H123456789012026112408" + next++, request));
    }
    return all(answers);
  }

  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public Object nettyAndProtobufAndFourGcm() {
    return all(sealed::call);
  }

  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public Object nettyAndProtobuf() {
    return all(plain::call);
  }

  @Benchmark
  @OperationsPerInvocation(IN_FLIGHT)
  public Object grpc() {
    return all(grpc::call);
  }

  private Object all(Function<SignedDocument, CompletableFuture<SignedDocument>> peer) {
    List<CompletableFuture<SignedDocument>> answers = new ArrayList<>(IN_FLIGHT);
    for (int i = 0; i < IN_FLIGHT; i++) {
      answers.add(peer.apply(request));
    }
    return all(answers);
  }

  private static Object all(List<CompletableFuture<SignedDocument>> answers) {
    Object last = answers;
    for (CompletableFuture<SignedDocument> answer : answers) {
      last = answer.join();
    }
    return last;
  }

  /** A link and a centre that answers what it is asked. */
  private static final class Ours implements AutoCloseable {
    private static final String PHARMACY = "P00000000001";

    private final LinkServer centre;
    private final Link link;

    Ours() {
      TestAuthority authority = new TestAuthority(TrustProfile.TEST);
      centre =
          LinkServer.start(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
              authority.certified(Subject.centre("CENTRE")),
              authority.trust(),
              (terminal, type, id, question) ->
                  ServerAnswer.answer(
                      MessageType.SETTLE_ANSWER,
                      read(question.bytes()).toBuilder().setKeyId("answer").build().toByteArray()));
      link =
          Link.open(
              centre.address(),
              authority.certified(Subject.terminal("TILL-1", PHARMACY)),
              authority.trust(),
              "CENTRE",
              LinkSettings.standard(),
              LinkListener.NONE);
    }

    CompletableFuture<SignedDocument> call(String id, SignedDocument question) {
      return link.exchangeAsync(MessageType.SETTLE, id, question.toByteArray(), DEADLINE)
          .thenApply(reply -> read(((Reply.Answered) reply).payload().bytes()))
          .toCompletableFuture();
    }

    private static SignedDocument read(byte[] bytes) {
      try {
        return SignedDocument.parseFrom(bytes);
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() {
      link.close();
      centre.close();
    }
  }
}
