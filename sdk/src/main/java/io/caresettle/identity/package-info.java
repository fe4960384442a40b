/**
 * The real-name check (实名就医购药): credential, the centre's rolls and the institution's registration
 * must name the same person. A {@link io.caresettle.identity.Patient} can come from nowhere else,
 * so code that skips the check does not compile. A number that was typed or told is a document's
 * number, never a credential: no method takes it for one.
 *
 * <p>A card bears a name and a number, so three pairs are compared. A code bears neither: what it
 * proves is the centre's answer, and only that answer and the registration can be compared.
 * Documents are compared by kind and number. Names are compared character for character in
 * Unicode's NFC, and beyond that by a few documented rules of writing ({@link
 * io.caresettle.credential.NameMatch}), never by a guess; the verdict says on which rule a match
 * rests. Where a placeholder stands for a rare character, nobody can compare: that is a refusal of
 * its own, and its remedy is to put the registration right from the document, or to have the agency
 * correct the rolls.
 *
 * <p>A {@link io.caresettle.identity.Decision} is a pass or a stop, and both have a {@link
 * io.caresettle.identity.RealNameVerdict} for the record: which rules, which pairs, by what they
 * differed and never what stood there, who came for the patient, and what a device said of the
 * face. No face comparison is recorded as none; a face that does not agree stops.
 *
 * <p>A delegate (代办人) has shown two documents, the patient's and another one of their own, and buys
 * medicine: the texts let them do no more. Guardians act for minors and for people who cannot act,
 * with the same two documents and for anything. Long-term care checks at its start and at its end,
 * and both must be the same person. Somebody without a credential is taken in only in an emergency,
 * by a registration at the centre that is no patient of any fund.
 *
 * <p>A relative who pays from their account for the patient (家庭共济, R-ID-06) is a {@link
 * io.caresettle.identity.FamilyPayer}: a ticket for the account, and no patient. Paying with it
 * comes with a law that has such a step; no pack has one yet.
 *
 * <p>What no fund pays is agreed to line by line ({@link io.caresettle.identity.Consents}), for one
 * bill of one patient's visit, or an emergency lifts the need. {@link
 * io.caresettle.identity.ConsentCheck} looks before the trial, before the settlement, and before
 * other figures than the confirmed ones are taken.
 *
 * <p>A terminal's check remembers for minutes, in memory and by digest: three failures of one
 * credential or one visit within a quarter of an hour need a supervisor, refusals of the centre
 * included; one credential is not at two counters for two visits within two minutes; and what was
 * reported lost here stops here for a day, until the centre's own list has it. A card is known by
 * itself. A code lives a minute, so it is known by its owner as soon as the centre has named one.
 *
 * <p>What is not known here: which counties ever had a number (provinces only), check characters of
 * passports and permits, and the date of birth of somebody without a number, so that a counter has
 * to see itself whether a guardian's child is one.
 *
 * <p>Articles stand with each {@link io.caresettle.identity.IdentityRule}. That one can be left out
 * is for tests alone.
 */
@NullMarked
package io.caresettle.identity;

import org.jspecify.annotations.NullMarked;
