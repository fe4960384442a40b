package io.caresettle.centre.sealed;

import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.Reply;
import java.time.Duration;

/** The comparison of days over our sealed protocol. */
final class SealedDayEndDesk implements DayEndDesk {

  private final Exchange exchange;
  private final SealedMessages messages;

  SealedDayEndDesk(Exchange exchange, SealedMessages messages) {
    this.exchange = exchange;
    this.messages = messages;
  }

  @Override
  public Reply<ComparedDay> compare(DayTotals ours, Duration within) {
    SealedMessage<ComparedDay> asked = messages.compare(ours);
    return Again.untilAnswered(within, left -> exchange.ask(asked, left));
  }

  @Override
  public Reply<DayPage> details(DayQuestion question, Duration within) {
    SealedMessage<DayPage> asked = messages.details(question);
    return Again.untilAnswered(within, left -> exchange.ask(asked, left));
  }
}
