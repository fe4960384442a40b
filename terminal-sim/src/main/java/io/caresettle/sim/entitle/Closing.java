package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Judgment;
import io.caresettle.sim.entitle.History.Sanction;
import io.caresettle.sim.entitle.Interruption.Bearer;
import io.caresettle.sim.entitle.Interruption.Cause;
import io.caresettle.sim.entitle.Interruption.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What closes every enrolment of a person: prison, sanctions, the end (R-ELIG-16, 17, R-MON-03).
 */
record Closing(Law law, History history) {

  List<Interruption> interruptions() {
    List<Interruption> all = new ArrayList<>();
    if (law.asks(CentreRule.R_ELIG_16)) {
      history.judgment().map(this::prison).ifPresent(all::add);
    }
    if (law.asks(CentreRule.R_MON_03)) {
      history.sanctions().forEach(sanction -> all.add(suspended(sanction)));
    }
    return all;
  }

  private Interruption prison(Judgment judgment) {
    Law.Point<String> stops = law.word("prison.stops", "month-after-judgment");
    if (!stops.value().equals("month-after-judgment")) {
      throw Law.noSuchWord("prison.stops", stops.value());
    }
    return new Interruption(
        new Dates(Law.monthAfter(judgment.effective()), judgment.released()),
        Scope.ALL,
        Cause.JUDGMENT,
        bearer(),
        false,
        Optional.empty(),
        Optional.empty(),
        CentreRule.R_ELIG_16,
        stops.citation(),
        stops.notPublished().stream().toList());
  }

  private Interruption suspended(Sanction sanction) {
    Law.Point<String> account = law.word("sanction.account", "closed");
    Scope networked = account.value().equals("usable") ? Scope.POOL : Scope.ALL;
    return new Interruption(
        sanction.dates(),
        sanction.longTermCare() ? Scope.LONG_TERM_CARE : networked,
        Cause.SANCTION,
        bearer(),
        false,
        Optional.empty(),
        Optional.empty(),
        CentreRule.R_MON_03,
        law.ordinance().word("sanction.account").citation(),
        account.notPublished().stream().toList());
  }

  private Optional<Bearer> bearer() {
    return law.asks(CentreRule.R_ELIG_15) ? Optional.of(Bearer.PERSON) : Optional.empty();
  }

  /** The earlier of the enrolment's own last day and the person's (R-ELIG-17). */
  Optional<LocalDate> last(Optional<LocalDate> own) {
    Optional<LocalDate> ended =
        law.asks(CentreRule.R_ELIG_17) ? history.ended().map(History.Ended::on) : Optional.empty();
    return ended.isPresent() && own.isPresent()
        ? ended.get().isBefore(own.get()) ? ended : own
        : ended.or(() -> own);
  }
}
