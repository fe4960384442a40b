/**
 * Rules as their authors write them: packs in YAML, read strictly, checked, and compiled. This page
 * is all a clerk needs to write one.
 *
 * <h2>A pack</h2>
 *
 * <p>One file per area and topic, in UTF-8. No anchors, aliases or tags; no key twice; no number
 * with a decimal point. Every key has a meaning, so a mistyped one is refused and the nearest valid
 * one proposed. All faults of a file are told at once, each with line and column.
 *
 * <pre>{@code
 * kind: benefits                   # or entitlement, see below; left out, it is this
 * topic: employee-outpatient       # unique within the area
 * area: "320500"                   # six digits in quotes; test is the fictitious area
 * names: {zh: 苏州市职工普通门诊, en: "Suzhou employees, outpatient"}
 * version: 3                       # counts up with every change sent out; left out, it is 1
 * scheme: employee                 # employee, resident
 * care: [outpatient, pharmacy]     # also inpatient, special-outpatient, chronic-outpatient,
 *                                  # maternity, family-bed
 * groups: [none, disabled-soldier] # groups of persons the pack knows, none first; left out: [none]
 * aid_classes: [none, full, fixed] # classes of medical aid, likewise
 * settlement_year: {starts: "01-01", counts_by: service}   # or discharge; left out, it is this
 * from: 2026-01-01                 # first day it serves
 * to: 2026-12-31                   # last day, itself included; may be left out
 * still_valid_on: 2026-11-20       # the last day a person looked whether it still holds
 * values: …
 * plan: …
 * }</pre>
 *
 * <p>{@code counts_by} says which day of a stay decides: its first, or that of discharge
 * (R-YEAR-02; NT 41(3)). That day alone decides everything: whether the pack serves the stay at
 * all, which settlement year its costs count in, and of which entry each of its values is. With
 * {@code discharge} a stay from December to January pays the deductible of January, by the rates of
 * January, and the pack need not have been there in December. Before the discharge there is no
 * answer.
 *
 * <h2>Values</h2>
 *
 * <p>A value is one number of the law through time. Its {@code unit} is {@code fen}, {@code
 * basis-points} (parts of ten thousand: 85 % is 8500) or {@code ratio} (a text such as 2/3, of at
 * most a million parts). {@code by} says what it depends on, nested in the order in which {@code
 * by} names it; every cell of that table must be there:
 *
 * <table>
 * <caption>What a value may depend on</caption>
 * <tr><th>by</th><th>its words</th></tr>
 * <tr><td>category</td><td>of employees active, retired; of residents adult, elderly, student,
 *     child, newborn</td></tr>
 * <tr><td>level</td><td>level-1, level-2, level-3</td></tr>
 * <tr><td>group, aid</td><td>those of {@code groups}, of {@code aid_classes}</td></tr>
 * <tr><td>off-site</td><td>home, long-term, referred, temporary, unregistered, emergency</td></tr>
 * <tr><td>stay</td><td>stay-1, stay-2, stay-3 (the third and every later one of the year)</td></tr>
 * <tr><td>grade</td><td>A, B, C, D: what the institution may settle in</td></tr>
 * </table>
 *
 * <pre>{@code
 * outpatient.deductible:
 *   describes: What the patient pays first in a settlement year
 *   unit: fen
 *   by: [category]
 *   series:
 *     - from: 2026-01-01
 *       to: 2026-06-30             # on every entry but the last
 *       value: {active: 60000, retired: unknown}
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
 * value that no step uses is refused: somebody thinks it matters. {@code unknown} is a number that
 * the law leaves to somebody who has not published it: a bill that needs it is answered so, with
 * the article ({@link io.caresettle.policy.plan.ParameterNotPublished}), and no other bill is.
 *
 * <p>{@code source} is the article that fixes the number or delegates it. It must exist in the
 * index of the five texts (JS, SZ, NT, HN, SH). Where the article only delegates, {@code figure}
 * names the instrument that holds the number, with a mark for how sure we are of it. A number that
 * is not in force, or of a confidence other than H, or in part assumed, makes every slip that rests
 * on it say TEST FIGURES, and keeps the pack out of production.
 *
 * <p>Where several places say something about the same number, an entry lists them in place of
 * {@code value} and {@code source}. When they differ the pack is refused until somebody decides;
 * the decision stays in the pack, and the place it chose is the entry's.
 *
 * <pre>{@code
 * - from: 2026-01-01
 *   claims:
 *     - {value: 9000, source: {text: SZ, article: "18", paragraph: 1}}
 *     - {value: 9500, source: {text: SZ, article: "18", paragraph: 2}}
 *   decision:
 *     chosen: {text: SZ, article: "18", paragraph: 2}
 *     because: the more special paragraph prevails
 *     decided_on: 2026-11-30
 *     by: example
 *   standing: …
 * }</pre>
 *
 * <p>Two claims may cite one place, such as an article that leaves a number to others of whom two
 * say something else. {@code chosen} then means the first of them.
 *
 * <h2>Nation, province, city</h2>
 *
 * <p>A pack of the nation (area 000000) or a province (such as 320000) gives to those of the same
 * topic and scheme below it. Without {@code care} it serves nobody itself; {@code plan} may be left
 * out too. Each of its values says what it {@code gives}:
 *
 * <ul>
 *   <li>{@code value} (or nothing): those below have it and may not state it;
 *   <li>{@code default}: those below have it unless they state their own;
 *   <li>{@code range}: its cells are {@code {least: 0, most: 100000}}, and each one below states
 *       its own within them. Outside is an error that cites both articles.
 * </ul>
 *
 * <p>A pack below may leave out {@code values} it inherits, {@code plan}, {@code groups}, {@code
 * aid_classes} and {@code settlement_year}; it may not outlive its parent. Files are found in the
 * same directory tree. When a pack is compiled all this is in it, and its parents are needed no
 * more.
 *
 * <h2>Steps</h2>
 *
 * <p>The plan lists its steps in this order, each at most once unless said otherwise. The first
 * five and cash must be there. Every step names its {@code rule} (its number in the list of rules
 * that the pack follows, such as R-BEN-01) and {@code source}, and may say in {@code assumed} what
 * is ours. It may have an {@code id} of its own; left out, that is the kind, for a supplement the
 * kind and its name.
 *
 * <p>{@code rounding} is half-up (四舍五入: a half goes up), down (截位), up or half-even, each with
 * -fen, -jiao or -yuan, such as half-up-fen. A {@code rate} below is a value in basis-points or
 * ratio.
 *
 * <table>
 * <caption>What each step does, and the keys it needs</caption>
 * <tr><th>step</th><th>keys</th><th>meaning</th></tr>
 * <tr><td>line-total</td><td>rounding (fen)</td><td>amount of a line = price × quantity, rounded;
 *     the bill's own amount must equal it. The total is the sum.</td></tr>
 * <tr><td>out-of-catalogue</td><td></td><td>class C: the whole amount</td></tr>
 * <tr><td>price-limit</td><td>rounding (fen), point?</td><td>class A and B: (price − limit) ×
 *     quantity where above zero, rounded. It cannot round further up than line-total does, or more
 *     could lie over the limit than the line comes to. {@code point: line} only.</td></tr>
 * <tr><td>first-self-pay</td><td>rounding (fen), point?</td><td>(amount − over the limit) × the
 *     item's rate, rounded; class A has the rate 0. {@code point: rate-group} rounds once for all
 *     lines of the same rate; left out, it is line.</td></tr>
 * <tr><td>in-scope</td><td></td><td>what is left of each line, by subtraction</td></tr>
 * <tr><td>usable-funds</td><td>by-grade: {A: […], B, C, D}</td><td>who may pay at an institution of
 *     each grade: funds, personal-account, family-account. All others are closed for the
 *     visit.</td></tr>
 * <tr><td>off-site-first</td><td>value (rate), rounding</td><td>what care away from home costs
 *     first, of what is in scope</td></tr>
 * <tr><td>account-first</td><td>purse</td><td>the account pays before everything else, from
 *     current-year, past-years, or both in the order named</td></tr>
 * <tr><td>deductible</td><td>value (fen), per?, accumulator</td><td>the lesser of what is left in
 *     scope and what is left of the value; the accumulator grows by it. {@code per}: year (left out),
 *     visit (no accumulator), stay (accumulator may be left out).</td></tr>
 * <tr><td>cost-limit</td><td>value (fen), accumulator</td><td>the base becomes the lesser of itself
 *     and what the year has left; the accumulator grows by the new base. What lies beyond is above
 *     the ceiling.</td></tr>
 * <tr><td>rate</td><td>payer, value (rate), rounding</td><td>fund = base × value, rounded. A plan
 *     has this, or bands, or neither.</td></tr>
 * <tr><td>bands</td><td>see below</td><td>a rate of its own for each stretch of cost</td></tr>
 * <tr><td>payment-limit</td><td>payer, value (fen), accumulator</td><td>the fund of rate or bands
 *     pays the lesser of that and what the year has left; the accumulator grows by it. Cost whose
 *     payment no longer fits is above the ceiling.</td></tr>
 * <tr><td>large-sum</td><td>payer, value (rate), rounding, limit?</td><td>of what lies above the
 *     ceiling; in a plan without rate and bands of all that is left</td></tr>
 * <tr><td>critical-illness</td><td>payer, base, accumulator, tiers, rounds, rounding,
 *     limit?</td><td>by what the year's own burden was before and is after this bill. {@code base}:
 *     deductible, in-scope-remainder, first-self-pay, off-site-first. {@code tiers}: a list of
 *     {@code {above: value in fen, rate: value}}, ascending.</td></tr>
 * <tr><td>supplement</td><td>name, payer, basis, value, rounding, limit?</td><td>any number, each of
 *     another name; civil-servant-subsidy or supplements pays. {@code basis}: in-scope,
 *     above-deductible, remaining-in-scope, remaining-above-deductible, or fixed: then the value is
 *     in fen and there is no rounding.</td></tr>
 * <tr><td>medical-aid</td><td>payer, basis, above?, value (rate), rounding, limit?</td><td>any
 *     number, the second with an {@code id}. {@code basis}: remaining-in-scope,
 *     remaining-above-deductible; {@code above}: only what lies above that value in fen is
 *     helped.</td></tr>
 * <tr><td>overall-cap</td><td>value (rate)</td><td>all funds together pay at most that much of the
 *     bill; who paid last gives back first</td></tr>
 * <tr><td>account</td><td>may-pay, purse?</td><td>the lesser of the balance and the sum of the named
 *     parts: deductible, coinsurance (in scope − deductible − funds), first-self-pay, over-limit,
 *     out-of-catalogue; what one purse is overdrawn the other has not</td></tr>
 * <tr><td>family-account</td><td>may-pay</td><td>the same from the family's accounts, of what the
 *     account left of these parts</td></tr>
 * <tr><td>cash</td><td></td><td>the rest, by subtraction</td></tr>
 * <tr><td>allocate</td><td>method</td><td>how what was paid is spread over lines: cumulative,
 *     largest-remainder</td></tr>
 * </table>
 *
 * <p>A layer may say {@code unpublished: pays-nothing}: where one of its numbers is {@code unknown}
 * for a bill, that bill is settled without it. Left out, such a bill is not settled at all. It is
 * for a layer that few bills reach, and that everybody would otherwise have to wait for; large-sum,
 * critical-illness, supplement and medical-aid may say it, and no other step. Nobody pays more for
 * it unawares:
 *
 * <ul>
 *   <li>The estimate warns of it by name, number and article ({@code layer-left-out}), its working
 *       has the layer in its place as not applied, and the slip says it, too. Nothing is said where
 *       the fund would not have been open to the visit anyway.
 *   <li>The sheet says it at the step and among the numbers that nobody published.
 *   <li>A till in production takes no pack of which a layer would be left out on any day, however
 *       sure its other numbers are: find the number, or take the word out, and such bills are paid
 *       in full and claimed by hand.
 * </ul>
 *
 * <p>Layers (large-sum to medical-aid) stand in any order among themselves. A {@code limit} is
 * {@code {value: …, accumulator: …}}: what the layer pays in a year at most. Several limits may
 * share an accumulator; every other accumulator belongs to one step. Payers of rate, bands and
 * large-sum are the funds: pool-fund, large-sum-subsidy, critical-illness, civil-servant-subsidy,
 * supplements, medical-aid.
 *
 * <p>Where the fund of rate or bands is not open for a visit, off-site-first and deductible to
 * payment-limit do nothing and no accumulator moves; whoever else is not open pays nothing. Bounds
 * include the number itself (SZ 80¶1: R-SETL-06).
 *
 * <h3>Bands</h3>
 *
 * <pre>{@code
 * - step: bands
 *   payer: pool-fund
 *   position: year-in-scope        # or bill-including-deductible, bill-above-deductible
 *   bands:                         # each up to its bound, itself included; the last has none
 *     - {up-to: band.first, rate: rate.first}
 *     - {rate: rate.last}
 *   person: {style: self-factor, value: …}   # or points: added to the rate; may be left out
 *   off-site: {style: multiplier, value: …}  # or points: subtracted; may be left out
 *   method: telescoping            # or per-visit; telescoping needs year-in-scope
 *   rounds: layer                  # once over all bands; or band, each for itself
 *   side: fund                     # or patient: that share is rounded, the fund pays the rest
 *   rounding: half-up-fen
 *   accumulator: year.in-scope     # with year-in-scope, and only then
 * }</pre>
 *
 * <p>{@code position} says where in the bands a bill begins: at its own deductible, at nothing, or
 * where the year stands. Per visit each bill is looked at alone; telescoping pays the difference of
 * two sums of the year, so that a year cut into other bills comes to the same. A self-factor
 * changes the patient's share, a multiplier the rate; a rate stays between nothing and the whole.
 * Bounds ascend on every day and in every cell, and the rates that come out have a common
 * denominator of at most a million.
 *
 * <h2>Entitlement</h2>
 *
 * <p>A pack of the kind {@code entitlement} says who may have what, and when; no numbers of a bill.
 * There is one for an area, of the topic {@code entitlement}, for all schemes and all care. Its
 * header has {@code kind}, {@code topic}, {@code area}, {@code names}, {@code version}, {@code
 * from}, {@code to} and {@code still_valid_on} as above, and nothing else; there is no plan.
 *
 * <pre>{@code
 * kind: entitlement
 * topic: entitlement
 * area: "320500"
 * names: {zh: 苏州市待遇享受规则, en: "Suzhou, who may have what and when"}
 * from: 2026-01-01
 * still_valid_on: 2026-11-20
 * values:
 *   flexible.waiting:              # one of the names below; describes and unit may be left out
 *     series:                      # dated as any value is, with source, figure, standing, …
 *       - from: 2026-01-01
 *         value: 3
 *         source: {text: SZ, article: "20", paragraph: 1}
 *         standing: draft
 *         confidence: H
 * }</pre>
 *
 * <p>The names are a closed list. The pack of a city, or of {@code test}, has every one of them,
 * its own or inherited; where the texts are silent it says {@code unknown} with the nearest
 * article, and no entitlement that needs it is decided. A nation or a province says what it likes,
 * and where it says everything it serves its own area, too. {@code gives: range} is for numbers
 * alone. There is no {@code by}. How a value is written follows from its name:
 *
 * <table>
 * <caption>Units</caption>
 * <tr><th>unit</th><th>value</th></tr>
 * <tr><td>months</td><td>a whole number to 240</td></tr>
 * <tr><td>days</td><td>a whole number to 3660</td></tr>
 * <tr><td>years</td><td>a whole number to 60</td></tr>
 * <tr><td>count</td><td>a whole number to 3660, of what another name says</td></tr>
 * <tr><td>month-day</td><td>a day of every year in quotes, such as "09-01"</td></tr>
 * <tr><td>yes-no</td><td>yes or no</td></tr>
 * <tr><td>choice</td><td>one of the words of the name</td></tr>
 * <tr><td>set</td><td>a list of words of the name, such as [spouse, child]; [] is none</td></tr>
 * </table>
 *
 * <table>
 * <caption>Names, by the rule they belong to</caption>
 * <tr><th>name</th><th>unit, words</th><th>rule</th></tr>
 * <tr><td>employee.starts</td>
 *     <td>choice: day-after-arrival, on-arrival, month-after-arrival</td><td>R-ELIG-01</td></tr>
 * <tr><td>flexible.starts</td>
 *     <td>choice: month-after-arrival, after-waiting</td><td>R-ELIG-02, 03</td></tr>
 * <tr><td>flexible.waiting</td>
 *     <td>months (whole months from arrival; entitled from the day after they end)</td><td>R-ELIG-02</td></tr>
 * <tr><td>flexible.no-waiting-gap</td>
 *     <td>months (0 = a gap never spares the waiting)</td><td>R-ELIG-02</td></tr>
 * <tr><td>flexible.account-starts</td><td>choice: with-pool, on-arrival</td><td>R-ELIG-04</td></tr>
 * <tr><td>resident.period-from, resident.period-to</td>
 *     <td>month-day (central period of the year before)</td><td>R-ELIG-05</td></tr>
 * <tr><td>resident.needs-continuity</td><td>yes-no</td><td>R-ELIG-05</td></tr>
 * <tr><td>resident.late-starts</td>
 *     <td>choice: month-after-payment, after-waiting</td><td>R-ELIG-06</td></tr>
 * <tr><td>resident.waiting</td><td>months</td><td>R-ELIG-06</td></tr>
 * <tr><td>newborn.window-counted-in</td><td>choice: months, days</td><td>R-ELIG-07</td></tr>
 * <tr><td>newborn.window</td><td>count</td><td>R-ELIG-07</td></tr>
 * <tr><td>newborn.counts-from</td><td>choice: birth, day-after-birth</td><td>R-ELIG-07</td></tr>
 * <tr><td>newborn.birth-year</td>
 *     <td>choice: government-pays, family-pays (the premium of the year of birth)</td><td>R-ELIG-07</td></tr>
 * <tr><td>freshman.starts</td><td>month-day</td><td>R-ELIG-08</td></tr>
 * <tr><td>aid.no-waiting, disabled.no-waiting</td><td>yes-no</td><td>R-ELIG-09</td></tr>
 * <tr><td>arrears.stops</td><td>choice: month-after-unpaid</td><td>R-ELIG-10</td></tr>
 * <tr><td>employer.make-up</td><td>months (0 = none)</td><td>R-ELIG-11</td></tr>
 * <tr><td>employer.gap</td><td>choice: payable, not-payable</td><td>R-ELIG-11</td></tr>
 * <tr><td>flexible.make-up</td><td>months (0 = none)</td><td>R-ELIG-12</td></tr>
 * <tr><td>flexible.gap</td><td>choice: payable, not-payable</td><td>R-ELIG-12</td></tr>
 * <tr><td>change.window</td><td>months</td><td>R-ELIG-13</td></tr>
 * <tr><td>change.gap</td><td>choice: payable, not-payable</td><td>R-ELIG-13</td></tr>
 * <tr><td>suspended.account</td><td>choice: usable, closed</td><td>R-ELIG-14</td></tr>
 * <tr><td>gap.owed</td>
 *     <td>choice: pool, insurance-funds (critical illness, too)</td><td>R-ELIG-15</td></tr>
 * <tr><td>prison.stops</td><td>choice: month-after-judgment</td><td>R-ELIG-16</td></tr>
 * <tr><td>retired.years-men, retired.years-women</td><td>years</td><td>R-ELIG-19</td></tr>
 * <tr><td>second-layer</td><td>choice: with-basic, on-application</td><td>R-CI-03</td></tr>
 * <tr><td>violation.left-out</td><td>yes-no</td><td>R-CI-03</td></tr>
 * <tr><td>aid.classes</td>
 *     <td>set (of several that a person has, the first counts): destitute, orphan, disabled-soldier, full, civil-affairs,
 *     favoured, hardship-worker, fixed, severely-disabled, retrenched,
 *     subsistence, near-subsistence, rigid-expenditure, other-hardship, recipient</td><td>R-AID-04</td></tr>
 * <tr><td>schemes.precedence</td><td>choice: employee, forbidden</td><td>R-DUAL-02</td></tr>
 * <tr><td>stay.scheme-change</td>
 *     <td>choice: resident-for-the-stay, split-by-time</td><td>R-DUAL-03</td></tr>
 * <tr><td>year.starts</td><td>month-day</td><td>R-YEAR-01</td></tr>
 * <tr><td>stay.counts-by</td><td>choice: discharge, by-days, service</td><td>R-YEAR-02</td></tr>
 * <tr><td>hand-claim.until</td><td>choice: end-of-next-year</td><td>R-YEAR-04</td></tr>
 * <tr><td>grades.apply</td><td>yes-no</td><td>R-INST-03</td></tr>
 * <tr><td>aid.only-at-aid-hospitals</td><td>yes-no</td><td>R-INST-04</td></tr>
 * <tr><td>stay.one-at-a-time</td><td>yes-no</td><td>R-INST-05</td></tr>
 * <tr><td>stay.outside-purchases</td>
 *     <td>choice: not-paid, with-certificate, paid</td><td>R-INST-06</td></tr>
 * <tr><td>internet.needs-agreement</td><td>yes-no</td><td>R-INST-08</td></tr>
 * <tr><td>excluded.binds</td>
 *     <td>choice: basic, basic-and-critical-illness, all</td><td>R-SCOPE-02</td></tr>
 * <tr><td>third-party.advance</td>
 *     <td>choice: fund-first, recovery-only</td><td>R-SCOPE-03</td></tr>
 * <tr><td>special.recognised-first</td><td>yes-no</td><td>R-SCOPE-10</td></tr>
 * <tr><td>catalogue.apply-within</td><td>days</td><td>R-DATA-08</td></tr>
 * <tr><td>prescription.review-first</td><td>yes-no</td><td>R-RX-01</td></tr>
 * <tr><td>family.relations</td>
 *     <td>set: spouse, parent, child, near-relative</td><td>R-ACCT-03</td></tr>
 * <tr><td>account.insurance-from</td>
 *     <td>choice: any-balance, past-years</td><td>R-ACCT-05</td></tr>
 * <tr><td>account.insurance-for</td>
 *     <td>set: self, spouse, parent, child, near-relative</td><td>R-ACCT-05</td></tr>
 * <tr><td>account.premiums</td>
 *     <td>set: critical-illness, critical-illness-of-the-retired (of nobody else), long-term-care,
 *     resident</td><td>R-ACCT-06</td></tr>
 * <tr><td>sanction.months-least, sanction.months-most</td><td>months</td><td>R-MON-03</td></tr>
 * <tr><td>sanction.account</td><td>choice: usable, closed</td><td>R-MON-03</td></tr>
 * <tr><td>suspension.cleared</td>
 *     <td>choice: claimed-by-hand, settled-afterwards</td><td>R-SETL-07</td></tr>
 * <tr><td>off-site.needs-filing</td><td>yes-no</td><td>R-OFF-03</td></tr>
 * <tr><td>off-site.temporary-months</td>
 *     <td>months (a temporary filing lasts at least)</td><td>R-OFF-03</td></tr>
 * <tr><td>off-site.emergency-counts</td><td>yes-no</td><td>R-OFF-04</td></tr>
 * <tr><td>off-site.filed-by</td><td>choice: discharge, admission</td><td>R-OFF-05</td></tr>
 * <tr><td>off-site.zone</td><td>choice: no-filing-in-delta-zone, none</td><td>R-OFF-07</td></tr>
 * <tr><td>long-term-care.exists</td><td>yes-no</td><td>R-LTC-01</td></tr>
 * <tr><td>long-term-care.suspension-least, long-term-care.suspension-most</td>
 *     <td>months</td><td>R-LTC-01</td></tr>
 * </table>
 *
 * <h2>Emergency orders</h2>
 *
 * <p>An order (R-SCOPE-12; JS 32) lets a pack go before the ordinary one of a topic of its area, on
 * the days that pack serves. Its text is a file of its own, with these keys and no others, beside
 * the file of its pack, which is written as any other:
 *
 * <pre>{@code
 * kind: order
 * number: 2026-7                   # by which verdicts, estimates and slips name it
 * names: {zh: 应急支付办法, en: "Emergency payment"}
 * replaces: employee-outpatient    # topic of the ordinary pack
 * pack: emergency.yaml             # YAML or compiled, by its name beside the order
 * }</pre>
 *
 * <p>A pack about benefits has a topic other than the one that it replaces, so that nobody takes
 * one for the other; a pack about entitlement has the only topic there is. {@code pack sign} signs
 * order and pack as one, {@code pack install} takes it, and {@code pack go-back} withdraws it. Two
 * orders for one bill are a {@link io.caresettle.policy.plan.RulesConflict}; after the last day of
 * its pack an order stands in nobody's way.
 *
 * <h2>Books</h2>
 *
 * <p>A {@link io.caresettle.policy.author.PolicyBook} holds packs, read here or compiled elsewhere
 * ({@link io.caresettle.policy.compiled}), and answers the plan of a day or of a stay, and the
 * entitlement of a day. What is shipped stands in {@code policy/packs.txt}, a line for each file.
 * No pack for it, or two, is an answer nobody may guess away: {@link
 * io.caresettle.policy.plan.NoRuleInForce}, {@link io.caresettle.policy.plan.RulesConflict}.
 */
@NullMarked
package io.caresettle.policy.author;

import org.jspecify.annotations.NullMarked;
