/**
 * The twin of {@code reading}: text that is made for others. {@link io.caresettle.writing.Json}
 * writes JSON, and knows nothing else; {@link io.caresettle.writing.EstimateText} shows an estimate
 * to a patient and to a program; {@link io.caresettle.writing.Paper} lays lines out on the paper of
 * a slip. They live here so that {@code split} stays free of presentation.
 */
@NullMarked
package io.caresettle.writing;

import org.jspecify.annotations.NullMarked;
