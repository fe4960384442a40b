/**
 * Rules as their authors write them: packs in YAML, read strictly, checked, and compiled into
 * plans. This page is all a clerk needs to write one.
 *
 * <h2>A pack</h2>
 *
 * <p>One file per area and topic, in UTF-8. No anchors, aliases or tags; no key twice; no number
 * with a decimal point. Every key has a meaning, so a mistyped one is refused and the nearest valid
 * one proposed. All faults of a file are told at once, each with line and column.
 *
 * <pre>{@code
 * topic: employee-outpatient       # unique within the area
 * area: "320500"                   # six digits in quotes; test is the fictitious area
 * names: {zh: 苏州市职工普通门诊, en: "Suzhou employees, outpatient"}
 * scheme: employee                 # employee, resident
 * care: [outpatient, pharmacy]     # the kinds of care it serves
 * from: 2026-01-01                 # first day it serves
 * to: 2026-12-31                   # last day, itself included; may be left out
 * still_valid_on: 2026-11-20       # the last day a person looked whether it still holds
 * values: …
 * plan: …
 * }</pre>
 *
 * <h2>Values</h2>
 *
 * <p>A value is one number of the law through time. It has a unit: {@code fen}, or {@code
 * basis-points} (parts of ten thousand: 85 % is 8500). {@code by} says what it depends on: {@code
 * category} (active, retired), {@code level} (level-1, level-2, level-3), or both, nested in the
 * order in which {@code by} names them; every cell of that table must be there.
 *
 * <pre>{@code
 * outpatient.deductible:
 *   describes: What the patient pays first in a settlement year
 *   unit: fen
 *   by: [category]
 *   series:
 *     - from: 2026-01-01
 *       to: 2026-06-30             # on every entry but the last
 *       value: {active: 60000, retired: 40000}
 *       source: {text: SZ, article: "12", paragraph: 2}     # item: where there is one
 *       figure: {instrument: …, number: …, mark: L}         # may be left out
 *       standing: draft            # in-force, draft, repealed, fictitious
 *       confidence: L              # H, M, L, none
 *       assumed: the first day; the measure leaves it blank # may be left out
 *     - from: 2026-07-01
 *       …
 * }</pre>
 *
 * <p>The entries follow one another without gap or overlap: each begins the day after the one
 * before ends, the first not after the pack's first day, and the last lasts as long as the pack. A
 * value that no step uses is refused: somebody thinks it matters.
 *
 * <p>{@code source} is the article that fixes the number or delegates it. It must exist in the
 * index of the five texts (JS, SZ, NT, HN, SH). Where the article only delegates, {@code figure}
 * names the instrument that holds the number, with a mark for how sure we are of it. A number that
 * is not in force, or of a confidence other than H, or in part assumed, makes every slip that rests
 * on it say TEST FIGURES.
 *
 * <h2>Steps</h2>
 *
 * <p>The plan lists each step once, in this order; cost-limit and payment-limit may be left out.
 * Every step names its {@code rule} and {@code source}, and may say in {@code assumed} what is
 * ours. {@code rounding} is half-up-fen (四舍五入) or down-fen (截位).
 *
 * <table>
 * <caption>What each step does, and the keys it needs</caption>
 * <tr><th>step</th><th>keys</th><th>meaning</th></tr>
 * <tr><td>line-total</td><td>rounding</td><td>amount of a line = price × quantity, rounded; the
 *     bill's own amount must equal it. The total is the sum.</td></tr>
 * <tr><td>out-of-catalogue</td><td></td><td>class C: the whole amount</td></tr>
 * <tr><td>price-limit</td><td>rounding</td><td>class A and B: (price − limit) × quantity where
 *     above zero, rounded. It cannot round half-up where line-total rounds down, or more could lie
 *     over the limit than the line comes to.</td></tr>
 * <tr><td>first-self-pay</td><td>rounding</td><td>(amount − over the limit) × the item's rate,
 *     rounded; class A has the rate 0</td></tr>
 * <tr><td>in-scope</td><td></td><td>what is left of each line, by subtraction</td></tr>
 * <tr><td>deductible</td><td>value (fen), accumulator</td><td>the lesser of what is in scope and
 *     what the year has left of the value; the accumulator grows by it. The base is the
 *     rest.</td></tr>
 * <tr><td>cost-limit</td><td>value (fen), accumulator</td><td>the base becomes the lesser of itself
 *     and what the year has left; the accumulator grows by the new base. What lies beyond stays
 *     with the patient.</td></tr>
 * <tr><td>rate</td><td>payer (pool-fund), value (basis-points), rounding</td><td>fund = base ×
 *     value, rounded</td></tr>
 * <tr><td>payment-limit</td><td>payer (pool-fund), value (fen), accumulator</td><td>the fund pays
 *     the lesser of that and what the year has left; the accumulator grows by it</td></tr>
 * <tr><td>account</td><td>may-pay</td><td>the lesser of the balance and the sum of the named parts:
 *     deductible, coinsurance (in scope − deductible − fund), first-self-pay, over-limit,
 *     out-of-catalogue</td></tr>
 * <tr><td>cash</td><td></td><td>total − fund − account</td></tr>
 * </table>
 *
 * <p>Where the pool fund is not open for a visit, deductible to payment-limit do nothing and no
 * accumulator moves; where the account is not open it pays nothing. Each accumulator belongs to one
 * step. Bounds include the number itself (SZ 80¶1: R-SETL-06).
 *
 * <h2>Books</h2>
 *
 * <p>A {@link io.caresettle.policy.author.PolicyBook} holds packs and answers the plan of a day. No
 * pack for a day, or two, is an answer nobody may guess away: {@link
 * io.caresettle.policy.plan.NoRuleInForce}, {@link io.caresettle.policy.plan.RulesConflict}.
 */
@NullMarked
package io.caresettle.policy.author;

import org.jspecify.annotations.NullMarked;
