package io.caresettle.sim.worked;

/**
 * Something that came out otherwise than the example says.
 *
 * @param where the settlement's name, in an example of several
 */
public record Difference(String where, String amount, String expected, String found) {}
