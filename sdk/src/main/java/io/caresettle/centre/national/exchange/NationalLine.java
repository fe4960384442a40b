package io.caresettle.centre.national.exchange;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.HeaderAuthentication;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.profile.Gateway;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

/** The way to one gateway. May be used by several threads; holds up nobody who waits. */
public final class NationalLine implements Exchange {

  private static final int GOOD = 200;

  /**
   * Where a gateway is and how it is reached.
   *
   * @param url with the whole path where all transactions share one, else what stands before the
   *     number
   * @param tls with the client's certificate where the gateway wants one; empty takes what Java
   *     trusts
   * @param proxy empty goes straight there
   * @param connecting how long connecting may take
   * @param limits how much of an answer is read
   */
  public record Address(
      URI url,
      Optional<SSLContext> tls,
      Optional<ProxySelector> proxy,
      Duration connecting,
      Limits limits) {

    /** A gateway as is usual. */
    public static Address of(URI url) {
      return new Address(
          url, Optional.empty(), Optional.empty(), Duration.ofSeconds(5), Limits.USUAL);
    }

    /** The same with these certificates. */
    public Address with(SSLContext certificates) {
      return new Address(url, Optional.of(certificates), proxy, connecting, limits);
    }

    /** The same where more of an answer is read, such as a catalogue's file. */
    public Address with(Limits more) {
      return new Address(url, tls, proxy, connecting, more);
    }
  }

  private final Address address;
  private final Gateway gateway;
  private final HeaderAuthentication authentication;
  private final InstantSource clock;
  private final HttpClient client;

  /**
   * @param clock what headers are stamped with
   */
  public NationalLine(
      Address address, Gateway gateway, HeaderAuthentication authentication, InstantSource clock) {
    this.address = address;
    this.gateway = gateway;
    this.authentication = authentication;
    this.clock = clock;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(address.connecting())
            .proxy(address.proxy().orElseGet(Straight::new));
    address.tls().ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  @Override
  public CompletionStage<Reply<Incoming>> send(Outgoing request, Duration deadline) {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(url(request.transaction()))
            .timeout(deadline)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.bytes()));
    authentication.headers(request, clock.instant()).forEach(post::setHeader);
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(post.build(), unused -> new BoundedBody(address.limits().bytes()));
    CompletableFuture<Reply<Incoming>> reply =
        exchange
            // The client's own time ends with the headers; a body may drip for ever.
            .copy()
            .orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
            .handle((answer, problem) -> problem == null ? read(answer) : failed(problem));
    return reply.whenComplete((unused, problem) -> exchange.cancel(true));
  }

  private URI url(String transaction) {
    return switch (gateway.path()) {
      case SINGLE -> address.url();
      case PER_TRANSACTION -> {
        String base = address.url().toString();
        yield URI.create(base.endsWith("/") ? base + transaction : base + '/' + transaction);
      }
    };
  }

  private Reply<Incoming> read(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != GOOD) {
      return new Reply.NoAnswer<>("网关返回状态 the gateway answered with status " + answer.statusCode());
    }
    try {
      return new Reply.Answered<>(Incoming.read(answer.body(), gateway, address.limits()));
    } catch (Unreadable e) {
      return new Reply.NoAnswer<>("答复无法读取 an answer that is no message: " + e.getMessage());
    }
  }

  private static Reply<Incoming> failed(Throwable problem) {
    Throwable cause = problem;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof SSLHandshakeException) {
      // Their certificate is refused before anything is sent. Ours is refused by an alert, which
      // with TLS 1.3 may come after the request.
      return new Reply.NotAuthentic<>(
          !isRefusedHere(cause), "TLS 握手失败 the TLS handshake failed: " + named(cause));
    }
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnresolvedAddressException) {
      return new Reply.NotSent<>("无法连接网关 no connection to the gateway: " + named(cause));
    }
    return cause instanceof TimeoutException || cause instanceof IOException
        ? new Reply.NoAnswer<>("未收到完整答复 no whole answer came: " + named(cause))
        : new Reply.NoAnswer<>("未知通信错误 something unforeseen: " + named(cause));
  }

  private static boolean isRefusedHere(Throwable handshake) {
    for (Throwable cause = handshake; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return true;
      }
    }
    return false;
  }

  private static String named(Throwable cause) {
    return cause.getClass().getSimpleName();
  }

  /** No proxy, whatever the system says. */
  private static final class Straight extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress where, IOException why) {
      // There is no other way to choose.
    }
  }
}
