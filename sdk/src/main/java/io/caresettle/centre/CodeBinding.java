package io.caresettle.centre;

import java.time.Instant;

/**
 * What a national code is worth from now on: one person at one visit of one terminal.
 *
 * @param bindingId stands for the code in a look-up; it is worth nothing at another visit
 * @param expires what the centre said, for a screen; the centre alone decides by it
 * @param boundBefore whether nothing changed, because this visit had shown the code before
 */
public record CodeBinding(String bindingId, Instant expires, boolean boundBefore) {}
