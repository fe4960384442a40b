package io.caresettle.longtermcare;

import io.caresettle.money.Rate;
import io.caresettle.money.Rounding;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.author.ShareBeside;
import io.caresettle.policy.compiled.Cell;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.NoRuleInForce;
import io.caresettle.policy.plan.RulesConflict;
import io.caresettle.policy.plan.Ruling;
import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What each area says of its long-term-care fund, by date: what the fund pays, from a file of its
 * own, and how long a suspension may last, from the packs about entitlement. A terminal estimates
 * with it and warns by it; the centre decides.
 *
 * <p>A share is written as a value of a pack is, with its articles, standing and confidence. One in
 * an area whose pack says that there is no long-term care is refused.
 */
public final class CareTerms {

  private static final String FILE = "longtermcare/terms.yaml";
  private static final Map<String, Rounding> ROUNDINGS =
      Map.of("half-up", Rounding.HALF_UP, "down", Rounding.DOWN, "up", Rounding.UP);

  /**
   * How many months a suspension may last, both bounds included.
   *
   * @param source the article, such as {@code SH 62¶1}
   */
  public record Bounds(int leastMonths, int mostMonths, String source) {}

  private record Area(LocalDate from, ValueSeries shares, Rounding rounding) {}

  private final PolicyBook policy;
  private final Map<String, Area> areas = new HashMap<>();

  private CareTerms(PolicyBook policy) {
    this.policy = policy;
  }

  /**
   * What comes with the library, beside these packs.
   *
   * @throws io.caresettle.reading.ReadingFailed where they contradict it
   */
  public static CareTerms shipped(PolicyBook policy) {
    return ofText(FILE, shippedText(), policy);
  }

  /**
   * Terms as a file writes them.
   *
   * @throws io.caresettle.reading.ReadingFailed with every fault of the file
   */
  static CareTerms ofText(String file, String text, PolicyBook policy) {
    return Reading.of(file, text, top -> new CareTerms(policy).bind(top));
  }

  private static String shippedText() {
    try (InputStream in = CareTerms.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException("The terms of long-term care are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the fund of {@code area} pays of a visit that begins on {@code day}. */
  public CareShare share(String area, LocalDate day) {
    Area known = areas.get(area);
    if (known == null || day.isBefore(known.from())) {
      return CareShare.NotPublished.by("");
    }
    ValueEntry entry = known.shares().on(day);
    Cell cell = entry.cells().get(0);
    return cell.isUnknown()
        ? CareShare.NotPublished.by(entry.source().toString())
        : new CareShare.Published(
            new Rate(cell.amount(), cell.of()),
            known.rounding(),
            entry.source().toString(),
            entry.forTestsOnly());
  }

  /** How long a suspension that begins on {@code day} may last there; empty where no text says. */
  public Optional<Bounds> suspension(String area, LocalDate day) {
    return rules(area, day).flatMap(CareTerms::bounds);
  }

  private static Optional<Bounds> bounds(EntitlementRules rules) {
    Ruling<Integer> least = rules.number(EntitlementName.LONG_TERM_CARE_SUSPENSION_LEAST);
    Ruling<Integer> most = rules.number(EntitlementName.LONG_TERM_CARE_SUSPENSION_MOST);
    return least instanceof Ruling.Said<Integer> from && most instanceof Ruling.Said<Integer> to
        ? Optional.of(new Bounds(from.value(), to.value(), from.source().toString()))
        : Optional.empty();
  }

  private Optional<EntitlementRules> rules(String area, LocalDate day) {
    try {
      return Optional.of(policy.entitlement(area, day));
    } catch (NoRuleInForce | RulesConflict nothingSaid) {
      return Optional.empty();
    }
  }

  private Optional<CareTerms> bind(Mapping top) {
    for (Field field : top.required("areas").list()) {
      field.mapping().ifPresent(this::area);
    }
    return Optional.of(this);
  }

  private void area(Mapping mapping) {
    Field code = mapping.required("area");
    Optional<Mapping> names = mapping.required("names").mapping();
    names.ifPresent(
        both -> {
          both.required("zh").text();
          both.required("en").text();
        });
    Optional<LocalDate> from = mapping.required("from").date();
    Optional<Rounding> rounding = mapping.optional("rounding").word(ROUNDINGS);
    Field share = mapping.required("fund-share");
    Optional<String> area = code.text();
    if (area.isEmpty() || from.isEmpty()) {
      return;
    }
    Optional<ValueSeries> series = ShareBeside.bind(area.get(), from.get(), share);
    if (series.isEmpty()) {
      return;
    }
    contradiction(area.get(), series.get())
        .ifPresent(
            source ->
                share.fault(
                    "a share in an area that has no long-term care by " + source,
                    "what its pack about entitlement says in long-term-care.exists"));
    Area whole = new Area(from.get(), series.get(), rounding.orElse(Rounding.HALF_UP));
    if (areas.put(area.get(), whole) != null) {
      code.fault("'" + area.get() + "' again", "each area once");
    }
  }

  /** Where a pack says that there is no long-term care on a day on which a share is known. */
  private Optional<Citation> contradiction(String area, ValueSeries series) {
    for (ValueEntry entry : series.entries()) {
      LocalDate day = entry.from();
      while (!entry.cells().get(0).isUnknown()) {
        Optional<EntitlementRules> rules = rules(area, day);
        if (rules.isPresent()
            && rules.get().yes(EntitlementName.LONG_TERM_CARE_EXISTS)
                instanceof Ruling.Said<Boolean> said
            && !said.value()) {
          return Optional.of(said.source());
        }
        Optional<LocalDate> last = rules.flatMap(EntitlementRules::to);
        if (last.isEmpty() || entry.to().filter(to -> !to.isAfter(last.get())).isPresent()) {
          break; // Nothing else is said in the entry's days.
        }
        day = last.get().plusDays(1);
      }
    }
    return Optional.empty();
  }
}
