/**
 * What a terminal bears: bills settled over the sealed wire with a durable journal, as many at a
 * time as is asked, and counted.
 *
 * <p>{@code load} stands a terminal and the simulated centre side by side in one process, on a
 * loopback port, with nothing left out: envelopes are sealed, documents signed, the journal's and
 * the centre's writes forced. A <em>bill</em> is a trial, a settlement and its acknowledgement; the
 * patient was identified before. The processor time is that of the whole process, so the centre's
 * share is in it; what a terminal alone costs is less.
 *
 * <p>A forced write is a commit of the journal. How many a bill costs is counted where the commits
 * are made; with several bills in flight, several share one.
 *
 * <p>With {@code --minutes} it goes on that long, over a bad line where {@code --fault-seed} says
 * so, asks what became of each bill whose answer was lost, and at the end looks whether both sides'
 * books agree, whether anything hangs, and whether the memory it needs has grown.
 */
@NullMarked
package io.caresettle.sim.load;

import org.jspecify.annotations.NullMarked;
