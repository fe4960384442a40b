package io.caresettle.centre;

/**
 * Who asks, and for whose visit.
 *
 * @param visitNumber the institution's own number of the visit
 * @param terminalSlot 0 to 99, as at sign-in
 */
public record Asking(
    String institutionCode, int terminalSlot, String visitNumber, String operator) {}
