package io.caresettle.gateway;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Visit;
import io.caresettle.identity.Registration;
import io.caresettle.reimbursement.ClaimReason;
import io.caresettle.reimbursement.ClaimSlip;
import io.caresettle.reimbursement.LateSettlement;
import io.caresettle.sdk.Counter;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.split.Bill;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
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
        Route.post("/v1/claims/{number}/reprint", this::reprint),
        Route.post("/v1/claims/{number}/late", this::late));
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
    ClaimSlip slip = window.at(inside.settings().deadline, c -> kept(c, bill));
    return Answer.ok(SlipJson.of(slip, paper));
  }

  private static ClaimSlip kept(Counter counter, BillId bill) {
    return counter
        .claims()
        .reprint(bill)
        .orElseThrow(
            () ->
                Problem.of(
                    404,
                    "slip-unknown",
                    "program",
                    "no slip for a claim was made out here for bill "
                        + bill.number()
                        + ": look at its number"));
  }

  /** It moves no money: what it answers says whether the bill may be settled anew after all. */
  private Answer late(Call call) {
    BillId number = inside.bill(call);
    Window window = inside.window(call);
    Eligibility now = inside.ticket(TicketKind.ELIGIBILITY, call);
    Bill bill = BillReading.of(call.body().at("bill"), inside);
    boolean anew = call.body().maybe("settledAnew").map(Given::truth).orElse(false);
    call.body().nothingElse();
    return window.at(
        inside.settings().deadline,
        c -> Answer.ok(json(c.claims().late(kept(c, number), now, bill, anew))));
  }

  private static Json json(LateSettlement late) {
    if (late instanceof LateSettlement.Offered offered) {
      return Json.object()
          .put("late", "offered")
          .put("split", FiguresJson.split(offered.estimate().split()));
    } else if (late instanceof LateSettlement.ByHand byHand) {
      Json json =
          because(Json.object().put("late", "by-hand"), byHand.why())
              .put("agencyArea", byHand.agencyArea());
      byHand.until().ifPresent(day -> json.put("until", day.toString()));
      return json;
    }
    return because(
        Json.object().put("late", "not-entitled"), ((LateSettlement.NotEntitled) late).why());
  }

  private static Json because(Json json, LateSettlement.Because why) {
    return json.put("rule", why.rule())
        .put("article", why.article())
        .put("zh", why.zh())
        .put("en", why.en());
  }

  private static PaperWidth paper(Call call) {
    return call.body()
        .maybe("paper")
        .map(width -> width.word(PaperWidth.class))
        .orElse(PaperWidth.MM_58);
  }
}
