package io.caresettle.centre.sealed;

import io.caresettle.centre.ComparedDay;
import io.caresettle.centre.DayEndDesk;
import io.caresettle.centre.DayPage;
import io.caresettle.centre.DayQuestion;
import io.caresettle.centre.DayTotals;
import io.caresettle.centre.Reply;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.wire.DayDetailsAnswer;
import io.caresettle.protocol.wire.DayTotalsAnswer;
import io.caresettle.protocol.wire.MessageType;
import java.time.Duration;

/** The comparison of days over our sealed protocol. */
final class SealedDayEndDesk implements DayEndDesk {

  private final Exchange exchange;
  private final String institution;

  SealedDayEndDesk(Exchange exchange, String institution) {
    this.exchange = exchange;
    this.institution = institution;
  }

  @Override
  public Reply<ComparedDay> compare(DayTotals ours, Duration within) {
    var message = DaysToWire.totals(institution, ours);
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.DAY_TOTALS,
                message,
                MessageType.DAY_TOTALS_ANSWER,
                left,
                (reading, bytes) -> {
                  DayTotalsAnswer answer =
                      Messages.read(DayTotalsAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case COMPARED ->
                        new Reply.Answered<>(
                            new DaysFromWire(reading, institution)
                                .compared(answer.getCompared(), ours));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw new IllegalArgumentException("An empty answer");
                  };
                }));
  }

  @Override
  public Reply<DayPage> details(DayQuestion asked, Duration within) {
    var message = DaysToWire.question(institution, asked);
    return Again.untilAnswered(
        within,
        left ->
            exchange.ask(
                MessageType.DAY_DETAILS,
                message,
                MessageType.DAY_DETAILS_ANSWER,
                left,
                (reading, bytes) -> {
                  DayDetailsAnswer answer =
                      Messages.read(DayDetailsAnswer.getDefaultInstance(), bytes);
                  return switch (answer.getResultCase()) {
                    case PAGE ->
                        new Reply.Answered<>(
                            new DaysFromWire(reading, institution).page(answer.getPage(), asked));
                    case REFUSAL -> new Reply.Refused<>(reading.refusal(answer.getRefusal()));
                    case RESULT_NOT_SET -> throw new IllegalArgumentException("An empty answer");
                  };
                }));
  }
}
