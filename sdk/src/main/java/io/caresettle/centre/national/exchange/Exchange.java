package io.caresettle.centre.national.exchange;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.envelope.Outgoing;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** One request sent once, and what became of it: over a line, or wherever else a platform is. */
@FunctionalInterface
public interface Exchange {

  /** Sends once, and says within {@code deadline} what became of it. */
  CompletionStage<Reply<Incoming>> send(Outgoing request, Duration deadline);
}
