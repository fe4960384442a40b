package io.caresettle.settlement;

import java.time.Clock;
import java.time.Duration;
import java.util.function.IntConsumer;

/**
 * What a settler needs beside the centre and the journal.
 *
 * @param clock this terminal's wall clock; it only ever becomes data
 * @param keepFor how long after its own deadline an unanswered bill is wanted, unless somebody says
 *     otherwise
 * @param within the deadline of each query and reversal
 * @param turns when, and on which threads, everything is done
 * @param unresolved hears how many bills the resolver owns
 */
public record SettlerSettings(
    Clock clock,
    CentreClock centreClock,
    Duration keepFor,
    Duration within,
    Backoff backoff,
    Turns turns,
    IntConsumer unresolved) {}
