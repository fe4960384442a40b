package io.caresettle.sdk;

import io.caresettle.settlement.Quote;
import io.caresettle.settlement.Refunding;
import java.util.Optional;

/**
 * A refund as far as it has come: what became of the old bill, and what the person is to confirm.
 *
 * @param quote of the remaining lines, to be confirmed and settled as any other; empty while the
 *     old bill may stand, and where the new one was begun already
 */
public record Refund(Refunding standing, Optional<Quote> quote) {}
