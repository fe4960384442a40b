/**
 * A visit of several calls, undone call by call.
 *
 * <p>Some visits are more than one settlement: a registration, lines, trace codes, a prescription
 * written off. Of each kind of call a table says how it is undone, what must be undone before it,
 * and what a repeat does ({@code StepKind}); the calls of a visit are kept in the order in which
 * they were begun ({@code VisitSteps}), and {@code Compensation} says what is to be done next. It
 * is pure: whoever drives it makes the intent durable, sends, and tells what became of it.
 *
 * <p>The rules, each with a test of its name:
 *
 * <ul>
 *   <li>Nothing is undone that a later step still needs.
 *   <li>A step of which nobody knows is undone as if it stood, where its undo can do no harm to
 *       what is not there; else it is asked for first, and never guessed.
 *   <li>An undo that can be told from its repeat is repeated until it is answered; one that cannot
 *       is asked for after it was sent without an answer, and only then sent again.
 *   <li>The newest money step goes first, unless something rests on it.
 *   <li>What only a person can undo is shown at the end, and holds up nothing else.
 * </ul>
 */
@NullMarked
package io.caresettle.settlement.visit;

import org.jspecify.annotations.NullMarked;
