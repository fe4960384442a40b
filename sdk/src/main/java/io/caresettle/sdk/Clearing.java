package io.caresettle.sdk;

import io.caresettle.centre.Answers;
import io.caresettle.centre.ClearingApplication;
import io.caresettle.centre.ClearingClaim;
import io.caresettle.centre.Reply;
import io.caresettle.journal.ActKind;
import io.caresettle.operator.ActBody;
import io.caresettle.operator.Permission;
import io.caresettle.operator.Shift;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Claims what the funds owe for a period, in the hands of one operator (清算申请). Each claim is signed
 * for, and durable, before it leaves. It leaves once: where no answer came, a person looks it up in
 * the platform's own program and says what is there ({@link #found}).
 */
public final class Clearing {

  private final Terminal terminal;
  private final Shift shift;

  Clearing(Terminal terminal, Shift shift) {
    this.terminal = terminal;
    this.shift = shift;
  }

  /**
   * What may be claimed for days that are over, by the centre's classes. Both sides' sums agree.
   *
   * @throws io.caresettle.problem.CentreRefused where they do not, {@code NOT_BALANCED}: compare
   *     the days first; and where the centre clears without being asked
   * @throws io.caresettle.problem.CentreUnreachable when no answer came that can be believed
   */
  public List<ClearingClaim> claims(LocalDate from, LocalDate to) {
    require();
    return Answers.require(
        terminal.centre().clearing().claims(from, to, terminal.deadline()),
        "The sums from " + from + " to " + to);
  }

  /**
   * Puts to the centre what an operator has seen and confirmed. The sums are compared again before.
   *
   * @return the application; unknown where no answer came, and then nothing sends it again
   * @throws io.caresettle.problem.CentreRefused when the centre said no; {@code ALREADY_APPLIED}
   *     and {@code NOBODY_KNOWS} where one of this month and class stands, or may stand
   * @throws io.caresettle.problem.CentreUnreachable when nothing was sent
   */
  public ClearingApplication apply(ClearingClaim claim) {
    require();
    terminal.duty().note(shift, ActKind.CLEARING_ASKED, "", body(claim));
    return known(
        terminal.centre().clearing().apply(claim, shift.operatorId(), terminal.deadline()),
        claim,
        Optional.empty(),
        "The claim for " + claim.month());
  }

  /**
   * Takes an application back that the centre has.
   *
   * @return the application; unknown where no answer came, and then nothing sends it again
   * @throws io.caresettle.problem.CentreRefused when the centre said no, and it stands
   * @throws io.caresettle.problem.CentreUnreachable when nothing was sent
   */
  public ClearingApplication withdraw(ClearingApplication application) {
    require();
    terminal.duty().note(shift, ActKind.CLEARING_WITHDRAWAL_ASKED, "", body(application));
    return known(
        terminal.centre().clearing().withdraw(application, shift.operatorId(), terminal.deadline()),
        application.claim(),
        Optional.of(application),
        "The withdrawal of the claim for " + application.claim().month());
  }

  /** What got no answer is told as it is kept; what never left is an exception. */
  private ClearingApplication known(
      Reply<ClearingApplication> reply,
      ClearingClaim claim,
      Optional<ClearingApplication> before,
      String what) {
    if (!(reply instanceof Reply.Answered)) {
      Optional<ClearingApplication> unknown =
          of(claim.month()).stream()
              .filter(one -> one.isUnknown() && one.claim().equals(claim))
              .filter(one -> before.map(b -> b.messageId().equals(one.messageId())).orElse(true))
              .findFirst();
      if (unknown.isPresent() && !(reply instanceof Reply.Refused)) {
        return unknown.get();
      }
    }
    return Answers.require(reply, what);
  }

  /**
   * Says what a person found in the platform's own program about an application of which nobody
   * here knows what became.
   *
   * @param number the centre's number of it; empty where it is not there
   * @throws io.caresettle.problem.CentreRefused when it is known what became of it
   */
  public ClearingApplication found(ClearingApplication unknown, Optional<String> number) {
    require();
    terminal
        .duty()
        .note(
            shift,
            ActKind.CLEARING_LOOKED_UP,
            "",
            body(unknown).put("found", number.orElse("nothing")));
    return Answers.require(
        terminal.centre().clearing().found(unknown, number),
        "What became of the claim for " + unknown.claim().month());
  }

  /** All applications of a month, oldest first. */
  public List<ClearingApplication> of(YearMonth month) {
    return terminal.centre().clearing().of(month);
  }

  private void require() {
    terminal.duty().require(shift, Permission.END_DAY);
  }

  private static ActBody body(ClearingApplication application) {
    ActBody body = body(application.claim()).put("message-id", application.messageId());
    application.number().ifPresent(number -> body.put("number", number));
    return body;
  }

  private static ActBody body(ClearingClaim claim) {
    return new ActBody()
        .put("class", claim.type())
        .put("from", claim.from())
        .put("to", claim.to())
        .put("settlements", claim.settlements())
        .put("total", claim.total())
        .put("funds", claim.funds());
  }
}
