package io.caresettle.centre.national.call;

import io.caresettle.centre.national.profile.Profile;
import io.caresettle.problem.Misuse;
import java.util.Map;

/** The transactions that move money, and who does each of them with a journal. */
final class MovesMoney {

  private static final String SETTLE = "Counter.quote and Counter.settle";
  private static final String CANCEL = "Counter.cancel";
  private static final String CLEAR = "DayClosing.clearing()";

  private static final Map<String, String> FLOWS =
      Map.ofEntries(
          Map.entry("2102", SETTLE),
          Map.entry("2102A", SETTLE),
          Map.entry("2207", SETTLE),
          Map.entry("2304", SETTLE),
          Map.entry("2304A", SETTLE),
          Map.entry("2401", SETTLE),
          Map.entry("2103", CANCEL),
          Map.entry("2208", CANCEL),
          Map.entry("2305", CANCEL),
          Map.entry("2601", "Terminal.resolve with Wish.NOT_WANTED"),
          Map.entry("2260", ""),
          Map.entry("2261", ""),
          Map.entry("3203", CLEAR),
          Map.entry("3204", CLEAR),
          Map.entry("6202", ""),
          Map.entry("6203", ""),
          Map.entry("6401", ""));

  private MovesMoney() {}

  /**
   * @throws Misuse when it moves money
   */
  static void refuse(Profile profile, String transaction) {
    String flow = FLOWS.get(transaction);
    if (flow == null && !profile.settling().reversible().contains(transaction)) {
      return;
    }
    boolean typed = flow != null && !flow.isEmpty();
    throw new Misuse(
        transaction
            + ": 涉及资金，应由终端办理并入流水日志 this transaction moves money, and no journal would record"
            + " it: "
            + (typed
                ? "use " + flow + " of a terminal"
                : "no flow has it, so ask whoever looks after the terminal"));
  }
}
