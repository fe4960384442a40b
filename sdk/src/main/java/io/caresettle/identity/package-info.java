/**
 * The real-name check (实名就医购药): credential, the centre's rolls and the institution's registration
 * must name the same person. A {@link io.caresettle.identity.Patient} can come from nowhere else,
 * so code that skips the check does not compile.
 *
 * <p>A card bears a name and a number, so three pairs are compared. A code bears neither: what it
 * proves is the centre's answer, and only that answer and the registration can be compared. Names
 * are compared exactly in Unicode's NFC; a name that is written with another middle dot on the card
 * than in the registration is another name, and the registration is what is put right.
 *
 * <p>A refusal says which pair disagreed and whether by name or number, never what stood there. A
 * delegate (代办人) must have shown two documents, the patient's and another one of their own; whether
 * a delegate may do more than buy medicine is not decided here.
 *
 * <p>A relative who pays from their account for the patient (家庭共济, R-ID-06) is a {@link
 * io.caresettle.identity.FamilyPayer}: a ticket for the account, and no patient. Paying with it
 * comes with a law that has such a step; no pack has one yet.
 *
 * <p>Articles: JS 44; SZ 64; NT 39, 46, 48; HN 23; SH 46 (rules R-ID-01 to R-ID-07).
 */
@NullMarked
package io.caresettle.identity;

import org.jspecify.annotations.NullMarked;
