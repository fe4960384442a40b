package io.caresettle.sim.whomay;

import io.caresettle.eligibility.Eligibility;
import io.caresettle.eligibility.Institution;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.CareType;
import io.caresettle.sim.entitle.BookShelf;
import io.caresettle.sim.entitle.CareAnswer;
import io.caresettle.sim.entitle.CareDesk;
import io.caresettle.sim.entitle.CareSought;
import io.caresettle.sim.entitle.Entitlement;
import io.caresettle.sim.entitle.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the centre says of the same visit, as far as it is not what the terminal says. */
record CentresWord(BookShelf shelf, Entitlement decided, Asked asked) {

  private static final Set<String> DELTA_ZONE = Set.of("310118", "320509", "330421");

  List<Answer.Difference> differences(CareType care, String disease, Eligibility terminal) {
    List<Answer.Difference> all = new ArrayList<>();
    CareAnswer answer = new CareDesk(shelf).answer(decided, sought(care, disease));
    boolean atOnce = answer.way() == CareAnswer.Way.DIRECT;
    boolean pool = terminal.open().contains(Payer.POOL_FUND);
    // The terminal only settles at once; that the agency would pay by hand is worth knowing, too.
    if (pool != atOnce || answer.way() == CareAnswer.Way.BY_HAND) {
      all.add(
          new Answer.Difference(
              Row.Purse.of(Payer.POOL_FUND),
              !pool,
              word(answer.way()),
              answer.notes().stream().map(CentresWord::reason).toList()));
    }
    boolean account = terminal.open().contains(Payer.PERSONAL_ACCOUNT);
    if (account != decided.account().isOpen() && !closedByThePlace(terminal)) {
      all.add(
          new Answer.Difference(
              Row.Purse.of(Payer.PERSONAL_ACCOUNT),
              !account,
              decided.account().isOpen() ? Answer.Word.AT_ONCE : Answer.Word.NOTHING,
              List.of(reason(decided.account().because()))));
    }
    return all;
  }

  /** The centre's word on an account is about the person and not about the place. */
  private static boolean closedByThePlace(Eligibility terminal) {
    return terminal.findings().stream()
        .filter(f -> f.payer() == Payer.PERSONAL_ACCOUNT && !f.open())
        .anyMatch(f -> f.rule().startsWith("R-INST") || f.rule().startsWith("R-OFF"));
  }

  List<Answer.Difference> differencesInLongTermCare(boolean open) {
    boolean suspended =
        decided.serving().filter(c -> c.longTermCareSuspended(asked.day())).isPresent();
    return open && suspended
        ? List.of(
            new Answer.Difference(Row.Purse.LONG_TERM_CARE, false, Answer.Word.NOTHING, List.of()))
        : List.of();
  }

  static Reason reason(Note note) {
    Reason plain = Reason.plain(note.rule().id(), note.citation(), note.zh(), note.en());
    return new Reason(
        plain.rule(),
        plain.article(),
        plain.zh(),
        plain.en(),
        note.until().map(Object::toString),
        plain.remedy(),
        plain.testFigures(),
        note.notPublished());
  }

  private CareSought sought(CareType care, String disease) {
    Institution at = asked.place();
    boolean suspended =
        at.agreementOn(asked.day()).stream()
            .flatMap(a -> a.suspensions().stream())
            .anyMatch(s -> s.holdsOn(asked.day()));
    CareSought.Place place =
        new CareSought.Place(
            at.code(),
            at.area(),
            at.agreementOn(asked.day()).isPresent(),
            true,
            DELTA_ZONE.contains(at.district()),
            suspended,
            at.district());
    CareSought sought = CareSought.of(CareSought.Care.valueOf(care.name()), place);
    CareSought whole = asked.discharged(care).map(sought::dischargedOn).orElse(sought);
    return disease.isEmpty() ? whole : whole.forDisease(disease);
  }

  private static Answer.Word word(CareAnswer.Way way) {
    return switch (way) {
      case DIRECT -> Answer.Word.AT_ONCE;
      case BY_HAND -> Answer.Word.BY_HAND;
      case NOTHING -> Answer.Word.NOTHING;
    };
  }
}
