package io.caresettle.sim.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.caresettle.sim.rules.Kills.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Writes {@code target/rule-table.csv}: each rule, where it is enforced, what holds it. It joins
 * what the kill tests of both modules left; where this build did not run the centre's, it does.
 */
@DisplayName("The table of rules")
@Timeout(600)
@Tag("alone")
class RuleTableTest {

  private static final Path SDK = Path.of("..", "sdk");
  private static final Path CENTRE = Path.of("target", "rule-kills-centre.csv");
  private static final Path TABLE = Path.of("target", "rule-table.csv");

  private static List<Kills> found = List.of();

  @BeforeAll
  static void join() throws IOException {
    List<Kills> terminal = Kills.written(SDK.resolve("target"), Side.TERMINAL);
    assumeFalse(
        terminal.isEmpty(),
        "sdk/target/rule-kills-*.csv is not there: test the sdk first (mvn verify, or -pl sdk)");
    if (!leftByThisBuild(CENTRE)) {
      leaveOutTheCentresRules();
    }
    List<Kills> all = new ArrayList<>(terminal);
    all.addAll(Kills.written(Path.of("target"), Side.CENTRE));
    for (String module : List.of("protocol", "sdk", "terminal-sim", "samples")) {
      all.addAll(Kills.tagged(Path.of("..", module, "src", "test", "java")));
    }
    found = List.copyOf(all);
  }

  private static boolean leftByThisBuild(Path findings) throws IOException {
    String start = System.getProperty("caresettle.buildStart");
    return start != null
        && Files.exists(findings)
        && Files.getLastModifiedTime(findings).toInstant().isAfter(Instant.parse(start));
  }

  private static void leaveOutTheCentresRules() {
    SummaryGeneratingListener heard = new SummaryGeneratingListener();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass("io.caresettle.sim.entitle.RuleKillTest"))
                .build(),
            heard);
    assertEquals(List.of(), heard.getSummary().getFailures(), "the centre's kill test");
  }

  @Test
  @DisplayName("says of each rule where it is enforced and what holds it; no rule is an orphan")
  void noOrphan() throws IOException {
    Map<String, String> notYet = Rule.notYet();
    List<String> table = new ArrayList<>();
    table.add("rule,enforced where,killed by,areas,who,package");
    List<String> orphans = new ArrayList<>();
    for (Rule rule : Rule.all()) {
      List<Kills> of = of(rule.id());
      table.add(row(rule, of, notYet));
      if (rule.isDue() && of.isEmpty() && !notYet.containsKey(rule.id())) {
        orphans.add(rule.id() + " of " + rule.workPackage());
      }
    }
    Files.createDirectories(TABLE.toAbsolutePath().getParent());
    Files.write(TABLE, table);
    notYet.forEach((id, reason) -> print(id + " not yet: " + reason));
    assertEquals(List.of(), orphans, "rules that nothing holds");
  }

  @Test
  @DisplayName("has a story at the terminal for each rule of eligibility that is T or TC")
  void killedAtTheTerminal() throws IOException {
    Set<String> killed = killed(Side.TERMINAL);
    assertEquals(
        List.of(),
        Rule.all().stream()
            .filter(Rule::mustBeKilledAtTheTerminal)
            .map(Rule::id)
            .filter(id -> !killed.contains(id))
            .toList());
  }

  @Test
  @DisplayName("excuses no rule that something holds, and knows each that a switch leaves out")
  void nothingIsExcusedForNothing() throws IOException {
    Set<String> known = Rule.all().stream().map(Rule::id).collect(Collectors.toSet());
    assertTrue(known.containsAll(killed(Side.TERMINAL)), "ids of the terminal's switches");
    assertTrue(known.containsAll(killed(Side.CENTRE)), "ids of the centre's switches");
    for (String id : Rule.notYet().keySet()) {
      assertEquals(List.of(), of(id), id + " is held by these: take it off not-yet.csv");
    }
  }

  private static Set<String> killed(Side side) {
    return found.stream()
        .filter(k -> k.killed() && k.side() == side)
        .map(Kills::rule)
        .collect(Collectors.toSet());
  }

  private static List<Kills> of(String id) {
    return found.stream().filter(k -> k.rule().equals(id)).toList();
  }

  private static String row(Rule rule, List<Kills> of, Map<String, String> notYet) {
    List<Kills> holding =
        of.stream()
            .filter(k -> k.killed() || of.stream().noneMatch(o -> o.killed() && o.isOn(k.side())))
            .sorted(Comparator.comparing(Kills::killed).reversed())
            .toList();
    String by =
        holding.isEmpty()
            ? notYet.containsKey(rule.id())
                ? "not yet: " + notYet.get(rule.id())
                : "later: " + rule.workPackage()
            : holding.stream()
                .map(k -> (k.killed() ? "" : "held by ") + k.test())
                .distinct()
                .collect(Collectors.joining("; "));
    return String.join(
        ",",
        rule.id(),
        where(of),
        '"' + by.replace("\"", "\"\"") + '"',
        '"' + rule.areas() + '"',
        rule.who(),
        rule.workPackage());
  }

  private static String where(List<Kills> of) {
    Set<Side> sides = new LinkedHashSet<>(of.stream().map(Kills::side).toList());
    if (sides.contains(Side.BOTH) || sides.size() == 2) {
      return "both";
    }
    return sides.isEmpty() ? "nowhere yet" : sides.contains(Side.CENTRE) ? "centre" : "terminal";
  }

  @SuppressWarnings("SystemOut") // The build shows what is left.
  private static void print(String line) {
    System.out.println(line);
  }
}
