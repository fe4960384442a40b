/**
 * A pack as it travels: flat, resolved, immutable, and without a trace of YAML. What a nation or a
 * province gives is already in it; every word was checked when it was made.
 *
 * <p>A {@link io.caresettle.policy.compiled.CompiledPack} gives the plan of a day. Its bytes are
 * canonical: a pack has one form and no other, so a digest of it says which rules a till runs. The
 * reader takes nothing for granted, neither a length nor a word nor an order, and refuses what it
 * would have written otherwise ({@link io.caresettle.policy.compiled.MalformedPack}).
 *
 * <p>It keeps what a plan does not need and a clerk does: what a value describes, where its number
 * stands, which readings of the law were weighed and who decided.
 *
 * <p>Of entitlement it gives the rules of a day ({@link
 * io.caresettle.policy.plan.EntitlementRules}): every name with what is said of it, or that nobody
 * published it.
 *
 * <h2>The bytes</h2>
 *
 * <p>{@code CSPK}, the version (one byte), then header, values by name, steps in order. Version 1
 * is of benefits. Version 2 is of entitlement: a header without scheme, care and people, no steps,
 * and after each number of a value the words in which it is said. Numbers are big-endian; a text is
 * its length and UTF-8; a day counts from 1970-01-01; a word of the format is written as the word
 * itself, so a new word never changes what an old one means.
 */
@NullMarked
package io.caresettle.policy.compiled;

import org.jspecify.annotations.NullMarked;
