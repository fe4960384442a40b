/**
 * The demo: bills settled at simulated counters, every step shown as it happens.
 *
 * <p>A bill comes from a file ({@link io.caresettle.sim.demo.BillFile}); {@link
 * io.caresettle.sim.demo.Demo} takes it through the sdk exactly as a HIS or a POS would, step by
 * step, and hands what happened to the {@link io.caresettle.sim.demo.Screen} for people and to
 * {@link io.caresettle.sim.demo.DemoJson} for programs. It shows messages by type and size, never
 * by content.
 */
@NullMarked
package io.caresettle.sim.demo;

import org.jspecify.annotations.NullMarked;
