package io.caresettle.gateway;

import io.caresettle.operator.Shift;
import io.caresettle.problem.Misuse;
import io.caresettle.sdk.Terminal;
import io.caresettle.settlement.Quote;
import io.caresettle.split.BillId;
import io.caresettle.writing.Json;
import java.time.Duration;
import java.util.Optional;

/** What every route works with. */
record Inside(Terminal terminal, Tickets tickets, BillNews news, GatewaySettings settings) {

  private static final int LONGEST_WAIT_SECONDS = 300;

  /** The operator on duty whose ticket the request shows. */
  Window window(Call call) {
    return tickets.take(TicketKind.SHIFT, call.body().at("shift"));
  }

  /** What an earlier step gave to the same operator. */
  <T> T ticket(TicketKind<T> kind, Call call) {
    String shift = call.body().at("shift").text("the ticket of a shift");
    return tickets.take(kind, call.body().at(kind.word()), shift);
  }

  /** The second person, where an act was approved by one on duty. */
  Optional<Shift> second(Call call) {
    return call.body()
        .maybe("approvedBy")
        .map(shown -> tickets.take(TicketKind.SHIFT, shown).shift());
  }

  /** A ticket for this shift's next step. */
  <T> String give(TicketKind<T> kind, Call call, String visit, String matter, T value) {
    String shift = call.body().at("shift").text("the ticket of a shift");
    return tickets.give(kind, new Tickets.Bound(shift, visit, matter), settings.ticketLife, value);
  }

  /** A quote with its ticket, which is good for its bill and its figures alone. */
  Json quoted(Call call, Quote quote) {
    String matter = quote.bill().number() + "@" + quote.bodyDigest();
    return FiguresJson.quote(
        quote, give(TicketKind.QUOTE, call, quote.visitNumber(), matter, quote));
  }

  /** How long the caller gives, or the usual time. */
  Duration within(Call call) {
    return call.body()
        .maybe("withinSeconds")
        .map(given -> Duration.ofSeconds(given.whole(1, LONGEST_WAIT_SECONDS)))
        .orElse(settings.deadline);
  }

  /** The bill of the path: always one of the institution served here. */
  BillId bill(Call call) {
    return bill(call.path("number"));
  }

  BillId bill(String number) {
    try {
      return new BillId(terminal.institution().code(), number);
    } catch (IllegalArgumentException e) {
      throw new Misuse(
          "a bill's number has 1 to 64 letters, digits, dots, dashes or underscores, but found"
              + " another form: correct it");
    }
  }
}
