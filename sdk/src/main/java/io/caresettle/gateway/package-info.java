/**
 * A terminal's counters for callers that are not Java: JSON over HTTP on 127.0.0.1, the same steps
 * in the same order.
 *
 * <pre>{@code
 * BillNews news = BillNews.alone();
 * try (Terminal terminal = Terminal.open(config.listener(news).build());
 *     Gateway gateway = Gateway.start(terminal, news, settings)) { … }
 * }</pre>
 *
 * <p>What Java's types force, tickets force here. A step answers an opaque ticket, and the next
 * step shows it. One whole conversation; every request brings {@code Authorization: Bearer} with
 * the text of the token's file:
 *
 * <pre>{@code
 * POST /v1/shifts       {"operator":"cashier-1","password":"…"}         → {"shift":S, …}
 * POST /v1/identify     {"shift":S,"credential":{"scanned":"…"},
 *                        "registration":{"visit":"V-1","name":"…",
 *                          "document":{"type":"resident-identity-card","number":"…"}}}
 *                                                                      → {"patient":P, …}
 * POST /v1/eligibility  {"shift":S,"patient":P,"visit":{"careType":"pharmacy",
 *                        "serviceDate":"2026-11-20"}}           → {"eligibility":E,"open":[…]}
 * POST /v1/estimates    {"shift":S,"eligibility":E,"bill":{"number":"POS-1","lines":[
 *                        {"line":"1","code":"TEST-0001","unitPrice":"23.50","quantity":"2"}]}}
 * POST /v1/quotes       the same                       → {"quote":Q,"digest":D,"split":{…}}
 * POST /v1/bills/POS-1/settle       {"shift":S,"quote":Q,"digest":D}   → {"ending":"settled", …}
 * GET  /v1/bills/POS-1/slip?paper=58                                   → {"text":"…", …}
 * POST /v1/bills/POS-1/acknowledge  {}             when the caller's own books hold the ending
 * }</pre>
 *
 * <p>A refund cancels the old bill and quotes what remains under a number of its own, which is then
 * settled as any other; sent again, also after a crash between the two, it goes on where it stood.
 * A day that the centre has closed is compared by a supervisor; each difference that somebody may
 * decide on comes with a ticket, and the operator signs for what is confirmed:
 *
 * <pre>{@code
 * POST /v1/bills/POS-1/refund       {"shift":S,"eligibility":E,"bill":{"number":"POS-1R",…},
 *                                    "reason":"退药"}  → {"cancelled":{…},"quote":{"quote":Q2,…}}
 * POST /v1/bills/POS-1R/settle      {"shift":S,"quote":Q2,"digest":D2}
 * GET  /v1/bills/POS-1/refund/slip                            the one slip of both bills
 *
 * POST /v1/days/2026-11-20/compare  {"shift":S}  → {"clean":false,"report":R,"differences":[
 *                                    {"bill":"POS-1","kind":"only-ours","decision":X,…}]}
 * POST /v1/days/2026-11-20/confirm  {"shift":S,"decision":X}                      once
 * POST /v1/days/2026-11-20/report   {"shift":S,"report":R}     → {"text":"…","csv":"…"}
 * POST /v1/days/2026-11-20/export   {"shift":S,"report":R}     → {"folder":"…","manifest":"…"}
 * }</pre>
 *
 * <p>Beside these: {@code emergencies} without a credential, {@code leaves} for insurers, {@code
 * injuries}, {@code account-payments}, {@code family} accounts, and {@code claims} with their late
 * settlement. Long-term care, faces and evidence of a single bill are not served here: the first is
 * given at a bedside by its own program, the second comes with a device that speaks Java, and the
 * last is the tool's ({@code journal evidence}).
 *
 * <p>A ticket is bound to the shift that it was given to, to the visit, and a quote's to its bill
 * and to the digest of what was tried; shown elsewhere, too late, or after another patient came, it
 * is an error of its own type. What decides something once, a difference of figures or of a day, is
 * spent by it, and shown again it is refused as spent. A quote's ticket may be shown again for the
 * same bill: whoever lost an answer sends the same request again and is told how the bill ended,
 * for a bill is settled once by its number, as at a {@link io.caresettle.sdk.Counter}. Tickets end
 * with the process; {@code GET /v1/unfinished} and {@code GET /v1/bills/POS-1} need none, and are
 * what a caller asks after a crash of either side.
 *
 * <p>Endings of bills are answers with status 200, all four of them. What is somebody's turn is a
 * problem ({@code application/problem+json}) with a {@code type} for programs, a {@code turn} that
 * says whose, and a message for people; a fault of the request names its place as a JSON pointer,
 * what was found, what was expected and what to do. Amounts are texts of yuan with two decimals.
 *
 * <p>{@code GET /v1/bills/POS-1/events} tells a bill's progress as the journal keeps it. A
 * browser's EventSource cannot send the token, so pages read the stream with fetch.
 *
 * <p>Who may call: a process of this machine that can read the token's file, which its owner alone
 * can; and a web page only from a listed origin. Other origins, other names for this machine (DNS
 * rebinding), longer bodies, bodies that take more than ten seconds to come, and too many requests
 * at once are refused. An export goes into the folder that the gateway was started with: a caller
 * names no path. The log holds routes and types of problems, never what was sent. {@code GET
 * /v1/openapi.json} describes every route.
 *
 * <p>What a call adds beside the same in Java: 2.5 ms at the median and about 9 ms at p99 for a
 * look-up, so that a settlement of 10 ms takes 12 ms, 1.2 times as long (600 bills by turns after
 * 300 to warm up, on two cores that other work kept busy; {@code GatewayBesideJava} measures it
 * again).
 *
 * <p>Nobody sees this package but the tool, whose {@code gateway} command opens one.
 */
@NullMarked
package io.caresettle.gateway;

import org.jspecify.annotations.NullMarked;
