package io.caresettle.gateway;

import io.caresettle.problem.Misuse;
import io.caresettle.reconciliation.DayReport;
import io.caresettle.reconciliation.Difference;
import io.caresettle.sdk.DayClosing;
import io.caresettle.writing.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The end of a day (日终对账). What was compared is shown with a ticket for each thing that somebody
 * may decide; another comparison by the same operator spends them all.
 */
final class DayRoutes {

  /** A day is given out for inspection a few times, and each time into a folder of its own. */
  private static final int MOST_EXPORTS = 1_000;

  private final Inside inside;

  DayRoutes(Inside inside) {
    this.inside = inside;
  }

  List<Route> all() {
    return List.of(
        Route.post("/v1/days/{day}/compare", this::compare),
        Route.post("/v1/days/{day}/confirm", this::confirm),
        Route.post("/v1/days/{day}/report", this::report),
        Route.post("/v1/days/{day}/export", this::export));
  }

  private Answer compare(Call call) {
    LocalDate day = day(call);
    DayClosing closing = inside.terminal().dayEnd(inside.window(call).shift());
    Duration within = inside.within(call);
    String shift = call.body().at("shift").text("a ticket");
    call.body().nothingElse();
    DayReport report = closing.compare(day, within);
    String again = "a ticket of an earlier comparison: the day was compared again since";
    inside.tickets().spendAll(TicketKind.REPORT, shift, again);
    inside.tickets().spendAll(TicketKind.DECISION, shift, again);
    return Answer.ok(
        DayJson.of(report, difference -> decision(call, day, difference))
            .put("report", inside.give(TicketKind.REPORT, call, "", day.toString(), report)));
  }

  private Optional<String> decision(Call call, LocalDate day, Difference difference) {
    return difference
        .remedy()
        .map(remedy -> inside.give(TicketKind.DECISION, call, "", day.toString(), difference));
  }

  private Answer confirm(Call call) {
    LocalDate day = day(call);
    DayClosing closing = inside.terminal().dayEnd(inside.window(call).shift());
    Difference difference = ofTheDay(TicketKind.DECISION, call, day);
    Given shown = call.body().at("decision");
    call.body().nothingElse();
    closing.confirm(difference);
    inside.tickets().spend(shown, "what was confirmed already");
    return Answer.ok(
        DayJson.remedy(difference)
            .put("bill", difference.bill().number())
            .put("day", day.toString())
            .put("confirmed", true));
  }

  private Answer report(Call call) {
    LocalDate day = day(call);
    inside.window(call);
    DayReport report = ofTheDay(TicketKind.REPORT, call, day);
    call.body().nothingElse();
    return Answer.ok(
        Json.object()
            .put("day", day.toString())
            .put("text", report.text())
            .put("csv", report.csv()));
  }

  /** Into the folder that the gateway was started with: a caller names no path. */
  private Answer export(Call call) {
    LocalDate day = day(call);
    DayClosing closing = inside.terminal().dayEnd(inside.window(call).shift());
    DayReport report = ofTheDay(TicketKind.REPORT, call, day);
    call.body().nothingElse();
    Path folder = fresh(day);
    String manifest = closing.export(report, folder);
    return Answer.of(
        201,
        Json.object()
            .put("day", day.toString())
            .put("folder", folder.toString())
            .put("manifest", manifest));
  }

  private Path fresh(LocalDate day) {
    Path all =
        inside
            .settings()
            .exports
            .orElseThrow(
                () ->
                    new Misuse(
                        "This gateway was started without a folder for exports: start it with"
                            + " --exports FOLDER"));
    return IntStream.rangeClosed(1, MOST_EXPORTS)
        .mapToObj(number -> all.resolve("day-" + day + "-" + number))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow(
            () -> new Misuse("Too many exports of " + day + " in the folder: move some away"));
  }

  private <T> T ofTheDay(TicketKind<T> kind, Call call, LocalDate day) {
    Given shown = call.body().at(kind.word());
    T value = inside.ticket(kind, call);
    if (!inside.tickets().boundOf(shown).matter().equals(day.toString())) {
      throw Problem.at(
          409,
          "ticket-of-another-day",
          shown.pointer(),
          "a ticket of another day than the path's",
          "one of this day's comparison",
          "compare this day");
    }
    return value;
  }

  private static LocalDate day(Call call) {
    try {
      return LocalDate.parse(call.path("day"));
    } catch (DateTimeParseException e) {
      throw Problem.of(
          400,
          "bad-request",
          "program",
          "the path: found another form, expected a day such as 2026-01-01");
    }
  }
}
