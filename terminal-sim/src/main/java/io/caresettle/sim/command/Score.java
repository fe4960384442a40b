package io.caresettle.sim.command;

import io.caresettle.writing.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** How many cases passed: of worked examples by provenance and by area, and of all. */
final class Score {

  private static final String OTHER = "–";

  private final List<CaseResult> results;

  Score(List<CaseResult> results) {
    this.results = List.copyOf(results);
  }

  private record Count(long passed, long all) {
    Count plus(boolean one) {
      return new Count(passed + (one ? 1 : 0), all + 1);
    }
  }

  void print(PrintWriter say) {
    if (results.stream().anyMatch(result -> result instanceof CaseResult.Worked)) {
      table("出处等级 By provenance class", by(Score::provenance), say);
      table("地区 By area", by(Score::region), say);
    }
    say.println(passed() + " passed, " + (results.size() - passed()) + " failed");
  }

  private static void table(String title, Map<String, Count> counts, PrintWriter say) {
    say.println(title);
    counts.forEach(
        (name, count) ->
            say.println(
                "  "
                    + name
                    + ": "
                    + count.passed()
                    + " passed, "
                    + (count.all() - count.passed())
                    + " failed"));
  }

  Json json(Json into) {
    if (results.stream().anyMatch(result -> result instanceof CaseResult.Worked)) {
      into.put("by_provenance", json(by(Score::provenance)));
      into.put("by_area", json(by(Score::region)));
    }
    return into.put("passed", passed()).put("failed", results.size() - passed());
  }

  private static Json json(Map<String, Count> counts) {
    Json json = Json.object();
    counts.forEach(
        (name, count) ->
            json.put(
                name,
                Json.object()
                    .put("passed", count.passed())
                    .put("failed", count.all() - count.passed())));
    return json;
  }

  private long passed() {
    return results.stream().filter(CaseResult::passed).count();
  }

  private Map<String, Count> by(Function<CaseResult, String> kind) {
    Map<String, Count> counts = new TreeMap<>();
    for (CaseResult result : results) {
      Count before = counts.getOrDefault(kind.apply(result), new Count(0, 0));
      counts.put(kind.apply(result), before.plus(result.passed()));
    }
    return counts;
  }

  private static String provenance(CaseResult result) {
    return result instanceof CaseResult.Worked worked ? worked.example().provenance() : OTHER;
  }

  private static String region(CaseResult result) {
    if (result instanceof CaseResult.Worked worked) {
      return worked.example().region();
    }
    return result instanceof CaseResult.Own own ? own.given().key().area() : OTHER;
  }
}
