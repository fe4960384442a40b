package io.caresettle.reimbursement;

import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.policy.plan.PackId;
import io.caresettle.settlement.TextBody;
import io.caresettle.split.LineCut;
import io.caresettle.split.ScopeCut;
import java.util.EnumMap;
import java.util.Map;

/** The notional split of a slip as the journal keeps it, and back. */
final class FundSharesBody {

  private FundSharesBody() {}

  static void write(TextBody body, FundShares shares) {
    if (shares instanceof FundShares.NotPublished unknown) {
      body.put("shares", "not-published")
          .put("shares.value", unknown.value())
          .put("shares.source", unknown.source());
    } else if (shares instanceof FundShares.None none) {
      body.put("shares", "none").put("shares.zh", none.zh()).put("shares.en", none.en());
    } else if (shares instanceof FundShares.Figures figures) {
      figures(body, figures);
    }
  }

  private static void figures(TextBody body, FundShares.Figures figures) {
    ScopeCut cut = figures.cut();
    PackId pack = figures.pack();
    body.put("shares", "figures")
        .put("shares.out-of-catalogue", cut.outOfCatalogue())
        .put("shares.over-limit", cut.overLimit())
        .put("shares.first-self-pay", cut.firstSelfPay())
        .put("shares.in-scope", cut.inScope())
        .put("shares.deductible", cut.deductible())
        .put("shares.test-figures", figures.testFigures())
        .put("pack.area", pack.area())
        .put("pack.topic", pack.topic())
        .put("pack.version", pack.version())
        .put("pack.zh", pack.zh())
        .put("pack.en", pack.en())
        .put("pack.file", pack.file())
        .put("pack.digest", pack.digest());
    ClaimSlipBody.split(body, "shares.pays", figures.split());
    body.put("cuts", figures.lines().size());
    for (int i = 0; i < figures.lines().size(); i++) {
      LineCut line = figures.lines().get(i);
      String name = "cut." + i;
      body.put(name + ".line", line.lineId())
          .put(name + ".out-of-catalogue", line.outOfCatalogue())
          .put(name + ".over-limit", line.overLimit())
          .put(name + ".first-self-pay", line.firstSelfPay())
          .put(name + ".in-scope", line.inScope());
      line.paid().forEach((payer, amount) -> body.put(name + "." + payer, amount));
    }
  }

  static FundShares read(TextBody body) {
    return switch (body.get("shares")) {
      case "not-published" ->
          new FundShares.NotPublished(body.get("shares.value"), body.get("shares.source"));
      case "none" -> new FundShares.None(body.get("shares.zh"), body.get("shares.en"));
      case "figures" -> figures(body);
      default -> throw new IllegalArgumentException("A claim slip has shares of another kind");
    };
  }

  private static FundShares.Figures figures(TextBody body) {
    return new FundShares.Figures(
        new ScopeCut(
            yuan(body, "shares.out-of-catalogue"),
            yuan(body, "shares.over-limit"),
            yuan(body, "shares.first-self-pay"),
            yuan(body, "shares.in-scope"),
            yuan(body, "shares.deductible")),
        ClaimSlipBody.list(body, "cuts", i -> cut(body, "cut." + i)),
        ClaimSlipBody.split(body, "shares.pays"),
        new PackId(
            body.get("pack.area"),
            body.get("pack.topic"),
            Integer.parseInt(body.get("pack.version")),
            body.get("pack.zh"),
            body.get("pack.en"),
            body.get("pack.file"),
            body.get("pack.digest")),
        Boolean.parseBoolean(body.get("shares.test-figures")));
  }

  private static LineCut cut(TextBody body, String name) {
    Map<Payer, Money> paid = new EnumMap<>(Payer.class);
    for (Payer payer : Payer.values()) {
      ClaimSlipBody.there(body, name + "." + payer)
          .ifPresent(amount -> paid.put(payer, Money.parseYuan(amount)));
    }
    return new LineCut(
        body.get(name + ".line"),
        yuan(body, name + ".out-of-catalogue"),
        yuan(body, name + ".over-limit"),
        yuan(body, name + ".first-self-pay"),
        yuan(body, name + ".in-scope"),
        paid);
  }

  private static Money yuan(TextBody body, String name) {
    return Money.parseYuan(body.get(name));
  }
}
