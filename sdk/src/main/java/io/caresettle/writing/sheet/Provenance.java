package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.ValueEntry;
import io.caresettle.policy.compiled.ValueSeries;

/** Where a number stands, in one sentence. */
final class Provenance {

  private Provenance() {}

  static Said of(CompiledPack pack, ValueSeries series, ValueEntry entry) {
    StringBuilder zh = new StringBuilder(series.name()).append("：依据 ").append(entry.source());
    entry.figure().ifPresent(figure -> zh.append("；数字出处 ").append(figure));
    Said standing = Terms.standing(entry.standing());
    Said confidence = Terms.confidence(entry.confidence());
    zh.append("；").append(standing.zh()).append("，").append(confidence.zh());
    zh.append("；").append(days(entry).zh());
    StringBuilder en = new StringBuilder(series.describes()).append("; ");
    en.append(standing.en()).append(", ").append(confidence.en());
    en.append("; ").append(days(entry).en());
    if (!series.statedBy().equals(pack.id().area())) {
      zh.append("；沿用上级统筹区 ").append(series.statedBy());
      en.append("; inherited from ").append(series.statedBy());
    }
    return new Said(zh + "。", en + ".");
  }

  static Said days(ValueEntry entry) {
    return entry
        .to()
        .map(
            to ->
                new Said(
                    entry.from() + " 至 " + to + "（含）",
                    "from " + entry.from() + " to " + to + ", included"))
        .orElseGet(() -> new Said("自 " + entry.from() + " 起", "from " + entry.from() + " on"));
  }
}
