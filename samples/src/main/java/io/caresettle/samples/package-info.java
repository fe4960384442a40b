/**
 * Small programs to copy. Each runs against the simulator, uses public types only, and is run by a
 * test.
 */
@NullMarked
package io.caresettle.samples;

import org.jspecify.annotations.NullMarked;
