/**
 * What public sources say of the fields of the national interface, as data.
 *
 * <p>{@link io.caresettle.centre.national.field.FieldTables} holds every row of every source as it
 * was read: a field, its form and its flags, by transaction, direction and node. It decides
 * nothing. Sources disagree, and which one wins is for the profile of a province. {@link
 * io.caresettle.centre.national.field.CodeTables} holds the code tables that sources print.
 *
 * <p>A row is confirmed when some source shows the name of its node on the wire and its flag is
 * unambiguous. Empty flags mean not required or not stated.
 */
@NullMarked
package io.caresettle.centre.national.field;

import org.jspecify.annotations.NullMarked;
