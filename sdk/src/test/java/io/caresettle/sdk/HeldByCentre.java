package io.caresettle.sdk;

import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.SettleMessage;
import io.caresettle.settlement.BookedAttempt;
import io.caresettle.split.BillId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A settlement that a fake centre holds, and no journal here. */
final class HeldByCentre {

  private HeldByCentre() {}

  /** Like that of {@code model}, under another number. */
  static void alone(Till till, BillId model, String number) {
    BookedAttempt known = till.terminal.settler().dayBook().attempts(model).get(0);
    till.centre
        .dayEnd()
        .settlements(
            List.of(
                new DaySettlement(
                    "S-" + number,
                    new SettleMessage(Till.INSTITUTION + "202611201000000799", Till.id(number)),
                    known.group().orElseThrow(),
                    known.day(),
                    Instant.parse("2026-11-20T02:00:00Z"),
                    known.cut(),
                    known.split(),
                    "0".repeat(64),
                    Optional.empty())));
  }
}
