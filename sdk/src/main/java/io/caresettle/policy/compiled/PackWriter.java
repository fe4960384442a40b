package io.caresettle.policy.compiled;

import io.caresettle.policy.plan.Basis;
import io.caresettle.policy.plan.Citation;
import io.caresettle.policy.plan.PackId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a pack as its canonical bytes. Field by field what {@link PackReader} reads. */
final class PackWriter {

  static final byte[] MAGIC = "CSPK".getBytes(StandardCharsets.US_ASCII);
  static final int VERSION = 1;

  private final ByteOut out = new ByteOut();

  byte[] write(CompiledPack pack) {
    for (byte letter : MAGIC) {
      out.number(letter, 1);
    }
    out.number(VERSION, 1);
    header(pack.header());
    out.list(pack.values(), this::series);
    out.list(pack.steps(), this::step);
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
    out.text(Word.of(header.scheme()));
    out.list(header.care().stream().sorted().map(Word::of).toList(), out::text);
    out.day(header.from());
    out.optional(header.to(), out::day);
    out.day(header.stillValidOn());
    out.list(header.groups(), out::text);
    out.list(header.aidClasses(), out::text);
    out.number(header.year().starts().getMonthValue(), 1);
    out.number(header.year().starts().getDayOfMonth(), 1);
    out.number(header.year().byDischarge() ? 1 : 0, 1);
  }

  private void series(ValueSeries series) {
    out.text(series.name());
    out.text(series.describes());
    out.text(series.unit().id());
    out.text(series.statedBy());
    out.list(series.by(), dimension -> out.text(dimension.id()));
    out.list(series.entries(), this::entry);
  }

  private void entry(ValueEntry entry) {
    out.day(entry.from());
    out.optional(entry.to(), out::day);
    out.list(entry.cells(), this::cell);
    citation(entry.source());
    out.optional(entry.figure(), out::text);
    out.text(Word.of(entry.standing()));
    out.text(Word.of(entry.confidence()));
    out.optional(entry.assumed(), out::text);
    out.list(
        entry.claims(),
        claim -> {
          out.list(claim.cells(), this::cell);
          citation(claim.source());
        });
    out.optional(entry.decision(), this::decision);
  }

  private void decision(Decision decision) {
    citation(decision.chosen());
    out.text(decision.because());
    out.day(decision.decidedOn());
    out.text(decision.by());
  }

  private void cell(Cell cell) {
    out.number(cell.amount(), 8);
    out.number(cell.of(), 4);
  }

  private void citation(Citation citation) {
    out.text(citation.text());
    out.text(citation.article());
    out.number(citation.paragraph(), 1);
    out.optional(citation.item(), item -> out.number(item, 1));
  }

  private void step(StepDraft step) {
    Basis basis = step.basis();
    out.text(basis.kind().id());
    out.text(basis.id());
    out.text(basis.rule());
    citation(basis.source());
    out.optional(basis.assumed(), out::text);
    out.number(step.keys().size(), 4);
    for (Map.Entry<String, List<String>> key : step.keys().entrySet()) {
      out.text(key.getKey());
      out.list(key.getValue(), out::text);
    }
  }
}
