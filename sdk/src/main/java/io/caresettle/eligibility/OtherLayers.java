package io.caresettle.eligibility;

import io.caresettle.eligibility.Authorisation.Purpose;
import io.caresettle.money.Payer;
import io.caresettle.money.VoluntaryPayer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which commercial insurers and mutual funds may pay after the public layers (R-OTH-01), by leave
 * of the person (R-DATA-07).
 *
 * <p>Without leave for this payer, this purpose and this day of service, nothing of the settlement
 * is told to it, so it cannot pay here. Leave that was taken back opens nothing from the day of
 * that on, not even for a day of service before: the data would be passed when the bill is sent.
 */
final class OtherLayers {

  private final Question q;

  private OtherLayers(Question q) {
    this.q = q;
  }

  static List<OtherFinding> ask(Question q) {
    OtherLayers layers = new OtherLayers(q);
    return q.entitlements().others().covers().stream().map(layers::of).toList();
  }

  private OtherFinding of(OtherCover cover) {
    LocalDate day = q.visit().serviceDate();
    VoluntaryPayer payer = cover.payer();
    if (q.findings().open().equals(Set.of(Payer.CASH))) {
      return closed(
          payer,
          Say.of(
                  EligibilityRule.R_OTH_01,
                  "本次就诊不能联网结算，" + payer.name() + "不能一站式赔付",
                  "This visit is not put to the centre, so " + payer.name() + " cannot pay with it")
              .remedy("请持全额票据自行理赔", "Claim it from the payer with the full receipt"));
    }
    if (q.rules().asks(EligibilityRule.R_OTH_01) && !cover.holdsOn(day)) {
      return closed(
          payer,
          Say.of(
              EligibilityRule.R_OTH_01,
              payer.name() + "：就诊日不在保障期内",
              payer.name() + " does not cover the day of service"));
    }
    Optional<Authorisation> leave = leave(payer, day);
    if (leave.isPresent() || !q.rules().asks(EligibilityRule.R_DATA_07)) {
      return new OtherFinding(
          payer,
          true,
          EligibilityRule.R_OTH_01.id(),
          EligibilityRule.R_OTH_01.articles(),
          payer.name() + "（" + payer.kind().zh() + "）在各公共保障之后支付，已授权",
          payer.name() + " may pay after the public layers, by the person's authorisation",
          leave.map(Authorisation::id),
          leave.flatMap(Authorisation::to),
          Optional.empty());
    }
    return closed(payer, why(payer, day));
  }

  private static OtherFinding closed(VoluntaryPayer payer, Say say) {
    return new OtherFinding(
        payer,
        false,
        say.rule().id(),
        say.article(),
        say.zh(),
        say.en(),
        Optional.empty(),
        say.until(),
        say.remedy());
  }

  private Optional<Authorisation> leave(VoluntaryPayer payer, LocalDate day) {
    return own().stream()
        .filter(a -> a.payer().equals(payer.id()))
        .filter(a -> a.purpose() == Purpose.DIRECT_SETTLEMENT)
        .filter(a -> a.holdsOn(day) && !isRevoked(a))
        .findFirst();
  }

  /** Before the bill is sent, or on that day. */
  private boolean isRevoked(Authorisation leave) {
    return leave.revoked().filter(on -> !on.isAfter(q.sent())).isPresent();
  }

  /** Another person's leave is none, whoever handed it over. */
  private List<Authorisation> own() {
    return q.entitlements().others().authorisations().stream()
        .filter(a -> a.personNumber().equals(q.patient().personNumber()))
        .toList();
  }

  /** What comes nearest to leave, and what it lacks. */
  private Say why(VoluntaryPayer payer, LocalDate day) {
    List<Authorisation> ofPayer = own().stream().filter(a -> a.payer().equals(payer.id())).toList();
    if (ofPayer.isEmpty()) {
      return own().isEmpty()
          ? say("未授权向" + payer.name() + "提供结算数据", "No data may be passed to " + payer.name())
          : say(
              "现有授权是给其他机构的，不包括" + payer.name(),
              "The authorisation at hand is for another payer than " + payer.name());
    }
    Optional<Authorisation> direct =
        ofPayer.stream().filter(a -> a.purpose() == Purpose.DIRECT_SETTLEMENT).findFirst();
    if (direct.isEmpty()) {
      Purpose other = ofPayer.get(0).purpose();
      return say(
          payer.name() + "的授权只用于" + other.zh(),
          "The authorisation for " + payer.name() + " is for " + other.en());
    }
    Authorisation nearest = direct.get();
    if (isRevoked(nearest)) {
      LocalDate on = nearest.revoked().orElseThrow();
      return say(
          payer.name() + "的授权已于 " + on + " 撤回",
          "The authorisation for " + payer.name() + " was revoked on " + on);
    }
    return day.isBefore(nearest.from())
        ? say(
            payer.name() + "的授权从 " + nearest.from() + " 起",
            "The authorisation for " + payer.name() + " begins on " + nearest.from())
        : say(
            payer.name() + "的授权已于 " + nearest.to().orElse(day) + " 到期",
            "The authorisation for " + payer.name() + " ended on " + nearest.to().orElse(day));
  }

  private static Say say(String zh, String en) {
    return Say.of(EligibilityRule.R_DATA_07, zh, en)
        .remedy(
            "本人可当场签署对该机构、该用途、该就诊日的授权，或全额支付个人负担部分后自行理赔",
            "The person may sign an authorisation for this payer, purpose and day now, or pay"
                + " and claim it from the payer later");
  }
}
