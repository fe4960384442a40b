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
 * <p>A ticket is bound to the shift that it was given to, to the visit, and a quote's to its bill
 * and to the digest of what was tried; shown elsewhere, too late, or after another patient came, it
 * is an error of its own type. A quote's ticket may be shown again for the same bill: whoever lost
 * an answer sends the same request again and is told how the bill ended, for a bill is settled once
 * by its number, as at a {@link io.caresettle.sdk.Counter}. Tickets end with the process; {@code
 * GET /v1/unfinished} and {@code GET /v1/bills/POS-1} need none, and are what a caller asks after a
 * crash of either side.
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
 * rebinding), longer bodies and too many requests at once are refused. The log holds routes and
 * types of problems, never what was sent. {@code GET /v1/openapi.json} describes every route.
 *
 * <p>Nobody sees this package but the tool, whose {@code gateway} command opens one.
 */
@NullMarked
package io.caresettle.gateway;

import org.jspecify.annotations.NullMarked;
