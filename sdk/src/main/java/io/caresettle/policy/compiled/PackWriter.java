package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.PackId;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Writes a pack as its canonical bytes. Field by field what {@link PackReader} reads. */
final class PackWriter {

  static final byte[] MAGIC = "CSPK".getBytes(StandardCharsets.US_ASCII);

  /** The form of packs about benefits; what was compiled in it stays what it is. */
  static final int BENEFITS = 1;

  /** The form of packs about entitlement, which older readers refuse by its number. */
  static final int ENTITLEMENT = 2;

  private final ByteOut out = new ByteOut();

  byte[] write(CompiledPack pack) {
    for (byte letter : MAGIC) {
      out.number(letter, 1);
    }
    boolean entitlement = pack.header().isEntitlement();
    out.number(entitlement ? ENTITLEMENT : BENEFITS, 1);
    header(pack.header());
    out.number(pack.values().size(), 4);
    for (ValueSeries series : pack.values()) {
      series(series);
    }
    if (entitlement) {
      return out.done();
    }
    out.number(pack.steps().size(), 4);
    for (StepDraft step : pack.steps()) {
      step(step);
    }
    return out.done();
  }

  /** Without the file's name: where a pack lay says nothing of what it says. */
  private void header(Header header) {
    PackId id = header.id();
    out.text(id.area());
    out.text(id.topic());
    out.number(id.version(), 4);
    out.text(id.zh());
    out.text(id.en());
    out.text(id.digest());
    if (!header.isEntitlement()) {
      serves(header);
    }
    out.day(header.from());
    out.optionalDay(header.to());
    out.day(header.stillValidOn());
    if (!header.isEntitlement()) {
      people(header);
    }
  }

  private void serves(Header header) {
    out.text(Word.of(header.scheme()));
    out.number(header.care().size(), 4);
    for (CareType care : EnumSet.copyOf(header.care())) {
      out.text(Word.of(care));
    }
  }

  private void people(Header header) {
    out.texts(header.groups());
    out.texts(header.aidClasses());
    out.number(header.year().month(), 1);
    out.number(header.year().day(), 1);
    out.number(header.year().byDischarge() ? 1 : 0, 1);
  }

  private void series(ValueSeries series) {
    out.text(series.name());
    out.text(series.describes());
    out.text(series.unit().id());
    out.text(series.statedBy());
    out.number(series.by().size(), 4);
    for (Dimension dimension : series.by()) {
      out.text(dimension.id());
    }
    out.number(series.entries().size(), 4);
    for (ValueEntry entry : series.entries()) {
      entry(entry, series.unit());
    }
  }

  private void entry(ValueEntry entry, Unit unit) {
    out.day(entry.from());
    out.optionalDay(entry.to());
    cells(entry.cells(), unit);
    citation(entry.source());
    out.optionalText(entry.figure());
    out.text(Word.of(entry.standing()));
    out.text(Word.of(entry.confidence()));
    out.optionalText(entry.assumed());
    out.number(entry.claims().size(), 4);
    for (Claim claim : entry.claims()) {
      cells(claim.cells(), unit);
      citation(claim.source());
    }
    if (out.there(entry.decision())) {
      decision(entry.decision().get());
    }
  }

  private void decision(Decision decision) {
    citation(decision.chosen());
    out.text(decision.because());
    out.day(decision.decidedOn());
    out.text(decision.by());
  }

  /** What entitlement is said in stands as words after its number. */
  private void cells(List<Cell> cells, Unit unit) {
    out.number(cells.size(), 4);
    for (Cell cell : cells) {
      out.number(cell.amount(), 8);
      out.number(cell.of(), 4);
      if (!unit.ofBenefits()) {
        out.text(cell.said());
      }
    }
  }

  private void citation(Citation citation) {
    out.text(citation.text());
    out.text(citation.article());
    out.number(citation.paragraph(), 1);
    if (out.there(citation.item())) {
      out.number(citation.item().get(), 1);
    }
  }

  private void step(StepDraft step) {
    Basis basis = step.basis();
    out.text(basis.kind().id());
    out.text(basis.id());
    out.text(basis.rule());
    citation(basis.source());
    out.optionalText(basis.assumed());
    out.number(step.keys().size(), 4);
    for (Map.Entry<String, List<String>> key : step.keys().entrySet()) {
      out.text(key.getKey());
      out.texts(key.getValue());
    }
  }
}
