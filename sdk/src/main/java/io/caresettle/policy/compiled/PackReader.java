package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.Confidence;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.policy.plan.Standing;
import io.caresettle.policy.plan.StepKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the canonical bytes of a pack, and nothing else. */
final class PackReader {

  private final ByteIn in;

  private PackReader(byte[] bytes) {
    in = new ByteIn(bytes);
  }

  static CompiledPack read(byte[] bytes) {
    CompiledPack pack = new PackReader(bytes).pack();
    // What is sorted, trimmed or replaced on the way in would be another pack on the way out.
    if (!Arrays.equals(bytes, pack.bytes())) {
      throw new MalformedPack("the whole", "bytes in another form than the canonical one");
    }
    return pack;
  }

  private CompiledPack pack() {
    for (byte letter : PackWriter.MAGIC) {
      if (in.number(1) != letter) {
        throw in.wrong("no compiled pack: it does not begin with CSPK");
      }
    }
    long version = in.number(1);
    if (version != PackWriter.BENEFITS && version != PackWriter.ENTITLEMENT) {
      throw in.wrong("version " + version + " of the form, which this library cannot read");
    }
    boolean entitlement = version == PackWriter.ENTITLEMENT;
    Header header = header(entitlement);
    int count = in.count();
    List<ValueSeries> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(series());
    }
    List<StepDraft> steps = new ArrayList<>();
    count = entitlement ? 0 : in.count();
    for (int i = 0; i < count; i++) {
      steps.add(step());
    }
    in.end();
    return new CompiledPack(header, values, steps);
  }

  private Header header(boolean entitlement) {
    String area = in.text();
    String topic = in.text();
    int version = (int) in.number(4);
    String zh = in.text();
    String en = in.text();
    String digest = in.text();
    String file = String.join("", area, "/", topic, ", version ", Integer.toString(version));
    PackId id = new PackId(area, topic, version, zh, en, file, digest);
    if (entitlement) {
      return Header.ofEntitlement(id, in.day(), in.optionalDay(), in.day());
    }
    Scheme scheme = word(Scheme.class);
    Set<CareType> care = EnumSet.noneOf(CareType.class);
    int kinds = in.count();
    for (int i = 0; i < kinds; i++) {
      care.add(word(CareType.class));
    }
    LocalDate from = in.day();
    Optional<LocalDate> to = in.optionalDay();
    LocalDate stillValidOn = in.day();
    List<String> groups = in.texts();
    List<String> aidClasses = in.texts();
    return new Header(id, scheme, care, from, to, stillValidOn, groups, aidClasses, year());
  }

  private SettlementYear year() {
    int month = (int) in.number(1);
    int day = (int) in.number(1);
    long byDischarge = in.number(1);
    try {
      return new SettlementYear(month, day, byDischarge == 1);
    } catch (DateTimeException e) {
      throw in.wrong(month + "-" + day + ", which is no day of a year");
    }
  }

  private ValueSeries series() {
    String name = in.text();
    String describes = in.text();
    Unit unit = word(Unit.class);
    String statedBy = in.text();
    int count = in.count();
    List<Dimension> by = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      by.add(word(Dimension.class));
    }
    count = in.count();
    List<ValueEntry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      entries.add(entry(unit));
    }
    return new ValueSeries(name, describes, unit, by, entries, statedBy);
  }

  private ValueEntry entry(Unit unit) {
    LocalDate from = in.day();
    Optional<LocalDate> to = in.optionalDay();
    List<Cell> cells = cells(unit);
    Citation source = citation();
    Optional<String> figure = in.optionalText();
    Standing standing = word(Standing.class);
    Confidence confidence = word(Confidence.class);
    Optional<String> assumed = in.optionalText();
    int count = in.count();
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      claims.add(new Claim(cells(unit), citation()));
    }
    Optional<Decision> decision =
        in.there()
            ? Optional.of(new Decision(citation(), in.text(), in.day(), in.text()))
            : Optional.empty();
    return new ValueEntry(
        from, to, cells, source, figure, standing, confidence, assumed, claims, decision);
  }

  private List<Cell> cells(Unit unit) {
    int count = in.count();
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long amount = in.number(8);
      long of = in.number(4);
      cells.add(new Cell(amount, of, unit.ofBenefits() ? "" : in.text()));
    }
    return cells;
  }

  private Citation citation() {
    return new Citation(
        in.text(),
        in.text(),
        (int) in.number(1),
        in.there() ? Optional.of((int) in.number(1)) : Optional.empty());
  }

  private StepDraft step() {
    StepKind kind = kind(in.text());
    Basis basis = new Basis(kind, in.text(), in.text(), citation(), in.optionalText());
    SortedMap<String, List<String>> keys = new TreeMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      keys.put(in.text(), in.texts());
    }
    return new StepDraft(basis, keys);
  }

  private StepKind kind(String word) {
    for (StepKind kind : StepKind.values()) {
      if (kind.id().equals(word)) {
        return kind;
      }
    }
    throw in.wrong("'" + word + "', which is no step");
  }

  private <E extends Enum<E>> E word(Class<E> type) {
    return Word.parse(type, in.text(), "words");
  }
}
