package io.caresettle.sim.centre;

import com.google.protobuf.ByteString;
import io.caresettle.protocol.wire.SettlementEntry;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.protocol.wire.Split;
import java.util.Arrays;
import java.util.List;

/** The settlements of an institution's business day, with what became of them since. */
record DayBook(Store store) {

  /**
   * Which settlements of a day.
   *
   * @param slots whose, by the digits in their message ids; none means all
   * @param scheme empty for all, as are the next two
   */
  record Asked(
      String institution,
      String day,
      List<String> slots,
      String scheme,
      String careType,
      String area) {

    static Asked all(String institution, String day, List<String> slots) {
      return new Asked(institution, day, slots, "", "", "");
    }

    /** Written so that one statement serves every question. */
    private Object[] values() {
      String some = "," + String.join(",", slots) + ",";
      return new Object[] {
        institution,
        day,
        slots.isEmpty() ? "" : some,
        some,
        scheme,
        scheme,
        careType,
        careType,
        area,
        area
      };
    }
  }

  private static final String OF_THE_DAY =
      " FROM settled_bill b JOIN settlement s ON s.id = b.settlement"
          + " LEFT JOIN undoing u ON u.settlement = s.id WHERE b.institution = ? AND b.day = ?"
          + " AND (? = '' OR instr(?, ',' || substr(s.message, 27, 2) || ',') > 0)"
          + " AND (? = '' OR s.scheme = ?) AND (? = '' OR b.care_type = ?)"
          + " AND (? = '' OR s.area = ?)";

  int count(Asked asked) {
    return (int) store.number("SELECT COUNT(*)" + OF_THE_DAY, asked.values());
  }

  /** In the order of settling, from the one after {@code after}; numbers of a day only grow. */
  List<SettlementEntry> some(Asked asked, String after, int most) {
    Object[] which = asked.values();
    Object[] values = Arrays.copyOf(which, which.length + 2);
    values[which.length] = after;
    values[which.length + 1] = most;
    return store.all(
        "SELECT s.id, s.message, s.bill, b.care_type, s.scheme, b.day, s.at, s.split,"
            + " b.receipt_digest, s.area, u.done_by, u.at, u.day"
            + OF_THE_DAY
            + " AND s.id > ? ORDER BY s.id LIMIT ?",
        row -> {
          SettlementEntry.Builder entry =
              SettlementEntry.newBuilder()
                  .setSettlementId(row.getString(1))
                  .setMessageId(row.getString(2))
                  .setBillNumber(row.getString(3))
                  .setCareType(row.getString(4))
                  .setScheme(row.getString(5))
                  .setBusinessDate(row.getString(6))
                  .setSettledAtMillis(row.getLong(7))
                  .setSplit(Readings.stored(Split.getDefaultInstance(), row.getBytes(8)))
                  .setReceiptDigest(ByteString.copyFrom(row.getBytes(9)))
                  .setClearingOffice(row.getString(10));
          if (row.getString(11) == null) {
            return entry.setState(SettlementState.STANDING).build();
          }
          return entry
              .setState(SettlementState.UNDONE)
              .setUndoneBy(row.getString(11))
              .setUndoneAtMillis(row.getLong(12))
              .setUndoneOn(row.getString(13))
              .build();
        },
        values);
  }
}
