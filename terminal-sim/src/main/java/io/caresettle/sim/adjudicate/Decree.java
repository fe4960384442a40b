package io.caresettle.sim.adjudicate;

/**
 * An emergency order as the centre reads it (JS 32): on its days its text goes before the pack of
 * one topic of its area.
 *
 * @param number by which it is named
 * @param replaces topic of the pack before which it goes
 * @param text of its pack
 */
public record Decree(String number, String replaces, String text) {}
