/**
 * Documents that prove, years later and without the session, who said what.
 *
 * <p>A settlement, its receipt, a reversal and its receipt are bytes with an SM2 signature. What is
 * signed is
 *
 * <pre>context (ASCII) ‖ 00 ‖ document</pre>
 *
 * <p>with the signing pair and the default user id of the standards, over SM3; the signature is r
 * and s, 64 bytes. The context says what the signature is for, so that a signature under a
 * settlement can never be shown under a reversal that happens to have the same bytes:
 *
 * <ul>
 *   <li>{@code CareSettle settlement v1}
 *   <li>{@code CareSettle settlement receipt v1}
 *   <li>{@code CareSettle reversal v1}
 *   <li>{@code CareSettle reversal receipt v1}
 * </ul>
 *
 * <p>The document travels and is kept exactly as it was signed. Nobody serialises it again to
 * verify it: two writers of one protobuf message need not write the same bytes. Reading it is
 * verifying it: {@link io.caresettle.protocol.document.Documents#verify} is the only way to the
 * bytes.
 *
 * <p>The signature lies inside the sealed envelope: someone on the line sees neither document nor
 * signer. The envelope proves to the other end; the signature proves to anyone.
 */
@NullMarked
package io.caresettle.protocol.document;

import org.jspecify.annotations.NullMarked;
