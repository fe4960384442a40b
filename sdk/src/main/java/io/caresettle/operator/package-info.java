/**
 * Who does what at a counter, and who may (R-DATA-06, SZ 66).
 *
 * <p>An {@link io.caresettle.operator.Operator} is somebody of the institution's {@link
 * io.caresettle.operator.OperatorBook} with a role and a signing key of their own. A {@link
 * io.caresettle.operator.Shift} is the ticket to a counter; {@link io.caresettle.operator.Duty}
 * gives one out to whoever proves the key, and asks for it with every act. What a role may do is
 * one closed table, {@link io.caresettle.operator.OperatorRole}.
 *
 * <p>Each act is signed with SM2 over "CareSettle operator act v1", the journal's epoch, kind,
 * visit, operator, time and body, verified at once, and only then kept. An act says that an
 * operator asked for something; what became of it, the bill's own records say. The act names the
 * public key; that this key was the operator's is for the book or the certificate to say.
 *
 * <p>Several operators can be on duty at one terminal, each at counters of their own. A shift is
 * handed over when none of its counters has a patient; a patient in the middle of things is handed
 * over by name, from counter to operator, and that is an act of its own.
 */
@NullMarked
package io.caresettle.operator;

import org.jspecify.annotations.NullMarked;
