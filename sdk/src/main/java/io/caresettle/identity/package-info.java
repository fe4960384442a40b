/**
 * The real-name check (实名就医购药): credential, the centre's rolls and the institution's registration
 * must name the same person. A {@link io.caresettle.identity.Patient} can come from nowhere else,
 * so code that skips the check does not compile.
 *
 * <p>Articles: JS 44; SZ 64; NT 39, 46, 48; HN 23; SH 46 (rules R-ID-01 to R-ID-05).
 */
@NullMarked
package io.caresettle.identity;

import org.jspecify.annotations.NullMarked;
