package io.caresettle.centre.national.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The field list holds every row of every source")
class FieldTablesTest {

  private static final FieldTables TABLES = FieldTables.shipped();

  @Test
  @DisplayName("10 217 rows of 171 transactions, 9 510 of them confirmed, each with its source")
  void countsAsTheReferenceDoes() {
    List<FieldRow> all = TABLES.all();

    assertEquals(10_217, all.size());
    assertEquals(171, TABLES.transactions().size());
    assertEquals(9_510, all.stream().filter(FieldRow::confirmed).count());
    assertEquals(5_934, all.stream().filter(row -> row.direction() == Direction.INPUT).count());
    assertEquals(3_801, count(all, FieldRow.Flag.REQUIRED));
    assertEquals(56, count(all, FieldRow.Flag.UNCLEAR));
    assertEquals(709, all.stream().filter(FieldRow::coded).count());
    assertFalse(all.stream().anyMatch(row -> row.source().isEmpty()));
  }

  @Test
  @DisplayName("by edition as many as were read there")
  void countsByEdition() {
    Map<Edition, Integer> rows = new HashMap<>();
    TABLES.all().forEach(row -> rows.merge(row.edition(), 1, Integer::sum));

    assertEquals(
        Map.of(
            Edition.OH,
            2901,
            Edition.GZ,
            2623,
            Edition.BZ,
            2037,
            Edition.FS,
            1893,
            Edition.HH,
            294,
            Edition.DG,
            214,
            Edition.TP,
            129,
            Edition.JL,
            46,
            Edition.YB,
            46,
            Edition.SX,
            34),
        rows);
  }

  @Test
  @DisplayName("a row says name, Chinese name, form, flags and place")
  void readsARow() {
    FieldRow sum =
        TABLES.rows("2207", Direction.INPUT).stream()
            .filter(row -> row.name().equals("medfee_sumamt") && row.edition() == Edition.OH)
            .findFirst()
            .orElseThrow();

    assertEquals("data", sum.node());
    assertEquals("医疗费总额", sum.zh());
    assertEquals(new Form(Form.Kind.NUMBER, OptionalInt.of(16), 2), sum.form());
    assertEquals(FieldRow.Flag.REQUIRED, sum.flag());
    assertTrue(sum.source().contains("Input_2207"), sum.source());
  }

  @Test
  @DisplayName("lengths are read as they are meant: 16,2 has decimals, 2,000 characters has none")
  void readsLengths() {
    assertEquals(new Form(Form.Kind.TEXT, OptionalInt.of(2000), 0), Form.of("char", "2,000"));
    assertEquals(new Form(Form.Kind.NUMBER, OptionalInt.of(3), 0), Form.of("num", "3,0"));
    assertEquals(new Form(Form.Kind.UNSTATED, OptionalInt.empty(), 0), Form.of("", ""));
    assertEquals(OptionalInt.of(30), Form.of("char", "").orElse(Form.of("char", "30")).length());
    assertEquals(OptionalInt.empty(), Form.of("date", "").orElse(Form.of("char", "30")).length());
  }

  @Test
  @DisplayName("of the core transactions these have one source, all others two or more")
  void independentSources() {
    List<String> core =
        List.of(
            "1101", "1162", "1301", "1312", "1901", "2101", "2102", "2103", "2201", "2202", "2203",
            "2203A", "2204", "2205", "2206", "2207", "2208", "2301", "2302", "2303", "2304", "2305",
            "2401", "2402", "2404", "2405", "2601", "3201", "3202", "3203", "3505", "3505A", "3506",
            "5201", "5202", "5203", "5204", "6201", "6202", "6203", "6301", "6401", "9001", "9002",
            "9101", "9102");

    assertEquals(
        List.of("1162", "2101", "2102", "2103", "3203", "3505A", "6202"),
        core.stream().filter(number -> TABLES.sources(number).size() == 1).toList());
    assertEquals(2, TABLES.sources("2301").size());
  }

  @Test
  @DisplayName("a transaction that nobody describes has no rows")
  void nobodyDescribes() {
    assertTrue(TABLES.rows("2161", Direction.INPUT).isEmpty());
  }

  @Test
  @DisplayName("a code table knows its codes, those of provinces by their form, and no others")
  void codeTables() {
    CodeTable insurance = CodeTables.shipped().of("insutype").orElseThrow();
    assertTrue(insurance.knows("310"));
    assertFalse(insurance.knows("999"));
    CodeTable care = CodeTables.shipped().of("med_type").orElseThrow();
    assertTrue(care.knows("140104"));
    assertFalse(care.knows("2101"));
    assertEquals("是否标志", CodeTables.shipped().of("acct_used_flag").orElseThrow().zh());
    assertTrue(insurance.with(Map.of("999", "甲")).knows("999"));
    assertTrue(CodeTables.shipped().of("psn_no").isEmpty());
  }

  private static long count(List<FieldRow> rows, FieldRow.Flag flag) {
    return rows.stream().filter(row -> row.flag() == flag).count();
  }
}
