package io.caresettle.protocol.link;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ImmediateExecutor;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;

/**
 * The layer beneath the frames, between machines: the JDK's TLS, of version 1.3 and no other.
 *
 * <p>It hides from the network who talks and how much, and is a second lock. The session on it
 * trusts nothing that it says.
 */
final class Tls {

  private static final String[] ONLY_1_3 = {"TLSv1.3"};

  private Tls() {}

  /** Whether bytes to {@code address} stay on this machine. A name may lead anywhere. */
  static boolean isLoopback(InetSocketAddress address) {
    return !address.isUnresolved() && address.getAddress().isLoopbackAddress();
  }

  /** What to use towards {@code address}; empty for loopback, unless it is wanted there as well. */
  static Optional<SSLContext> context(InetSocketAddress address, Optional<SSLContext> handedIn) {
    if (handedIn.isPresent() || isLoopback(address)) {
      return handedIn;
    }
    try {
      return Optional.of(SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(
          "This Java has no TLS of its own to reach "
              + address
              + ": hand in an SSLContext, or check the javax.net.ssl properties",
          e);
    }
  }

  /** The terminal's end, which insists that the certificate is for the host of {@code address}. */
  static SslHandler terminal(SSLContext context, InetSocketAddress address, Executor checking) {
    SSLEngine engine = context.createSSLEngine(address.getHostString(), address.getPort());
    engine.setUseClientMode(true);
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setProtocols(ONLY_1_3);
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
    return handler(engine, checking);
  }

  static SslHandler centre(SSLContext context) {
    SSLEngine engine = context.createSSLEngine();
    engine.setUseClientMode(false);
    engine.setEnabledProtocols(ONLY_1_3);
    // It checks no certificates, and its one signature is nothing beside the handshake above.
    return handler(engine, ImmediateExecutor.INSTANCE);
  }

  private static SslHandler handler(SSLEngine engine, Executor checking) {
    // Checking certificates may take its time: not on the thread that serves lines.
    SslHandler handler = new SslHandler(engine, checking);
    // Both ends have one clock for the whole handshake.
    handler.setHandshakeTimeoutMillis(0);
    return handler;
  }

  /** Whether a handshake broke in this layer. */
  static boolean isToBlame(Throwable cause) {
    return find(cause, SSLException.class);
  }

  /** Why there is no line to {@code address}, and whose turn it is. */
  static Reply.NotSent failed(InetSocketAddress address, Throwable cause) {
    return new Reply.NotSent(Reply.NotSent.Why.TLS, "No TLS with " + address + ": " + text(cause));
  }

  private static String text(Throwable cause) {
    if (find(cause, NotSslRecordException.class)) {
      return "whoever is there does not speak it. Check address and port; the centre's operators"
          + " know which port has TLS";
    } else if (find(cause, CertificateExpiredException.class)
        || find(cause, CertificateNotYetValidException.class)) {
      return "its certificate is not valid today. Check this machine's date; if it is right, the"
          + " centre's operators must renew the certificate";
    } else if (find(cause, CertPathBuilderException.class)
        || find(cause, CertPathValidatorException.class)) {
      return "its certificate is not one that this terminal trusts. Whoever runs this terminal must"
          + " install the centre's root; if it is installed, somebody else answers: tell security";
    } else if (find(cause, CertificateException.class)) {
      return "its certificate is for another host. Check the address; if it is right, the centre's"
          + " operators must name it in the certificate";
    } else if (find(cause, SSLException.class)) {
      return "the two do not agree. It must offer TLS 1.3, which is the centre's operators' turn,"
          + " and may want a certificate that this terminal does not show";
    }
    return "the line was closed while it was made. The centre's operators know whether this port has"
        + " TLS";
  }

  private static boolean find(Throwable thrown, Class<? extends Throwable> kind) {
    int depth = 0;
    for (Throwable t = thrown; t != null && depth < 16; t = t.getCause(), depth++) {
      if (kind.isInstance(t)) {
        return true;
      }
    }
    return false;
  }
}
