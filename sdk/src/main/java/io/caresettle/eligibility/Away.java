package io.caresettle.eligibility;

import io.caresettle.policy.plan.EntitlementName;
import io.caresettle.policy.plan.EntitlementRules;
import io.caresettle.policy.plan.OffSite;
import io.caresettle.policy.plan.Ruling;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Care away from home (异地就医; R-OFF): filed, not filed, or in no need of a filing. */
final class Away {

  /** 青浦, 吴江, 嘉善: the demonstration zone of the delta (长三角生态绿色一体化发展示范区). */
  private static final Set<String> ZONE = Set.of("310118", "320509", "330421");

  private static final String JIANGSU = "32";

  private final Question q;
  private final Enrolment enrolment;
  private final EntitlementRules home;

  private Away(Question q, Enrolment enrolment) {
    this.q = q;
    this.enrolment = enrolment;
    this.home = q.home(enrolment);
  }

  /** In which way the person is away; who may not settle here is told so. */
  static OffSite ask(Question q, Enrolment enrolment) {
    return q.isAway(enrolment) ? new Away(q, enrolment).ask() : OffSite.HOME;
  }

  /** Whose catalogue holds: the place's, but one for all of Jiangsu (R-OFF-01, -02). */
  static String catalogueArea(Question q, Enrolment enrolment) {
    String place = q.institution().area();
    boolean inside = place.startsWith(JIANGSU) && enrolment.area().startsWith(JIANGSU);
    if (inside) {
      return q.rules().asks(EligibilityRule.R_OFF_02) ? JIANGSU + "0000" : enrolment.area();
    }
    return q.rules().asks(EligibilityRule.R_OFF_01) ? place : enrolment.area();
  }

  private OffSite ask() {
    sayCatalogue();
    return kind();
  }

  private OffSite kind() {
    if (q.visit().emergency() && emergencyCounts()) {
      return OffSite.EMERGENCY;
    }
    // Of several the one that the least is taken off for (R-OFF-06): no filing costs anybody.
    Optional<Filing> filing =
        q.entitlements().filings().stream()
            .filter(this::holds)
            .min(Comparator.comparing(Filing::kind, Comparator.comparing(Away::takenOff)));
    boolean zone = isZone();
    if (filing.isPresent() && !(zone && filing.get().kind() == Filing.Kind.TEMPORARY)) {
      return filed(filing.get());
    }
    if (zone) {
      return OffSite.TEMPORARY;
    }
    if (!q.asks(EligibilityRule.R_OFF_03)) {
      return OffSite.UNREGISTERED;
    }
    Ruling<Boolean> needed = home.yes(EntitlementName.OFF_SITE_NEEDS_FILING);
    if (needed instanceof Ruling.Said<Boolean> said && !said.value()) {
      say("R-OFF-03", said.source().toString(), "异地就医无需备案", "No filing is needed");
      return OffSite.TEMPORARY;
    }
    q.findings()
        .close(
            q.all(),
            needed instanceof Ruling.NotPublished<Boolean> silent
                ? Say.unpublished(EligibilityRule.R_OFF_03, silent)
                : unfiled(needed.source().toString()));
    return OffSite.UNREGISTERED;
  }

  private static int takenOff(Filing.Kind kind) {
    return switch (kind) {
      case LONG_TERM, EMERGENCY -> 0;
      case REFERRED -> 1;
      case TEMPORARY -> 2;
    };
  }

  private boolean emergencyCounts() {
    Ruling<Boolean> ruling = home.yes(EntitlementName.OFF_SITE_EMERGENCY_COUNTS);
    if (!q.rules().asks(EligibilityRule.R_OFF_04)
        || !(ruling instanceof Ruling.Said<Boolean> said)
        || !said.value()) {
      return false;
    }
    say(
        "R-OFF-04",
        said.source().toString(),
        "急诊抢救视同已备案，须上传急诊标志",
        "An emergency counts as filed; the flag is uploaded");
    return true;
  }

  private boolean isZone() {
    Ruling<String> ruling = home.word(EntitlementName.OFF_SITE_ZONE);
    if (!q.rules().asks(EligibilityRule.R_OFF_07)
        || !ZONE.contains(q.institution().district())
        || !(ruling instanceof Ruling.Said<String> said)
        || !said.value().equals("no-filing-in-delta-zone")) {
      return false;
    }
    say(
        "R-OFF-07",
        said.source().toString(),
        "长三角一体化示范区内就医免备案",
        "Within the delta's demonstration zone nobody files");
    return true;
  }

  /** For this place, on the day, and filed early enough. */
  private boolean holds(Filing filing) {
    LocalDate first = q.visit().serviceDate();
    return isForHere(filing)
        && (filing.holdsOn(first) || (mayBeFiledLate() && filing.holdsOn(q.visit().lastDay())))
        && !filing.filedOn().isAfter(mayBeFiledLate() ? q.visit().lastDay() : first);
  }

  private boolean isForHere(Filing filing) {
    return filing.insuredArea().equals(enrolment.area())
        && (filing.isFor(q.institution().area()) || filing.isFor(q.institution().district()));
  }

  private boolean mayBeFiledLate() {
    return q.rules().asks(EligibilityRule.R_OFF_05)
        && home.word(EntitlementName.OFF_SITE_FILED_BY) instanceof Ruling.Said<String> said
        && said.value().equals("discharge");
  }

  private OffSite filed(Filing filing) {
    say(
        "R-OFF-03",
        home.yes(EntitlementName.OFF_SITE_NEEDS_FILING).source().toString(),
        "已办理异地就医备案（" + filing.kind().zh() + "，" + filing.id() + "）",
        "Filed for care elsewhere: " + filing.kind().en() + ", " + filing.id());
    return switch (filing.kind()) {
      case LONG_TERM -> OffSite.LONG_TERM;
      case REFERRED -> OffSite.REFERRED;
      case TEMPORARY -> OffSite.TEMPORARY;
      case EMERGENCY -> OffSite.EMERGENCY;
    };
  }

  private void say(String rule, String article, String zh, String en) {
    q.findings().notice(new Notice(rule, article, zh, en));
  }

  private Say unfiled(String article) {
    LocalDate day = q.visit().serviceDate();
    Optional<Filing> ended =
        q.entitlements().filings().stream()
            .filter(this::isForHere)
            .filter(f -> f.to().filter(day::isAfter).isPresent())
            .findFirst();
    String where = "参保地 " + enrolment.area() + "，就医地 " + q.institution().area() + "：";
    String place =
        "Insured in area "
            + enrolment.area()
            + ", treated in area "
            + q.institution().area()
            + ": ";
    String zh = "未办理异地就医备案，不能直接结算";
    String en = "there is no off-site filing, so it cannot be settled directly";
    if (ended.isPresent()) {
      LocalDate end = ended.get().to().orElseThrow();
      zh = "备案已于 " + end + " 到期，不能直接结算";
      en = "the off-site filing ended on " + end + ", so it cannot be settled directly";
    } else if (!q.entitlements().filings().isEmpty()) {
      zh = "备案的就医地不是这里或者不在备案期内，不能直接结算";
      en =
          "the off-site filing is for another place or other days, so it cannot be settled"
              + " directly";
    }
    return Say.of(EligibilityRule.R_OFF_03, article, where + zh, place + en)
        .remedy("可在出院结算前补办备案，或者回参保地手工报销", "File before it is settled, or claim by hand at home");
  }

  /** Of which area the catalogue is, and of which the benefits. */
  private void sayCatalogue() {
    boolean inside =
        q.institution().area().startsWith(JIANGSU) && enrolment.area().startsWith(JIANGSU);
    EligibilityRule rule = inside ? EligibilityRule.R_OFF_02 : EligibilityRule.R_OFF_01;
    if (q.rules().asks(rule)) {
      say(
          rule.id(),
          rule.articles(),
          inside ? "省内统一目录，执行参保地待遇" : "执行就医地目录、参保地待遇",
          inside
              ? "One catalogue in the province, benefits of the home area"
              : "Catalogue of the place of care, benefits of the home area");
    }
  }
}
