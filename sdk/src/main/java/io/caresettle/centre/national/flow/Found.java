package io.caresettle.centre.national.flow;

import io.caresettle.centre.AnswerFinding;
import io.caresettle.centre.SettleMessage;
import java.util.List;
import java.util.Optional;

/** Tells what answers lack and contradict. */
final class Found {

  private Found() {}

  static void tell(Gate gate, String name, String zh, String en) {
    gate.news().found(new AnswerFinding(name, false, Optional.empty(), zh, en));
  }

  static void tell(Gate gate, SettleMessage about, List<AnswerFinding> findings) {
    for (AnswerFinding one : findings) {
      gate.news()
          .found(
              new AnswerFinding(
                  one.name(), one.contradicts(), Optional.of(about), one.zh(), one.en()));
    }
  }
}
