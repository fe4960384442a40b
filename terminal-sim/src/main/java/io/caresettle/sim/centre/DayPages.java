package io.caresettle.sim.centre;

import com.google.protobuf.MessageLite;
import io.caresettle.protocol.wire.DayDetails;
import io.caresettle.protocol.wire.DayDetailsAnswer;
import io.caresettle.protocol.wire.DayDetailsPage;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Refusal;
import io.caresettle.protocol.wire.SettlementEntry;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Every settlement of a business day, page by page (对明细); undone ones are told as such. */
record DayPages(DayBook book) implements Clerk {

  private static final int MOST = 500;

  @Override
  public MessageType answerType() {
    return MessageType.DAY_DETAILS_ANSWER;
  }

  @Override
  public MessageLite serve(Request request) throws Refused {
    DayDetails asked = Readings.read(DayDetails.getDefaultInstance(), request.payload());
    LocalDate day =
        day(
            asked.getInstitutionCode(),
            asked.getBusinessDate(),
            asked.getTerminalSlotsList(),
            request);
    if (asked.getPageSize() < 0 || asked.getPageSize() > MOST) {
      throw Reason.MALFORMED.because();
    }
    int size = asked.getPageSize() == 0 ? MOST : asked.getPageSize();
    DayBook.Asked which =
        new DayBook.Asked(
            request.institution(),
            day.toString(),
            asked.getTerminalSlotsList(),
            asked.getScheme(),
            asked.getClearingType(),
            asked.getClearingOffice());
    // One more than the page holds says whether another one follows.
    List<SettlementEntry> found = book.some(which, asked.getPageToken(), size + 1);
    List<SettlementEntry> page = found.subList(0, Math.min(size, found.size()));
    return DayDetailsAnswer.newBuilder()
        .setPage(
            DayDetailsPage.newBuilder()
                .addAllSettlements(page)
                .setNextPageToken(found.size() > size ? page.get(size - 1).getSettlementId() : "")
                .setCount(book.count(which)))
        .build();
  }

  /** The day of a question that this institution may ask. */
  static LocalDate day(String institution, String text, List<String> slots, Request request)
      throws Refused {
    if (!institution.equals(request.institution())) {
      throw Reason.UNKNOWN_INSTITUTION.because();
    }
    if (!slots.stream().allMatch(slot -> slot.matches("\\d{2}"))) {
      throw Reason.MALFORMED.because();
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Reason.MALFORMED.because();
    }
  }

  @Override
  public MessageLite refuse(Refusal refusal) {
    return DayDetailsAnswer.newBuilder().setRefusal(refusal).build();
  }
}
