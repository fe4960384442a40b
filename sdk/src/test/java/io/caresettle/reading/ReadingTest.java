package io.caresettle.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.money.Money;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A file that a person wrote")
class ReadingTest {

  private record Pet(
      String name, long legs, Optional<LocalDate> born, Money price, boolean tame, String kind) {}

  private static Optional<Pet> pet(Mapping top) {
    Optional<String> name = top.required("name").text();
    Optional<Long> legs = top.required("legs").integer(0, 8);
    Optional<LocalDate> born = top.optional("born").date();
    Optional<Money> price = top.required("price").text("yuan such as 1.00", Money::parseYuan);
    Optional<Boolean> tame = top.required("tame").truth();
    Optional<String> kind = top.required("kind").word(Map.of("cat", "猫", "dog", "狗"));
    for (Field toy : top.optional("toys").list()) {
      toy.mapping().ifPresent(mapping -> mapping.required("sort").text());
    }
    if (name.isEmpty() || legs.isEmpty() || price.isEmpty() || tame.isEmpty() || kind.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Pet(name.get(), legs.get(), born, price.get(), tame.get(), kind.get()));
  }

  private static final String GOOD =
      "name: 咪咪\nlegs: 4\nborn: 2026-01-01\nprice: \"12.30\"\ntame: true\nkind: cat\n";

  private static Pet read(String text) {
    return Reading.of("pet.yaml", text, ReadingTest::pet);
  }

  private static List<String> faults(String text) {
    ReadingFailed failed = assertThrows(ReadingFailed.class, () -> read(text));
    return failed.faults().stream().map(Fault::toString).toList();
  }

  @Test
  void isReadWhole() {
    Pet expected =
        new Pet("咪咪", 4, Optional.of(LocalDate.of(2026, 1, 1)), new Money(1230), true, "猫");
    assertEquals(expected, read(GOOD));
  }

  @Test
  @DisplayName("may be JSON, indented by tabs")
  void mayBeJson() {
    Pet pet =
        read(
            "{\n\t\"name\": \"a\\u732b\",\n\t\"legs\": 4, \"price\": \"1.00\",\n"
                + "\t\"tame\": false, \"kind\": \"dog\"\n}");
    assertEquals("a猫", pet.name());
  }

  @Test
  @DisplayName("is refused with all its faults at once, each in its place")
  void tellsAllFaultsAtOnce() {
    String text =
        """
        nmae: Tom
        legs: 4.0
        born: 2026-02-30
        price: 12.30
        tame: "true"
        kind: cot
        toys:
          - {sort: ball, colour: red}
          - {}
          - ball
        legs: 3
        """;
    assertEquals(
        List.of(
            "pet.yaml:1:1: found no 'name' here, expected the key 'name'",
            "pet.yaml:1:1: nmae: found the unknown key 'nmae', expected perhaps 'name'",
            "pet.yaml:2:7: legs: found the decimal number 4.0, expected a whole number from 0 to 8",
            "pet.yaml:3:7: born: found '2026-02-30', expected a day such as 2026-01-01",
            "pet.yaml:4:8: price: found the decimal number 12.30, expected yuan such as 1.00, in"
                + " quotes",
            "pet.yaml:5:7: tame: found 'true', expected true or false, without quotes",
            "pet.yaml:6:7: kind: found 'cot', expected one of WORDS; perhaps 'cat'",
            "pet.yaml:8:18: toys[0].colour: found the unknown key 'colour', expected one of sort",
            "pet.yaml:9:5: toys[1]: found no 'sort' here, expected the key 'sort'",
            "pet.yaml:10:5: toys[2]: found 'ball', expected a mapping of keys to values",
            "pet.yaml:11:1: legs: found this key a second time, expected each key once"),
        faults(text).stream()
            .map(fault -> fault.replace("cat, dog", "WORDS").replace("dog, cat", "WORDS"))
            .toList());
  }

  @Test
  @DisplayName("has no anchors, aliases, tags or second document")
  void hasNothingThatOnlyMachinesWrite() {
    String text =
        GOOD.replace("name: 咪咪", "name: &n Tom")
                .replace("legs: 4", "legs: !!int \"4\"")
                .replace("kind: cat", "kind: *n")
            + "---\nname: x\n";
    assertEquals(
        List.of(
            "pet.yaml:1:7: found the anchor &n, expected no anchor",
            "pet.yaml:2:7: found the tag tag:yaml.org,2002:int, expected no tag",
            "pet.yaml:6:7: found the alias *n, expected the value itself, written out",
            "pet.yaml:7:1: found a second document, expected one document in a file"),
        faults(text));
  }

  @Test
  void brokenSyntaxHasALineAndAColumn() {
    assertEquals("pet.yaml:3:6", place("name: a\nlegs: [4\nprice: }"), "YAML");
    assertEquals(
        "pet.yaml:3:7", place("{\"name\": \"a\",\n \"legs\": 4\n\"kind\": \"cat\"}"), "JSON");
    assertEquals("pet.yaml:2:8", place("name: 𠀀\nkind: 𠀀\u0007"), "a control character");
  }

  private static String place(String text) {
    Fault fault = assertThrows(ReadingFailed.class, () -> read(text)).faults().get(0);
    return fault.file() + ':' + fault.line() + ':' + fault.column();
  }

  @Test
  void nestingHasABottom() {
    String deep = "name: " + "[".repeat(100_000) + "]".repeat(100_000);
    assertEquals(
        List.of("pet.yaml:1:70: found values nested deeper than 64, expected a flatter file"),
        faults(deep));
  }

  @Test
  void anEmptyFileOrAListIsNoMapping() {
    assertEquals(
        List.of("pet.yaml:1:1: found an empty file, expected a mapping of keys to values"),
        faults(""));
    assertEquals(
        List.of("pet.yaml:1:1: found a list, expected a mapping of keys to values"),
        faults("- a\n- b"));
  }

  @Test
  void aFileThatCannotBeReadIsOneFault(@TempDir Path directory) throws Exception {
    Path missing = directory.resolve("missing.yaml");
    Path latin =
        Files.write(directory.resolve("latin.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));
    for (Path path : List.of(missing, latin)) {
      ReadingFailed failed =
          assertThrows(ReadingFailed.class, () -> Reading.of(path, ReadingTest::pet));
      assertEquals(path.toString(), failed.faults().get(0).file());
    }
  }

  @Test
  void theNearestWordIsProposedAndNoFarOne() {
    List<String> words = List.of("deductible", "coinsurance", "still_valid_on");
    assertEquals(Optional.of("deductible"), Nearest.to("deductable", words));
    assertEquals(Optional.of("coinsurance"), Nearest.to("co-insurance", words));
    assertEquals(Optional.of("still_valid_on"), Nearest.to("Still-Valid-On", words));
    assertEquals(Optional.empty(), Nearest.to("cash", words));
  }

  @Test
  @DisplayName("that refers to itself is refused and not followed")
  void aCircleIsRefused() {
    assertEquals(
        "pet.yaml:7:7: found the anchor &t, expected no anchor",
        faults(GOOD + "toys: &t [*t]\n").get(0));
  }

  @Test
  @DisplayName("cannot write into somebody's terminal")
  void aFaultIsOneLine() {
    List<String> faults =
        faults(GOOD.replace("kind: cat", "kind: \"\\e[2J\\n" + "x".repeat(999) + '"'));
    assertEquals(1, faults.size());
    assertEquals(List.of(), faults.get(0).chars().filter(c -> c < ' ').boxed().toList());
    assertEquals(true, faults.get(0).length() < 300, faults.get(0));
  }

  @Test
  void nothingHalfMadeGetsOut() {
    ReadingFailed failed =
        assertThrows(
            ReadingFailed.class,
            () ->
                Reading.of(
                    "a.yaml",
                    "inner: {a: 1}",
                    top -> {
                      Field inner = top.required("inner");
                      Optional<String> made =
                          inner.bind(
                              mapping -> {
                                mapping.required("a").text();
                                return Optional.of("half");
                              });
                      assertEquals(Optional.empty(), made);
                      return made;
                    }));
    assertEquals(1, failed.faults().size());
  }

  @Test
  @Timeout(180)
  @DisplayName(
      "a text that no person wrote is refused before it is parsed, and a long word at once")
  void anEndlessLineIsRefusedAtOnce() {
    String endless = "#" + "x".repeat(10_000_000);
    ReadingFailed failed =
        assertThrows(ReadingFailed.class, () -> Reading.of("a.yaml", endless, ReadingTest::pet));
    assertEquals("more than 3 Mi characters", failed.faults().get(0).found());
    assertEquals(Optional.empty(), Nearest.to("x".repeat(2_000_000), List.of("name", "born")));
  }
}
