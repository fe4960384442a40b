/**
 * JSON of the national interface, read within bounds and written back.
 *
 * <p>A message is a tree of {@link io.caresettle.centre.national.message.Value}s, which keeps what
 * came: numbers as their digits, the order of the members, and members that nobody knows. A tree
 * and no records, because the field list is data, differs by province, and what a province adds
 * must survive from the answer into the journal.
 *
 * <p>{@link io.caresettle.centre.national.message.MessageText} reads: UTF-8 and nothing else, so
 * many bytes, levels and values and no more, each key once, no exponents. What is refused is told
 * with its place and never quoted, for a message is about a patient. {@link
 * io.caresettle.centre.national.message.Yuan} makes whole fen of amounts, and no binary fraction is
 * on the way.
 */
@NullMarked
package io.caresettle.centre.national.message;

import org.jspecify.annotations.NullMarked;
