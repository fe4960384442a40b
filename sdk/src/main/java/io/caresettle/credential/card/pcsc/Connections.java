package io.caresettle.credential.card.pcsc;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.smartcardio.CardException;
import org.jspecify.annotations.Nullable;

/** Connections kept for whoever opens a slot next: the JDK has no way to close one. */
final class Connections {

  private final Provider provider;
  private final Deque<Provider.Connection> free = new ArrayDeque<>();

  Connections(Provider provider) {
    this.provider = provider;
  }

  boolean renew() {
    return provider.renews();
  }

  boolean repeat() {
    return provider.repeats();
  }

  Provider.Connection take() throws CardException {
    synchronized (free) {
      Provider.@Nullable Connection kept = free.poll();
      if (kept != null) {
        return kept;
      }
    }
    return provider.connect();
  }

  void giveBack(Provider.Connection unused) {
    synchronized (free) {
      free.push(unused);
    }
  }

  /** The service is gone, and every connection to it. */
  void forget() {
    synchronized (free) {
      free.clear();
    }
  }
}
