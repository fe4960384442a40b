/**
 * One bill, settled exactly once or not at all.
 *
 * <p>What can happen to a bill is a table, {@code Machine}: a state and an event give the records
 * to keep and the message to send, and nothing else. What a bill's state is, is the fold of its
 * records ({@code BillState}), so a restart knows what the process before it knew. {@link
 * io.caresettle.settlement.Settler} drives the table; {@code Resolver}, alone, owns the bills of
 * which nobody knows how they ended.
 *
 * <p>Nothing in here waits, and nothing has a thread: each bill in work is a {@code Case}, a queue
 * of tasks done one after the other by whoever comes; each call is a {@code Call} with a deadline
 * and a stage. When things are done is said by {@link io.caresettle.settlement.Turns}, and how they
 * reach the centre by {@link io.caresettle.settlement.Line}. With both in one queue of events, and
 * a journal in memory, all of it runs in one thread, in virtual time, and the same way each time.
 * Who wants to wait, waits for a stage.
 *
 * <p>The rules, each with a test of its name:
 *
 * <ul>
 *   <li>The intent is durable before the first byte is sent, and so is every reversal's. Either
 *       holds the signed message as it will be sent, and what is sent are those bytes; only a
 *       reversal signed with a key that the terminal lost since is signed and kept anew.
 *   <li>Before the intent the way to the centre is kept free: a centre that is away costs no
 *       record, and whoever waits for it holds up nobody else who asks for the bill.
 *   <li>Whatever signed receipt comes is kept, also one that decides nothing any more. Its signer's
 *       certificates are durable before it, in the journal and not in the record.
 *   <li>A bill is bound to its body for good: the same bill with other lines is a fault of the
 *       calling program, also after a refusal; a changed bill has a number of its own.
 *   <li>An attempt is bound to its quote. The same quote gives the same ending as often as it is
 *       asked, and only a fresh quote, after a refusal or a reversal, begins another attempt.
 *   <li>"Not found" is not failure: the message may still be on the wire. It is reversed, and the
 *       centre keeps a tombstone.
 *   <li>A reversal that was begun is finished: a late "settled" never wins against it. What the
 *       centre's refusal of it means is a table of the centre's {@link
 *       io.caresettle.settlement.UndoProfile}: undone, never arrived, cannot, or try again.
 *   <li>"Never arrived" is believed only when the message has outlived the centre's longest message
 *       life and two queries after that found nothing. Then it is presumed absent, its number is
 *       spent, and the day's details look once more ({@link io.caresettle.settlement.DayBook}).
 *   <li>What another process left open is taken up once it is known whose journal this is ({@link
 *       io.caresettle.settlement.Settler#waiting}); until then a wish is kept, and nothing is sent.
 *       What another till left is taken up when the journal gives it over, and a call at work is
 *       not disturbed.
 *   <li>What only the centre holds is listed as disputed, and never settled here.
 *   <li>What cannot be undone, what only one of both books holds, and what a restored copy of a
 *       journal holds open is disputed: told to a listener, listed as unfinished, and ended by a
 *       person or by the day's details, never by itself.
 *   <li>Other figures than were confirmed are decided on by someone, unless the profile takes so
 *       many fen or cancels; consent and leave are asked for all the same, and a discharge is never
 *       cancelled by itself.
 *   <li>What stands is cancelled by a document that is durable before it is sent, and repeated
 *       until the centre answers: then it stands no more, or as before. What was booked once is
 *       cancelled, and never reversed.
 *   <li>A refund is a cancellation that names the number under which the rest is settled anew, kept
 *       with its intent: whoever comes after a crash finds both ({@link
 *       io.caresettle.settlement.Refunding}).
 *   <li>Nobody waits for ever: whoever still does when all is closing is told how the bill stands,
 *       or that nothing was sent.
 *   <li>Nothing is printed before it is durable and, where the figures changed, decided.
 * </ul>
 *
 * <p>A quote carries the consents it was asked with, and a slip shows them line by line: who
 * agreed, in what form and up to what, or which emergency lifted the need.
 *
 * <p>A bill that is wanted until a time is wanted for that long by the wall clock, because the time
 * must outlive the process. A clock that jumps can therefore reverse a bill too early or too late;
 * neither loses money, and both are told. What was booked is not reversed by any clock, nor by a
 * silent line: it is disputed, and a person decides. The longest life of a message is counted from
 * the intent on by the centre's clock, which nobody can set here; where an intent was kept without
 * its time, by the wall clock. The process that began a reversal waits so long since then, too, by
 * its monotonic clock. A message that settles after all that is reopened by a late receipt or by
 * the day's details.
 *
 * <p>An answer that nobody waits for is kept unless it says what is known. Where the centre
 * contradicts itself, settling what it had refused or the other way round, the bill is disputed.
 */
@NullMarked
package io.caresettle.settlement;

import org.jspecify.annotations.NullMarked;
