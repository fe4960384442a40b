package io.caresettle.sim.demo;

import io.caresettle.eligibility.OutsidePrescription;
import io.caresettle.money.Money;
import io.caresettle.money.Quantity;
import io.caresettle.money.Rounding;
import io.caresettle.money.UnitPrice;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a bill from a file that a person wrote, in YAML or JSON:
 *
 * <pre>{@code
 * bill: MY-0001            # your number of the bill
 * person: P0000001         # who comes: one of the simulator's people, P0000001 to P0000004
 * registered: P0000001     # optional: whom the institution registered; else the same
 * at: hospital             # hospital | pharmacy
 * by: card                 # card | code
 * answer: lost             # optional: the centre's answer is lost on the way back
 * prescription: {number: RX-1, hospital: TEST00000001, pharmacist: PH-01, reviewed_at: "2026-11-20T09:50:00+08:00"}
 * lines:
 *   - {line: "1", code: TEST-0001, price: "12.3456", quantity: "2", total: "24.69"}   # total is optional
 * }</pre>
 */
final class BillFile {

  private static final Map<String, DemoBill.Place> PLACES = new LinkedHashMap<>();
  private static final Map<String, DemoBill.Proof> PROOFS = new LinkedHashMap<>();

  static {
    PLACES.put("hospital", DemoBill.Place.HOSPITAL);
    PLACES.put("pharmacy", DemoBill.Place.PHARMACY);
    PROOFS.put("card", DemoBill.Proof.CARD);
    PROOFS.put("code", DemoBill.Proof.CODE);
  }

  private BillFile() {}

  /**
   * Reads a bill from disk.
   *
   * @throws io.caresettle.reading.ReadingFailed with every fault of the file
   */
  static DemoBill read(Path file) {
    return Reading.of(file, BillFile::bill);
  }

  /** One of the bills that come with the simulator, such as {@code 1-hospital-card}. */
  static DemoBill shipped(String name) {
    String resource = "/demo/" + name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(BillFile.class.getResourceAsStream(resource), resource)) {
      return Reading.of(
          name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8), BillFile::bill);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's own bill " + resource + " cannot be read", e);
    }
  }

  private static Optional<DemoBill> bill(Mapping top) {
    Optional<String> number =
        top.required("bill")
            .text(
                "1 to 64 letters, digits, dots, dashes or underscores",
                form("[0-9A-Za-z._-]{1,64}"));
    Optional<String> person =
        top.required("person").text("a person number such as P0000001", form("P[0-9]{7}"));
    Optional<String> registered =
        top.optional("registered").text("a person number such as P0000001", form("P[0-9]{7}"));
    Optional<DemoBill.Place> at = top.required("at").word(PLACES);
    Optional<DemoBill.Proof> by = top.required("by").word(PROOFS);
    Optional<Boolean> lost = top.optional("answer").word(Map.of("lost", true));
    Field prescription = top.optional("prescription");
    Optional<OutsidePrescription> reviewed = prescription.mapping().flatMap(BillFile::prescription);
    Field lines = top.required("lines");
    List<DemoBill.Line> read = new ArrayList<>();
    Set<String> numbers = new HashSet<>();
    for (Field line : lines.list()) {
      line.mapping().flatMap(m -> line(m, numbers)).ifPresent(read::add);
    }
    if (lines.present() && lines.list().isEmpty()) {
      lines.fault("no line", "at least one line");
    }
    if (number.isEmpty() || person.isEmpty() || at.isEmpty() || by.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DemoBill(
            number.get(),
            person.get(),
            registered.orElse(person.get()),
            at.get(),
            by.get(),
            reviewed,
            lost.orElse(false),
            read));
  }

  private static Optional<OutsidePrescription> prescription(Mapping mapping) {
    Optional<String> number = mapping.required("number").text("something", form("\\S.*"));
    Optional<String> hospital = mapping.required("hospital").text("something", form("\\S.*"));
    Optional<String> pharmacist = mapping.required("pharmacist").text("something", form("\\S.*"));
    Optional<Instant> reviewedAt =
        mapping
            .required("reviewed_at")
            .text("a moment such as 2026-11-20T09:50:00+08:00", BillFile::moment);
    return number.isPresent()
            && hospital.isPresent()
            && pharmacist.isPresent()
            && reviewedAt.isPresent()
        ? Optional.of(
            new OutsidePrescription(
                number.get(), hospital.get(), pharmacist.get(), reviewedAt.get()))
        : Optional.empty();
  }

  private static Optional<DemoBill.Line> line(Mapping mapping, Set<String> numbers) {
    Field number = mapping.required("line");
    Optional<String> id =
        number.text(
            "1 to 64 letters, digits, dots, dashes or underscores", form("[0-9A-Za-z._-]{1,64}"));
    if (id.isPresent() && !numbers.add(id.get())) {
      number.fault("'" + id.get() + "' a second time", "a number of its own for each line");
    }
    Optional<String> code = mapping.required("code").text();
    Optional<UnitPrice> price =
        mapping
            .required("price")
            .text("a price in yuan with at most 6 decimals, such as \"12.3456\"", UnitPrice::parse);
    Optional<Quantity> quantity =
        mapping
            .required("quantity")
            .text("a quantity above zero with at most 4 decimals, such as \"2\"", Quantity::parse);
    Field stated = mapping.optional("total");
    Optional<Money> total =
        stated.text("yuan with two decimals, such as \"24.69\"", Money::parseYuan);
    if (id.isEmpty() || code.isEmpty() || price.isEmpty() || quantity.isEmpty()) {
      return Optional.empty();
    }
    Money product;
    try {
      product = price.get().times(quantity.get(), Rounding.HALF_UP);
    } catch (ArithmeticException e) {
      mapping.fault("price times quantity beyond every bill", "a smaller price or quantity");
      return Optional.empty();
    }
    if (total.isPresent() && !total.get().equals(product)) {
      stated.fault(
          "'" + total.get() + "'",
          price.get() + " × " + quantity.get() + " = '" + product + "', or no total at all");
    }
    return Optional.of(
        new DemoBill.Line(id.get(), code.get(), price.get(), quantity.get(), product));
  }

  private static Function<String, String> form(String pattern) {
    return text -> {
      if (!text.matches(pattern)) {
        throw new IllegalArgumentException(text);
      }
      return text;
    };
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
