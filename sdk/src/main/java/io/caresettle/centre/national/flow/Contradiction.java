package io.caresettle.centre.national.flow;

import io.caresettle.centre.AnswerFinding;
import java.util.List;
import java.util.Optional;

/** An answer whose amounts cannot be believed: what it lacks and contradicts. */
final class Contradiction extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<AnswerFinding> findings;

  Contradiction(List<AnswerFinding> findings) {
    super(
        findings.stream()
            .filter(AnswerFinding::contradicts)
            .map(one -> one.name() + ' ' + one.zh() + ' ' + one.en())
            .findFirst()
            .orElse("an answer that cannot be believed"));
    this.findings = List.copyOf(findings);
  }

  Contradiction(String name, String zh, String en) {
    this(List.of(new AnswerFinding(name, true, Optional.empty(), zh, en)));
  }

  List<AnswerFinding> findings() {
    return findings;
  }
}
