package io.caresettle.centre.national.envelope;

import java.time.Instant;
import java.util.Map;

/**
 * How a gateway knows who sends: the headers that prove it. A province with a way of its own brings
 * its own.
 */
@FunctionalInterface
public interface HeaderAuthentication {

  /** The headers of one request, sent once, at this time. */
  Map<String, String> headers(Outgoing request, Instant at);
}
