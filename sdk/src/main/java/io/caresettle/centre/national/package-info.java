/**
 * The national interface that every province runs: numbered transactions in JSON, from the side of
 * an institution.
 *
 * <p>Its fields are data and no classes, because sources disagree about them and provinces differ:
 * whoever writes a flow names the fields that it needs and lets the profile say how they are
 * called. A flow is made of these parts, in this order:
 *
 * <pre>{@code
 * Profile profile = Profiles.shipped("hunan");
 * Node input = Node.EMPTY.with("data", Node.EMPTY.with("psn_no", …).with("setl_id", …));
 * List<Finding> wrong = MessageCheck.sender(profile).input("2208", input);
 * Outgoing request = Outgoing.of(profile, sender, particulars, "2208", input);
 *   // now request.bytes() becomes durable, with request.messageId(); after a restart Outgoing.read
 * Reply<Incoming> reply = line.send(request, deadline) …
 * Verdict verdict = Verdict.of(profile, "2208", answer);
 * Optional<Long> cash = Yuan.fen(setlinfo, profile.wording().names("2208", "psn_cash_pay"));
 * }</pre>
 *
 * <ul>
 *   <li>{@code message}: trees of values, read within bounds; amounts as fen.
 *   <li>{@code field}: the rows of all sources, and the code tables.
 *   <li>{@code profile}: one province, and the layout of a message in it.
 *   <li>{@code check}: what is wrong with a message before it is sent.
 *   <li>{@code envelope}: requests, answers, the verdict on two levels, header authentication.
 *   <li>{@code exchange}: the line to a gateway. A {@link io.caresettle.centre.Reply} says what
 *       became of a request; only {@code NotSent} says that nothing left.
 *   <li>{@code call}: any one transaction that moves no money, checked and sent.
 *   <li>{@code mobile}: the signed and enciphered envelope of the mobile-payment centre.
 * </ul>
 *
 * <p>An adapter of the port {@link io.caresettle.centre.Centre} stands on these. It gives a refusal
 * the name of its {@link io.caresettle.centre.national.profile.ErrorText.Meaning} as code, so that
 * the undo profile of the settlement can be a table of those names; {@code LANDED_BEFORE} and
 * {@code UNKNOWN} are no refusals to it but no answer, and so is {@code Verdict.Unclear}.
 *
 * <p>Message ids are the journal's: institution, time and counter in thirty characters. Nothing in
 * here makes one, for an id that is made twice reverses another person's settlement.
 */
@NullMarked
package io.caresettle.centre.national;

import org.jspecify.annotations.NullMarked;
