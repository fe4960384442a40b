package io.caresettle.sim.demo;

import io.caresettle.money.Money;
import io.caresettle.settlement.SettlementOutcome;
import io.caresettle.sim.Simulator;
import io.caresettle.sim.centre.Books;
import io.caresettle.writing.EstimateText;
import io.caresettle.writing.Json;
import java.util.List;
import java.util.Locale;

/** What the demo did, as one JSON object. Amounts are texts in yuan with two decimals. */
final class DemoJson {

  private DemoJson() {}

  static Json of(List<BillStory> stories, Books books) {
    return Json.object()
        .put("day", Simulator.DEMO_DAY.toString())
        .put("test_figures", stories.stream().anyMatch(s -> s.estimate().testFigures()))
        .put("bills", stories.stream().map(DemoJson::bill).toList())
        .put("ledger", ledger(books))
        .put("books", Json.object().put("balanced", books.balance()).put("ledgers", ledgers(books)))
        .put(
            "resolutions",
            stories.stream()
                .flatMap(s -> s.resolution().stream())
                .map(
                    r ->
                        Json.object().put("bill", r.bill()).put("from", r.from()).put("to", r.to()))
                .toList());
  }

  private static Json bill(BillStory story) {
    Json json =
        Json.object()
            .put("bill", story.quote().bill().toString())
            .put("person", story.bill().person())
            .put("identified_by", story.bill().by().name().toLowerCase(Locale.ROOT))
            .put("total", story.estimate().cut().total().toString())
            .put("outcome", BillStory.word(story.outcome()))
            .put("readings_agree", !story.differs())
            .put("estimate", EstimateText.json(story.estimate()))
            .put(
                "trial",
                Json.object()
                    .put("reference", story.quote().reference())
                    .put("by_what", EstimateText.byWhat(story.quote().cut()))
                    .put("deductible", story.quote().cut().deductible().toString())
                    .put("by_whom", EstimateText.byWhom(story.quote().split())));
    if (story.outcome() instanceof SettlementOutcome.Settled settled) {
      json.put(
          "settled",
          Json.object()
              .put("settlement_id", settled.settlementId())
              .put("by_whom", EstimateText.byWhom(settled.split())));
    }
    return json;
  }

  /** What each fund and account gave by the centre's own books, in the words of the split. */
  private static Json ledger(Books books) {
    long pool = -books.fen("fund:pool");
    long accounts = 0;
    long cash = 0;
    for (Books.Entry entry : books.ledgers()) {
      if (entry.ledger().startsWith("account:")) {
        accounts -= entry.fen();
      } else if (entry.ledger().startsWith("cash:")) {
        cash += entry.fen();
      }
    }
    // The accounts were opened with their balances; what is missing since then was paid.
    accounts -= books.fen("opening:accounts");
    return Json.object()
        .put("pool-fund", yuan(pool))
        .put("personal-account", yuan(accounts))
        .put("cash", yuan(cash));
  }

  private static List<Json> ledgers(Books books) {
    return books.ledgers().stream()
        .map(e -> Json.object().put("ledger", e.ledger()).put("sum", yuan(e.fen())))
        .toList();
  }

  private static String yuan(long fen) {
    return new Money(fen).toString();
  }
}
