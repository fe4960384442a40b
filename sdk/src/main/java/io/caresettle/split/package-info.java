/**
 * Who pays what for one bill, to the fen. Pure: no clock, no disk, no logging, nothing but {@code
 * java.base}, {@code money} and {@code policy.plan}.
 */
@NullMarked
package io.caresettle.split;

import org.jspecify.annotations.NullMarked;
