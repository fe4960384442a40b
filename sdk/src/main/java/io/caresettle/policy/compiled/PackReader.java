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
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    if (version != PackWriter.VERSION) {
      throw in.wrong("version " + version + " of the form, which this library cannot read");
    }
    Header header = header();
    List<ValueSeries> values = in.list(this::series);
    List<StepDraft> steps = in.list(this::step);
    in.end();
    return new CompiledPack(header, values, steps);
  }

  private Header header() {
    String area = in.text();
    String topic = in.text();
    int version = (int) in.number(4);
    String zh = in.text();
    String en = in.text();
    String digest = in.text();
    String file = area + '/' + topic + ", version " + version;
    PackId id = new PackId(area, topic, version, zh, en, file, digest);
    Scheme scheme = word(Scheme.class);
    Set<CareType> care = EnumSet.noneOf(CareType.class);
    care.addAll(in.list(() -> word(CareType.class)));
    LocalDate from = in.day();
    Optional<LocalDate> to = in.optional(in::day);
    LocalDate stillValidOn = in.day();
    List<String> groups = in.list(in::text);
    List<String> aidClasses = in.list(in::text);
    return new Header(id, scheme, care, from, to, stillValidOn, groups, aidClasses, year());
  }

  private SettlementYear year() {
    int month = (int) in.number(1);
    int day = (int) in.number(1);
    long byDischarge = in.number(1);
    try {
      return new SettlementYear(MonthDay.of(month, day), byDischarge == 1);
    } catch (DateTimeException e) {
      throw in.wrong(month + "-" + day + ", which is no day of a year");
    }
  }

  private ValueSeries series() {
    String name = in.text();
    String describes = in.text();
    Unit unit = word(Unit.class);
    String statedBy = in.text();
    List<Dimension> by = in.list(() -> word(Dimension.class));
    return new ValueSeries(name, describes, unit, by, in.list(this::entry), statedBy);
  }

  private ValueEntry entry() {
    LocalDate from = in.day();
    Optional<LocalDate> to = in.optional(in::day);
    List<Cell> cells = in.list(this::cell);
    Citation source = citation();
    Optional<String> figure = in.optional(in::text);
    Standing standing = word(Standing.class);
    Confidence confidence = word(Confidence.class);
    Optional<String> assumed = in.optional(in::text);
    List<Claim> claims = in.list(() -> new Claim(in.list(this::cell), citation()));
    Optional<Decision> decision =
        in.optional(() -> new Decision(citation(), in.text(), in.day(), in.text()));
    return new ValueEntry(
        from, to, cells, source, figure, standing, confidence, assumed, claims, decision);
  }

  private Cell cell() {
    return new Cell(in.number(8), in.number(4));
  }

  private Citation citation() {
    return new Citation(
        in.text(), in.text(), (int) in.number(1), in.optional(() -> (int) in.number(1)));
  }

  private StepDraft step() {
    String word = in.text();
    StepKind kind =
        Arrays.stream(StepKind.values())
            .filter(one -> one.id().equals(word))
            .findFirst()
            .orElseThrow(() -> in.wrong("'" + word + "', which is no step"));
    Basis basis = new Basis(kind, in.text(), in.text(), citation(), in.optional(in::text));
    SortedMap<String, List<String>> keys = new TreeMap<>();
    for (Map.Entry<String, List<String>> key :
        in.list(() -> Map.entry(in.text(), in.list(in::text)))) {
      keys.put(key.getKey(), key.getValue());
    }
    return new StepDraft(basis, keys);
  }

  private <E extends Enum<E>> E word(Class<E> type) {
    return Word.parse(type, in.text(), "words");
  }
}
