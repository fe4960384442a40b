/**
 * The law of one area on one day, compiled: an immutable list of steps over {@code long} registers,
 * each with the article it rests on. Pure: no clock, no disk, no logging, nothing but {@code
 * java.base} and {@code money}.
 */
@NullMarked
package io.caresettle.policy.plan;

import org.jspecify.annotations.NullMarked;
