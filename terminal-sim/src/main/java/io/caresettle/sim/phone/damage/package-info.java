/**
 * Codes photographed badly, made by a seed.
 *
 * <p>{@link io.caresettle.sim.phone.damage.DamagedPictures} draws QR codes and Code 128 bar codes
 * and does to them what happens at counters: {@link io.caresettle.sim.phone.damage.Damage} names
 * seventeen kinds, each in three strengths. The right text of each picture is known, so readers can
 * be counted against each other. Nothing of a person is in them.
 */
@NullMarked
package io.caresettle.sim.phone.damage;

import org.jspecify.annotations.NullMarked;
