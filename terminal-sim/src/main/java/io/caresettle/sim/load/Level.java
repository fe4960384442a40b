package io.caresettle.sim.load;

import io.caresettle.writing.Json;
import java.util.Locale;

/**
 * What was measured with so many bills in flight.
 *
 * @param cpuMillis of the whole process, so the centre's as well
 * @param forcedWrites commits of the terminal's journal
 * @param settleP50 of a settlement alone, in microseconds, as the next one
 * @param billP50 of a whole bill
 */
record Level(
    int inFlight,
    long settled,
    long notSettled,
    long troubles,
    long wallMillis,
    long cpuMillis,
    long forcedWrites,
    long settleP50,
    long settleP99,
    long billP50,
    long billP99) {

  static final String HEAD =
      "在途 in flight   结算 settled   每秒 per s   每CPU秒 per CPU-s   结算 settle p50/p99 ms"
          + "   整单 bill p50/p99 ms   强制写/单 forced writes a bill";

  String line() {
    return String.format(
        Locale.ROOT,
        "%18d %14d %12s %18s %25s %24s %28s",
        inFlight,
        settled,
        tenths(settled * 1000, wallMillis),
        tenths(settled * 1000, cpuMillis),
        millis(settleP50) + "/" + millis(settleP99),
        millis(billP50) + "/" + millis(billP99),
        hundredths(forcedWrites, settled));
  }

  Json json() {
    return Json.object()
        .put("inFlight", inFlight)
        .put("settled", settled)
        .put("notSettled", notSettled)
        .put("troubles", troubles)
        .put("wallMillis", wallMillis)
        .put("cpuMillis", cpuMillis)
        .put("settledPerSecond", tenths(settled * 1000, wallMillis))
        .put("settledPerCpuSecond", tenths(settled * 1000, cpuMillis))
        .put("settleMicrosP50", settleP50)
        .put("settleMicrosP99", settleP99)
        .put("billMicrosP50", billP50)
        .put("billMicrosP99", billP99)
        .put("forcedWrites", forcedWrites)
        .put("forcedWritesPerBill", hundredths(forcedWrites, settled));
  }

  private static String tenths(long of, long by) {
    long tenths = of * 10 / Math.max(1, by);
    return tenths / 10 + "." + tenths % 10;
  }

  private static String hundredths(long of, long by) {
    return String.format(
        Locale.ROOT, "%d.%02d", of / Math.max(1, by), of % Math.max(1, by) * 100 / Math.max(1, by));
  }

  private static String millis(long micros) {
    return tenths(micros, 1000);
  }
}
