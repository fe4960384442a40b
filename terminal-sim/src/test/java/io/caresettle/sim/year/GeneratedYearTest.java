package io.caresettle.sim.year;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.author.PolicyBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A generated year")
class GeneratedYearTest {

  /** Another seed: -Dcaresettle.seed=…. */
  private static final long SEED = Long.getLong("caresettle.seed", 20_261_130L);

  private static final boolean DEEP = "deep".equals(System.getProperty("caresettle.tier"));
  private static final int PERSONS = Integer.getInteger("caresettle.persons", DEEP ? 10_000 : 100);

  /** A long run goes on where it was stopped: -Dcaresettle.blocks=FOLDER, empty after a change. */
  private static final Optional<Path> BLOCKS =
      Optional.ofNullable(System.getProperty("caresettle.blocks")).map(Path::of);

  private static final GeneratedYear YEAR = GeneratedYear.shipped();

  static List<String> areas() {
    return GeneratedYear.AREAS;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("areas")
  @DisplayName(
      "is one at terminal and centre: what is open, who pays, every sum, and every refund undone")
  void oneAtBothEnds(String area) throws IOException {
    YearFigures figures = YEAR.of(area, PERSONS, SEED, BLOCKS);
    System.out.println(figures);
    Files.writeString(Path.of("target", "year-" + area + ".html"), YEAR.report(figures));
    assertEquals(List.of(), figures.disagreements());
    assertEquals(PERSONS, figures.count("PERSONS"));
    assertEquals(
        figures.count("BILLS"),
        figures.count("SETTLED")
            + figures.count("CASH")
            + figures.count("STOPPED")
            + figures.count("WITHOUT_RULE"));
    for (String happened : List.of("SETTLED", "CASH", "REFUNDS", "SETTLED_ANEW", "OFF_SITE")) {
      assertTrue(figures.count(happened) > 0, () -> happened + " never happened: " + figures);
    }
    assertTrue(figures.count("OVER_NEW_YEAR") > 0, figures::toString);
    assertTrue(figures.count("SETTLED") > figures.count("BILLS") / 3, figures::toString);
    assertEquals(
        figures.count("STOPPED"),
        figures.unknown().values().stream().mapToLong(Long::longValue).sum());
  }

  @Test
  @DisplayName("goes on where it was stopped, and never with what other packs or people made")
  void blocks(@TempDir Path folder) throws IOException {
    String once = YEAR.of("test", 8, SEED).json().pretty();
    assertEquals(once, YEAR.of("test", 8, SEED, Optional.of(folder)).json().pretty());
    Path block = folder.resolve("year-test-" + SEED + "-1-8.tsv");
    String kept = Files.readString(block);
    assertEquals(once, YEAR.of("test", 8, SEED, Optional.of(folder)).json().pretty());
    Files.writeString(block, kept.replace("count\tPERSONS\t8", "count\tPERSONS\t9"));
    assertEquals(9, YEAR.of("test", 8, SEED, Optional.of(folder)).count("PERSONS"));
    Files.writeString(block, kept.replaceFirst("\t[0-9a-f]+\n", "\tother-packs\n"));
    assertEquals(once, YEAR.of("test", 8, SEED, Optional.of(folder)).json().pretty());
    assertEquals(kept, Files.readString(block));
  }

  @Test
  @DisplayName(
      "has relatives who pay, care at home, schemes changed in a stay and bills settled afterwards")
  void lives() {
    YearFigures figures = new YearFigures("test", SEED);
    for (int i = 1; i <= 6; i++) {
      figures.add(YEAR.of("test", 60, SEED + i));
    }
    assertEquals(List.of(), figures.disagreements());
    assertTrue(figures.all().of(Bearer.FAMILY_ACCOUNT) > 0, figures::toString);
    for (Count happened :
        List.of(
            Count.CARE_SETTLED,
            Count.CARE_REFUSED,
            Count.TWO_SCHEMES,
            Count.LATE_OFFERED,
            Count.LATE_BY_HAND,
            Count.BEYOND_LIMIT)) {
      assertTrue(figures.of(happened) > 0, () -> happened + " never happened: " + figures);
    }
  }

  @Test
  @DisplayName("is the same for the same seed, and another for another")
  void sameSeed() {
    String once = YEAR.of("test", 12, 1).json().pretty();
    assertEquals(once, YEAR.of("test", 12, 1).json().pretty());
    assertNotEquals(once, YEAR.of("test", 12, 2).json().pretty());
  }

  @Test
  @DisplayName("has people who are the same alone as among many, and bear marks of invention")
  void people() {
    People people = new People(Town.of(PolicyBook.shipped(), "320500"), SEED);
    for (int i = 1; i <= 300; i++) {
      Somebody one = people.number(i);
      assertEquals(one.history(), people.number(i).history());
      assertTrue(one.history().name().startsWith("测试"), one.history().name());
      assertTrue(one.history().identity().orElseThrow().startsWith("3299"));
    }
  }

  @Test
  @DisplayName("is drawn on one page that needs nothing beside it and says what it is not")
  void page() {
    String page = YEAR.report(YEAR.of("test", 25, SEED));
    assertTrue(page.contains("TEST FIGURES") && page.contains("测试数据"));
    String foreign = page.replace("http://www.w3.org/2000/svg", "");
    for (String outside : List.of("<script", "http:", "https:", "url(", "@import", "src=")) {
      assertFalse(foreign.contains(outside), outside);
    }
    assertTrue(page.contains("<svg") && page.contains("元 yuan"));
  }

  @Test
  @DisplayName("is lived nowhere but in an area that has packs")
  void elsewhere() {
    assertThrows(IllegalArgumentException.class, () -> YEAR.of("999999", 1, SEED));
  }
}
