package io.caresettle.gateway;

import io.caresettle.operator.OperatorKey;
import io.caresettle.operator.Shift;
import io.caresettle.sdk.Alarm;
import io.caresettle.writing.Json;
import java.util.Arrays;
import java.util.List;

/** Who is on duty, and where. */
final class ShiftRoutes {

  private final Inside inside;

  ShiftRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.get("/v1/terminal", this::terminal),
        Route.post("/v1/shifts", this::take),
        Route.post("/v1/shifts/hand-over", this::handOver));
  }

  private Answer terminal(Call call) {
    Json json =
        Json.object()
            .put("institution", inside.terminal().institution().code())
            .put("name", inside.terminal().institution().name())
            .put("kind", Given.wordOf(inside.terminal().institution().kind()));
    inside.terminal().centreTime().ifPresent(time -> json.put("centreTime", time.toString()));
    return Answer.ok(
        json.put("alarms", alarms(inside.terminal().alarms())).putTexts("versions", List.of("v1")));
  }

  private static List<Json> alarms(List<Alarm> all) {
    return all.stream()
        .map(
            alarm ->
                Json.object()
                    .put("kind", Given.wordOf(alarm.kind()))
                    .put("zh", alarm.zh())
                    .put("en", alarm.en()))
        .toList();
  }

  private Answer take(Call call) {
    return given(inside.terminal().takeShift(key(call)));
  }

  private Answer handOver(Call call) {
    Given shown = call.body().at("shift");
    Window from = inside.window(call);
    OperatorKey to = key(call);
    Shift next =
        from.at(
            inside.settings().deadline,
            counter -> {
              // Whoever stands there is identified anew by the next operator.
              counter.close();
              return inside.terminal().handOver(from.shift(), to);
            });
    inside.tickets().spend(shown, "the ticket of a shift that was handed over");
    return given(next);
  }

  /** Reads the rest of the body, so it stands before whatever is done. */
  private OperatorKey key(Call call) {
    String operator = call.body().at("operator").text("an operator's id");
    char[] password =
        call.body()
            .maybe("password")
            .map(given -> given.text("the password of the operator's key"))
            .orElse("")
            .toCharArray();
    call.body().nothingElse();
    try {
      return inside.settings().operators.unlock(operator, password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private Answer given(Shift shift) {
    Window window = new Window(shift, inside.terminal().counter(shift));
    String ticket =
        inside
            .tickets()
            .give(TicketKind.SHIFT, Tickets.Bound.TO_NOTHING, inside.settings().shiftLife, window);
    return Answer.of(
        201,
        Json.object()
            .put("shift", ticket)
            .put("operator", shift.operatorId())
            .put("role", Given.wordOf(shift.role()))
            .put("since", shift.since().toString())
            // The operator's key has signed that these were told, so the caller has to show them.
            .put("alarms", alarms(inside.terminal().alarmsTold(shift))));
  }
}
