package io.caresettle.protocol.link;

import io.caresettle.protocol.ProtocolException;
import io.caresettle.protocol.wire.MessageType;
import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * Sees what passes over a line, and never what is in it.
 *
 * <p>Calls come one at a time and in order, on a thread of the link. Whoever keeps it waiting keeps
 * the next news waiting, but no message; when thousands wait, what is only counted ({@link #sent},
 * {@link #received}, {@link #refused}) is left out. Heartbeats are no news.
 */
public interface LinkListener {

  /** A listener that does not listen. */
  LinkListener NONE = new LinkListener() {};

  /** Two parties have proved themselves to each other. */
  default void sessionOpened(String sessionId, String peerId, Duration handshake) {}

  /** The session that is opened next is with the centre at this address. */
  default void addressReached(InetSocketAddress address) {}

  /**
   * There is no session with the centre at this address; the next one is tried, if there is one.
   */
  default void addressFailed(InetSocketAddress address, Reply.NotSent reason) {}

  /** There is no line, and all addresses are tried again after {@code pause}. */
  default void reconnecting(Duration pause) {}

  /**
   * Somebody called and was not let in. The reason stays on this side; the other end sees a line
   * that closes.
   */
  default void refused(ProtocolException reason) {}

  /** A message was given to the line. */
  default void sent(MessageType type, String messageId, int plainBytes, int sealedBytes) {}

  /**
   * An authentic message came.
   *
   * @param inReplyTo the message that it answers; empty in a request
   */
  default void received(
      MessageType type, String messageId, String inReplyTo, int plainBytes, int sealedBytes) {}

  /**
   * An authentic answer came for which nobody waits any more. This is the only place where it
   * appears: a receipt in it is as good as one that came in time.
   */
  default void lateAnswer(String inReplyTo, Reply.Answered answer) {}

  /** A line ended. {@code authentic} is false if it was closed because something was not. */
  default void lineClosed(String sessionId, boolean authentic) {}
}
