package io.caresettle.gateway;

import io.caresettle.settlement.BillStory;
import io.caresettle.settlement.PaperWidth;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.settlement.SettlementOutcome.SettledDifferently;
import io.caresettle.settlement.Slip;
import io.caresettle.settlement.Wish;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of a bill, and what is done about it afterwards. */
final class BillRoutes {

  private final Inside inside;
  private final OutcomeJson outcomes;

  BillRoutes(Inside inside) {
    this.inside = inside;
    this.outcomes = new OutcomeJson(inside);
  }

  List<Route> all() {
    return List.of(
        Route.get("/v1/unfinished", this::unfinished),
        Route.get("/v1/bills/{number}", this::outcome),
        Route.post("/v1/bills/{number}/acknowledge", this::acknowledge),
        Route.post("/v1/bills/{number}/resolve", this::resolve),
        Route.post("/v1/bills/{number}/accept", this::accept),
        Route.get("/v1/bills/{number}/slip", this::slip, "paper", "copy"),
        Route.get("/v1/bills/{number}/events", this::events));
  }

  private Answer unfinished(Call call) {
    return Answer.ok(
        Json.object()
            .put(
                "unfinished",
                inside.terminal().unfinished().stream()
                    .map(
                        bill ->
                            inside
                                .terminal()
                                .outcomeOf(bill)
                                .map(outcomes::of)
                                .orElseGet(() -> Json.object().put("bill", bill.number())))
                    .toList()));
  }

  private Answer outcome(Call call) {
    BillId bill = inside.bill(call);
    SettlementOutcome ending =
        inside
            .terminal()
            .outcomeOf(bill)
            .orElseThrow(
                () ->
                    Problem.of(
                        404,
                        "bill-unknown",
                        "program",
                        "bill "
                            + bill.number()
                            + " never was to be settled here: nothing was sent, quote it"));
    Json json = outcomes.of(ending);
    inside
        .terminal()
        .disputeOf(bill)
        .ifPresent(
            why -> json.put("dispute", why).put("disputeZh", BillStory.reasonInChinese(why)));
    return Answer.ok(json);
  }

  private Answer acknowledge(Call call) {
    BillId bill = inside.bill(call);
    call.body().nothingElse();
    inside.terminal().acknowledge(bill);
    return Answer.ok(Json.object().put("bill", bill.number()).put("acknowledged", true));
  }

  private Answer resolve(Call call) {
    BillId bill = inside.bill(call);
    Window window = inside.window(call);
    Wish wish = call.body().at("wish").word(Wish.class);
    Duration within = inside.within(call);
    call.body().nothingElse();
    return Answer.ok(outcomes.of(inside.terminal().resolve(window.shift(), bill, wish, within)));
  }

  private Answer accept(Call call) {
    BillId bill = inside.bill(call);
    Window window = inside.window(call);
    Given shown = call.body().at("difference");
    SettledDifferently seen = inside.tickets().take(TicketKind.DIFFERENCE, shown);
    call.body().nothingElse();
    if (!seen.bill().equals(bill)) {
      throw Problem.at(
          409,
          "ticket-of-another-bill",
          shown.pointer(),
          "the figures of another bill than the path's",
          "those of this bill",
          "ask for its outcome");
    }
    SettlementOutcome taken = inside.terminal().accept(window.shift(), seen);
    inside.tickets().spend(shown, "figures that were accepted already");
    return Answer.ok(outcomes.of(taken));
  }

  private Answer slip(Call call) {
    Slip slip = inside.terminal().slip(inside.bill(call));
    return printed(slip, call);
  }

  /** A slip for the paper of the query, marked as a reprint where that asks for one. */
  static Answer printed(Slip slip, Call call) {
    boolean copy = word(call, "copy", "true", "false").filter("true"::equals).isPresent();
    return Answer.ok(SlipJson.of(copy ? slip.asCopy() : slip, paper(call)));
  }

  /** The paper of a query; 58 mm where it says nothing. */
  private static PaperWidth paper(Call call) {
    return word(call, "paper", "58", "80").filter("80"::equals).isPresent()
        ? PaperWidth.MM_80
        : PaperWidth.MM_58;
  }

  private static Optional<String> word(Call call, String name, String one, String other) {
    Optional<String> said = call.query(name);
    if (said.filter(word -> !word.equals(one) && !word.equals(other)).isPresent()) {
      throw Problem.of(
          400,
          "bad-request",
          "program",
          "?" + name + ": found another word, expected " + one + " or " + other);
    }
    return said;
  }

  private Answer events(Call call) {
    BillId bill = inside.bill(call);
    return Answer.events(new EventStream(inside, outcomes, bill, call.lastEvent()));
  }
}
