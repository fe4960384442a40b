package io.caresettle.gateway;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Registration;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import java.util.List;

/** What is paid in cash now, and claimed later. */
final class ClaimRoutes {

  private final Inside inside;

  ClaimRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/claims", this::slip),
        Route.post("/v1/claims/without-the-centre", this::withoutTheCentre),
        Route.post("/v1/claims/{number}/reprint", this::reprint));
  }

  private Answer slip(Call call) {
    Window window = inside.window(call);
    Eligibility eligibility = inside.ticket(TicketKind.ELIGIBILITY, call);
    Bill bill = BillReading.of(call.body().at("bill"), inside);
    PaperWidth paper = paper(call);
    call.body().nothingElse();
    ClaimSlip slip = window.at(inside.settings().deadline, c -> c.claims().slip(eligibility, bill));
    return Answer.of(201, SlipJson.of(slip, paper));
  }

  private Answer withoutTheCentre(Call call) {
    Window window = inside.window(call);
    Registration who = PersonReading.registration(call.body().at("registration"));
    Visit visit = VisitReading.of(call.body().at("visit"), who.visitNumber());
    Bill bill = BillReading.of(call.body().at("bill"), inside);
    ClaimReason reason = call.body().at("reason").word(ClaimReason.class);
    PaperWidth paper = paper(call);
    call.body().nothingElse();
    ClaimSlip slip =
        window.at(
            inside.settings().deadline,
            c -> c.claims().slipWithoutTheCentre(who, visit, bill, reason));
    return Answer.of(201, SlipJson.of(slip, paper));
  }

  private Answer reprint(Call call) {
    BillId bill = inside.bill(call);
    Window window = inside.window(call);
    PaperWidth paper = paper(call);
    call.body().nothingElse();
    ClaimSlip slip =
        window.at(
            inside.settings().deadline,
            c ->
                c.claims()
                    .reprint(bill)
                    .orElseThrow(
                        () ->
                            Problem.of(
                                404,
                                "slip-unknown",
                                "program",
                                "no slip for a claim was made out here for bill "
                                    + bill.number())));
    return Answer.ok(SlipJson.of(slip, paper));
  }

  private static PaperWidth paper(Call call) {
    return call.body()
        .maybe("paper")
        .map(width -> width.word(PaperWidth.class))
        .orElse(PaperWidth.MM_58);
  }
}
