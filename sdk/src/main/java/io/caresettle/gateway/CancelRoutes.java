package io.caresettle.gateway;

import io.caresettle.operator.Shift;
import io.caresettle.split.BillId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Undoes what stands; a refund settles the rest of it anew ({@link RefundRoutes}). */
final class CancelRoutes {

  private final Inside inside;

  CancelRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(Route.post("/v1/bills/{number}/cancel", this::cancel));
  }

  private Answer cancel(Call call) {
    BillId bill = inside.bill(call);
    Window window = inside.window(call);
    String reason = call.body().at("reason").text("why, such as 退费");
    Optional<Shift> second = inside.second(call);
    Duration within = inside.within(call);
    call.body().nothingElse();
    return Answer.ok(
        CancelJson.of(window.at(within, counter -> counter.cancel(bill, reason, second, within))));
  }
}
