package io.caresettle.policy.author;

import io.caresettle.policy.compiled.Header;
import io.caresettle.policy.compiled.PackKind;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.PackId;
import io.caresettle.policy.plan.Scheme;
import io.caresettle.policy.plan.SettlementYear;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a pack says of itself. */
final class HeaderBinder {

  private final Mapping pack;
  private final Optional<Header> parent;

  HeaderBinder(Mapping pack, Parents parents) {
    this.pack = pack;
    this.parent = parents.nearest().map(Pack::header);
  }

  /**
   * A header, with stand-ins where something is at fault, so that the rest can be checked.
   *
   * @param daysKnown whether its days are its own
   */
  record Bound(Header header, boolean daysKnown) {}

  Bound bind() {
    PackId id = id();
    Optional<Scheme> scheme = pack.required("scheme").word(Words.SCHEMES);
    boolean mayServeNobody = Parents.isParent(id.area());
    Set<CareType> care = care(mayServeNobody ? pack.optional("care") : pack.required("care"));
    Days days = days();
    List<String> groups = words("groups", parent.map(Header::groups));
    List<String> aidClasses = words("aid_classes", parent.map(Header::aidClasses));
    SettlementYear year = year(pack.optional("settlement_year"));
    Header header =
        new Header(
            id,
            scheme.orElse(Scheme.EMPLOYEE),
            care,
            days.first(),
            days.to(),
            days.stillValidOn(),
            groups,
            aidClasses,
            year);
    return new Bound(header, days.from().isPresent());
  }

  /** A pack about entitlement is for all schemes and all care, so its header is shorter. */
  Bound bindEntitlement() {
    PackId id = id();
    if (pack.has("topic") && !id.topic().equals(PackKind.TOPIC)) {
      pack.faultAtKey("topic", "the topic '" + id.topic() + "'", "'" + PackKind.TOPIC + "'");
    }
    Days days = days();
    Header header = Header.ofEntitlement(id, days.first(), days.to(), days.stillValidOn());
    return new Bound(header, days.from().isPresent());
  }

  private PackId id() {
    Optional<String> topic =
        pack.required("topic").text("lower-case words joined by dashes", HeaderBinder::name);
    Optional<String> area = pack.required("area").text("six digits, or test", HeaderBinder::area);
    Optional<Mapping> names = pack.required("names").mapping();
    Optional<String> zh = names.flatMap(both -> line(both.required("zh")));
    Optional<String> en = names.flatMap(both -> line(both.required("en")));
    int version = pack.optional("version").integer(1, Integer.MAX_VALUE).orElse(1L).intValue();
    return new PackId(
        area.orElse("test"),
        topic.orElse("topic"),
        version,
        zh.orElse(""),
        en.orElse(""),
        pack.file(),
        digest());
  }

  private record Days(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate stillValidOn) {

    LocalDate first() {
      return from.orElse(LocalDate.EPOCH);
    }
  }

  private Days days() {
    Field fromField = pack.required("from");
    Optional<LocalDate> from = fromField.date();
    Optional<LocalDate> to = to(from);
    from.ifPresent(day -> withinParent(fromField, day, to));
    Optional<LocalDate> stillValidOn = pack.required("still_valid_on").date();
    return new Days(from, to, stillValidOn.orElse(LocalDate.EPOCH));
  }

  private Optional<LocalDate> to(Optional<LocalDate> from) {
    Field field = pack.optional("to");
    Optional<LocalDate> to = field.date();
    if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
      field.fault(to.get() + ", before the first day", "a day from " + from.get() + " on");
    }
    return to;
  }

  /** What a parent gives must be there as long as the child is. */
  private void withinParent(Field field, LocalDate from, Optional<LocalDate> to) {
    if (parent.isEmpty()) {
      return;
    }
    Header above = parent.get();
    boolean outlives =
        above.to().isPresent() && (to.isEmpty() || to.get().isAfter(above.to().get()));
    if (from.isBefore(above.from()) || outlives) {
      field.fault(
          "a pack from " + from + to.map(day -> " to " + day).orElse(" on"),
          "days that its parent "
              + above.id().file()
              + " has too: from "
              + above.from()
              + above.to().map(day -> " to " + day).orElse(" on"));
    }
  }

  private static Set<CareType> care(Field field) {
    Set<CareType> care = EnumSet.noneOf(CareType.class);
    for (Field element : field.list()) {
      Optional<CareType> type = element.word(Words.CARE);
      if (type.isPresent() && !care.add(type.get())) {
        element.fault("'" + Words.dashed(type.get()) + "' a second time", "each kind once");
      }
    }
    if (field.present() && field.list().isEmpty()) {
      field.fault("no kind of care", "at least one");
    }
    return care;
  }

  /** Words of the pack's own; {@code none} is everybody else, and comes first. */
  private List<String> words(String key, Optional<List<String>> inherited) {
    Field field = pack.optional(key);
    List<String> words = new ArrayList<>();
    for (Field element : field.list()) {
      Optional<String> word = element.text("lower-case words joined by dashes", HeaderBinder::name);
      if (word.isPresent() && words.contains(word.get())) {
        element.fault("'" + word.get() + "' a second time", "each once");
      } else {
        word.ifPresent(words::add);
      }
    }
    if (field.present() && (words.isEmpty() || !words.get(0).equals("none"))) {
      field.fault(
          words.isEmpty() ? "no word" : "'" + words.get(0) + "' as the first", "'none' first");
    }
    return words.isEmpty() ? inherited.orElse(List.of("none")) : words;
  }

  private SettlementYear year(Field field) {
    Optional<Mapping> year = field.mapping();
    if (year.isEmpty()) {
      return parent.map(Header::year).orElse(SettlementYear.CALENDAR);
    }
    Optional<MonthDay> starts =
        year.get().required("starts").text("a day of the year such as 01-01", HeaderBinder::start);
    Optional<String> countsBy =
        year.get().required("counts_by").word(Words.plain("service", "discharge"));
    return new SettlementYear(
        starts.orElse(MonthDay.of(1, 1)), countsBy.equals(Optional.of("discharge")));
  }

  private static MonthDay start(String text) {
    try {
      return new SettlementYear(MonthDay.parse("--" + text), false).starts();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static String name(String text) {
    return matching(text, "[a-z][a-z0-9]*(-[a-z0-9]+)*");
  }

  /** A text for slips and sheets, which both have lines of their own. */
  static Optional<String> line(Field field) {
    return field.text("a text in one line that says something", HeaderBinder::inOneLine);
  }

  private static String inOneLine(String text) {
    if (text.isBlank() || text.codePoints().anyMatch(HeaderBinder::isUnseen)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** Control characters, ends of lines, and marks that turn the direction of what follows. */
  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  /** The name of a value or an accumulator. */
  static String dotted(String text) {
    return matching(text, "[a-z][a-z0-9]*(-[a-z0-9]+)*(\\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*");
  }

  private static String area(String text) {
    return matching(text, "\\d{6}|test");
  }

  private static String matching(String text, String form) {
    if (!text.matches(form)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  /** Of the file, and of what it inherits: both say what the law is. */
  private String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      parent.ifPresent(
          above -> sha256.update(above.id().digest().getBytes(StandardCharsets.UTF_8)));
      byte[] digest = sha256.digest(pack.fileText().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
