package io.caresettle.protocol.link;

import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether a message can leave now, asked before anything is made durable for it.
 *
 * <p>Close it when it is no longer needed, used or not: a place that is kept is one less for
 * others.
 */
public sealed interface Reservation extends AutoCloseable {

  /** Nothing can leave now, and this is why. */
  record Refused(Reply.NotSent reason) implements Reservation {
    @Override
    public void close() {}
  }

  /**
   * A place in flight, and a session that was open when it was taken. Good for one exchange.
   *
   * <p>The session may break before it is used. The exchange looks for another one then, as any
   * exchange does.
   */
  final class Place implements Reservation {

    private final Link link;
    private final AtomicReference<Places.@Nullable Place> place;

    Place(Link link, Places.Place place) {
      this.link = link;
      this.place = new AtomicReference<>(place);
    }

    /**
     * Sends one message and waits for its answer, as {@link Link#exchange} does.
     *
     * @throws IllegalStateException if this place was used or given back before
     */
    public Reply exchange(MessageType type, String messageId, byte[] payload, Duration deadline) {
      return link.exchange(Optional.of(take(type, messageId)), type, messageId, payload, deadline);
    }

    /** The same without waiting, as {@link Link#exchangeAsync} does. */
    public CompletionStage<Reply> exchangeAsync(
        MessageType type, String messageId, byte[] payload, Duration deadline) {
      return link.exchangeAsync(
          Optional.of(take(type, messageId)), type, messageId, payload, deadline);
    }

    private Places.Place take(MessageType type, String messageId) {
      Exchanges.require(type, messageId);
      Places.Place taken = place.getAndSet(null);
      if (taken == null) {
        throw new IllegalStateException(
            "This place was used or given back before: reserve one for each exchange");
      }
      return taken;
    }

    /** Gives the place back, if it was not used. */
    @Override
    public void close() {
      Places.Place unused = place.getAndSet(null);
      if (unused != null) {
        unused.giveBack();
      }
    }
  }

  @Override
  void close();
}
