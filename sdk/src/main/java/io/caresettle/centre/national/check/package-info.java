/**
 * What is wrong with a message before it is sent, field by field.
 *
 * <p>{@link io.caresettle.centre.national.check.MessageCheck} holds a message against the layout of
 * a province. Everything that is wrong is said at once, each {@link
 * io.caresettle.centre.national.check.Finding} with its node, its field and what to do, in Chinese
 * with English beside it, and without quoting a value: a message is about a patient. A sender is
 * strict: what any reading requires, it fills in ({@code sender}). Whoever stands for the platform
 * insists on what the province requires and on nothing else ({@code platform}).
 *
 * <p>Only confirmed rows refuse. A length, a table or a field that no confirmed row states is
 * noted.
 */
@NullMarked
package io.caresettle.centre.national.check;

import org.jspecify.annotations.NullMarked;
