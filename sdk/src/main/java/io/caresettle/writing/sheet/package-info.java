/**
 * A policy pack as a clerk checks it, line by line, against the texts on the desk.
 *
 * <p>{@link io.caresettle.writing.sheet.PackSheet} shows one day of a compiled pack: which texts it
 * rests on, each step in the order of computation, each number with its article, and what is
 * assumed, unknown or decided; of a pack about entitlement a row for each name. It is written once,
 * as blocks, and printed as HTML for paper or as Markdown for a review. {@link
 * io.caresettle.writing.sheet.PackDifference} says what differs between two packs.
 *
 * <p>Everything is read from the pack, so the sheet says what the engine computes and nothing else.
 * It quotes no sentence of a text: the clerk has the texts, and compares.
 */
@NullMarked
package io.caresettle.writing.sheet;

import org.jspecify.annotations.NullMarked;
