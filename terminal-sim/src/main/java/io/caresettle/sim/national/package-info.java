/**
 * The simulated platform as the national designated-institution interface (定点医药机构接口) has it: HTTP
 * and JSON, over the same books as the sealed protocol. Whoever builds a program for a hospital or
 * a pharmacy tests it here, whatever it is built with.
 *
 * <p>{@link io.caresettle.sim.national.NationalServer} listens on loopback beside a {@link
 * io.caresettle.sim.centre.CentreServer} and shares its desk. A settlement of one port is seen from
 * the other: by its number, in the day's totals, by what undid it. Each request is one transaction
 * of the books: the money, the visit's lines and the memory that this {@code msgid} was answered.
 * Money moves by the desk's own messages, under the {@code msgid} that the institution sent, signed
 * by the platform in its place; so there is one ledger, one adjudicator, one tombstone.
 *
 * <h2>What national fields become at the desk</h2>
 *
 * <ul>
 *   <li>{@code psn_no} is the centre's number of the person. {@code insutype} is the scheme (310
 *       employee, 390 resident), {@code insuplc_admdvs} the area of the enrolment; the fictitious
 *       area is 990000. {@code mdtrtarea_admvs} is only held against its form: the invented
 *       institutions have their place on the rolls.
 *   <li>{@code mdtrt_cert_type} 01 is a token that 1162 gave for a scanned code, 02 an identity
 *       number, 03 a card's number ({@code card_sn}, where it is sent, its identifier). Whoever
 *       settles without showing anything again is who was shown at 2201 or 2401.
 *   <li>{@code mdtrt_id} is the visit: M… of 2201, Z… of 2401, Y… of a pharmacy, where trials of
 *       one person are of one visit until it is settled. The bill is the visit and the {@code
 *       chrg_bchno}; of a stay or a sale there is one. {@code med_type} 11 to 13 is outpatient, 41
 *       pharmacy, 21 to 24, 28 and Hunan's four digits inpatient; what the simulated centre judges
 *       not is refused by name.
 *   <li>The day of service is the visit's {@code begntime}; a stay ends with 2402. {@code
 *       med_list_codg} is a code of the invented catalogue ({@code 1312} lists it). Price, quantity
 *       and sum are read as digits, never as binary fractions; the sum of the lines must be {@code
 *       medfee_sumamt}. A line with {@code init_feedetl_sn} is taken from the line that it names.
 *   <li>A sale's pool stays closed: an outside prescription has no field here that says who
 *       reviewed it. {@code acct_used_flag} 0 is refused where the law lets the account pay, for
 *       the desk knows no counter that closes an account. {@code mid_setl_flag} 1 is refused.
 * </ul>
 *
 * <h2>What sources leave open, and what is done here</h2>
 *
 * <ul>
 *   <li>The same {@code msgid} with the same input has the same answer and does nothing again; with
 *       another it is refused. Only what was done is remembered: a refused message may come again.
 *   <li>2601 of a message that never came is called done and leaves a tombstone; {@link
 *       io.caresettle.sim.national.NationalSettings#refusingUnknownReversals} calls it unknown, and
 *       the tombstone stays. A reversal of an undo that was done is refused: the books settle anew
 *       and do not take an undo back.
 *   <li>An undo answers the original's amounts ({@link
 *       io.caresettle.sim.national.NationalSettings#withNegativeUndo}: below zero) under a number
 *       of its own, X and the original's. 5203 of the original then has {@code refd_setl_flag} 1;
 *       of the X… it tells the refund below zero. What was reversed by 2601 is told nowhere.
 *   <li>5204 tells lines that nothing settled with an empty {@code setl_id}.
 *   <li>3201 and 3202 without a refund flag, or with 0, are of what stands; with 1 of the refunds,
 *       below zero. 3202 lists what differs and nothing else. 9101 and 9102 carry Base64 in {@code
 *       in}.
 *   <li>Of one month and clearing class one request (3203) stands at a time; 3204 takes it back by
 *       its number. 1301 tells the whole catalogue, in the columns that public code reads, to
 *       whoever has another version than the newest; the other catalogue files are empty.
 *   <li>{@code fund_pay_sumamt} contains the account where the profile says so, and {@code
 *       setldetail} then has a row for it.
 * </ul>
 *
 * <p>The profile is enforced, and never the union of all: its envelope, lengths, required fields,
 * code tables, node and field names, headers, paths, old envelope, output as text, and which
 * enquiry wants which number. 5203 wants a settlement id in all of them. What a request gets wrong
 * is said field by field in Chinese: the first 200 characters in {@code err_msg}, all of it in the
 * log (GET {@code /log}, {@code /log/}number, {@code /log.jsonl}), where names and credentials are
 * hidden. The words of refusals are those that public programs wait for, where any are known.
 *
 * <p>With {@link io.caresettle.sim.national.NationalTls} the same endpoint speaks TLS, and where it
 * is told whose certificates to believe, nobody else is heard. A certificate that is believed by
 * itself, without one who gave it, is not held to its dates: that is how Java reads it.
 *
 * <p>{@link io.caresettle.sim.national.NationalFaults} makes it misbehave by command, always after
 * the money moved. {@link io.caresettle.sim.national.Recorder} stands before any platform and keeps
 * what passes, masked; {@link io.caresettle.sim.national.Stub} answers from what was kept.
 */
@NullMarked
package io.caresettle.sim.national;

import org.jspecify.annotations.NullMarked;
