/**
 * The wire between a counter and a centre: messages, frames, sessions, envelopes, documents, keys.
 * It knows no law and no rule about money.
 */
@NullMarked
package io.caresettle.protocol;

import org.jspecify.annotations.NullMarked;
