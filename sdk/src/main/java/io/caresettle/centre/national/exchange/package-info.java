/**
 * Requests on their way to a national gateway, and what became of them.
 *
 * <p>{@link io.caresettle.centre.national.exchange.NationalLine} sends by the HTTP client of the
 * JDK: nothing to install, kept with Java itself, TLS and client certificates from an {@code
 * SSLContext}, and it never repeats a POST by itself. A library of its own would have brought
 * nothing that is needed here. It follows no redirect and asks no system setting for a proxy, for
 * either would send a patient's data where nobody said.
 *
 * <p>What became of a request is a {@link io.caresettle.centre.Reply}. {@code NotSent} is said only
 * where no connection came about; from the first byte on, everything that is no readable answer is
 * {@code NoAnswer}: a status of 500, half an answer, an answer that comes after the deadline. What
 * a readable answer says is for {@link io.caresettle.centre.national.envelope.Verdict}.
 */
@NullMarked
package io.caresettle.centre.national.exchange;

import org.jspecify.annotations.NullMarked;
