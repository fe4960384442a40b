/**
 * Cards read through the real reader service: pcscd with the virtual readers of vpcd, the cards in
 * a process of their own. Where there is no pcscd these tests are skipped and say so; with
 * CARESETTLE_DEVICES=required they fail.
 */
@NullMarked
package io.caresettle.sim.pcsc;

import org.jspecify.annotations.NullMarked;
