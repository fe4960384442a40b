/**
 * Documents that prove, years later and without the session, who said what.
 *
 * <p>A settlement (of a bill or of long-term care), a reversal, a cancellation, a payment from an
 * account, the centre's receipts for them, a countersigned audit head and an enrolment are bytes
 * with an SM2 signature. What is signed is
 *
 * <pre>context (ASCII) ‖ 00 ‖ document</pre>
 *
 * <p>with the signing pair and the default user id of the standards, over SM3; the signature is r
 * and s, 64 bytes. The context says what the signature is for, so that a signature under a
 * settlement can never be shown under a reversal that happens to have the same bytes. Each context
 * has one type of message:
 *
 * <table>
 *   <caption>Contexts</caption>
 *   <tr><th>context</th><th>message</th><th>signer</th></tr>
 *   <tr><td>{@code CareSettle settlement v1}</td>
 *       <td>SettlementDocument</td><td>terminal</td></tr>
 *   <tr><td>{@code CareSettle settlement receipt v1}</td>
 *       <td>SettlementReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle reversal v1}</td>
 *       <td>ReversalDocument</td><td>terminal</td></tr>
 *   <tr><td>{@code CareSettle reversal receipt v1}</td>
 *       <td>ReversalReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle cancellation v1}</td>
 *       <td>CancelDocument</td><td>terminal</td></tr>
 *   <tr><td>{@code CareSettle cancellation receipt v1}</td>
 *       <td>CancellationReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle account payment v1}</td>
 *       <td>AccountPaymentDocument</td><td>terminal</td></tr>
 *   <tr><td>{@code CareSettle account payment receipt v1}</td>
 *       <td>AccountPaymentReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle enrolment receipt v1}</td>
 *       <td>EnrolmentReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle audit head v1}</td>
 *       <td>AuditHeadReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle care settlement v1}</td>
 *       <td>CareSettlementDocument</td><td>terminal</td></tr>
 *   <tr><td>{@code CareSettle care settlement receipt v1}</td>
 *       <td>CareSettlementReceipt</td><td>centre</td></tr>
 *   <tr><td>{@code CareSettle care cancellation v1}</td>
 *       <td>CareCancellationDocument</td><td>terminal</td></tr>
 *   <tr><td>{@code CareSettle care cancellation receipt v1}</td>
 *       <td>CareCancellationReceipt</td><td>centre</td></tr>
 * </table>
 *
 * <h2>Canonical bytes</h2>
 *
 * <p>A document is written one way only:
 *
 * <ul>
 *   <li>protobuf (proto3), fields in ascending order of their numbers, at every depth;
 *   <li>a number that is 0, a text, a byte string or a list that is empty, and a truth value that
 *       is false are left out; a message that is present is written, even if it is empty;
 *   <li>each field once, unless it is a list; the elements of a list in their order;
 *   <li>tags, lengths and numbers in as few bytes as they take; text in UTF-8;
 *   <li>nothing else: no map, no group, and no field that the context's version does not define.
 * </ul>
 *
 * <p>So a document never gains a field. What must say more is a new context, {@code … v2}, with a
 * new message, and a reader of v1 refuses it instead of leaving the new part out. Enum numbers may
 * be added: an older reader keeps them and sees them as unrecognised.
 *
 * <h2>Reading</h2>
 *
 * <p>{@link io.caresettle.protocol.document.Documents#read} checks in this order: the signature;
 * that the bytes are a message of the context's type, within the bounds of every message; that
 * writing it again gives the same bytes. The first failure is {@link
 * io.caresettle.protocol.NotAuthentic}, the others are {@link
 * io.caresettle.protocol.MessageRejected}: somebody did sign this, and whoever looks into it keeps
 * the bytes. The document travels and is kept exactly as it was signed.
 *
 * <p>The signature lies inside the sealed envelope: someone on the line sees neither document nor
 * signer. The envelope proves to the other end; the signature proves to anyone.
 *
 * <h2>Evidence</h2>
 *
 * <p>What leaves a journal to be verified by a stranger is one {@code Evidence} message: the signed
 * document, the text of its context ({@link
 * io.caresettle.protocol.document.DocumentContext#of(String)}), the certificates in DER, the
 * signer's signing certificate first and its authorities after it, and when the journal took the
 * document. The certificates come from the session in which the document was signed or received:
 * the journal keeps them once per key id, and the export puts them beside each document of that
 * key. {@link io.caresettle.protocol.document.EvidenceCheck} judges the certificates as of the time
 * that the document states: one that expired later still proves. That time is the signer's word,
 * and whoever has a stolen key can write any; so a document that its journal took only after the
 * revocation proves nothing, whatever it says, and neither does one of a signer who was revoked at
 * any time if it comes without its journal's time. The journal's time is as good as whoever kept
 * it: where an audit head that the centre countersigned lies above the record, the centre's time
 * bounds it, and can be given. Roots that came along are left aside; whoever verifies brings them.
 * The key id only helps to find the key; the signature does not cover it.
 */
@NullMarked
package io.caresettle.protocol.document;

import org.jspecify.annotations.NullMarked;
