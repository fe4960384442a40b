package io.caresettle.policy.plan;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/** The same split by a rule engine, Drools with its executable model: a session for each bill. */
public final class Ruled {

  /** One line of the bill, as the rules see it. */
  public static final class Line {
    private final long price;
    private final long quantity;
    private final boolean inCatalogue;
    private final long rate;
    private final long limit;
    private long amount = -1;
    private long over = -1;
    private long inScope = -1;

    Line(StandardBill bill, int at) {
      this.price = bill.price[at];
      this.quantity = bill.quantity[at];
      this.inCatalogue = bill.inCatalogue[at];
      this.rate = bill.rate[at];
      this.limit = bill.limit[at];
    }

    public boolean isInCatalogue() {
      return inCatalogue;
    }

    public long getAmount() {
      return amount;
    }

    public long getOver() {
      return over;
    }

    public long getInScope() {
      return inScope;
    }

    public void takeAmount() {
      amount = (price * quantity + 50_000_000) / 100_000_000;
    }

    public void takeOver() {
      over = price > limit ? ((price - limit) * quantity + 50_000_000) / 100_000_000 : 0;
    }

    public void takeInScope() {
      inScope = inCatalogue ? amount - over - share(amount - over, rate) : 0;
    }
  }

  /** The bill, which goes from stage to stage. */
  public static final class Bill {
    private final StandardBill given;
    private int stage;
    private long total;
    private long scope;
    private long left;
    private long pool;
    private long critical;
    private long aid;
    private long cash;

    Bill(StandardBill given) {
      this.given = given;
    }

    public int getStage() {
      return stage;
    }

    public void add(long amount, long inScope) {
      total += amount;
      scope += inScope;
    }

    public void deductible() {
      left = scope - Math.min(scope, Math.max(0, 60_000 - given.deductibleUsed));
      stage = 1;
    }

    public void pool() {
      pool =
          share(Math.min(left, 300_000), 8_500)
              + share(Math.max(0, Math.min(left, 1_000_000) - 300_000), 9_000)
              + share(Math.max(0, left - 1_000_000), 9_500);
      stage = 2;
    }

    public void ceiling() {
      pool = Math.min(pool, Math.max(0, 2_500_000 - given.poolPaid));
      stage = 3;
    }

    public void critical() {
      critical = tiers(given.burden + left - pool) - tiers(given.burden);
      stage = 4;
    }

    public void aid() {
      long helped = Math.max(0, scope - pool - critical - 50_000);
      aid = Math.min(share(helped, 7_000), Math.max(0, 3_000_000 - given.aidPaid));
      stage = 5;
    }

    public void account() {
      long rest = total - pool - critical - aid;
      cash = rest - Math.min(rest, Math.max(0, given.balance));
      stage = 6;
    }

    private static long tiers(long burden) {
      return share(Math.max(0, Math.min(burden, 200_000) - 100_000), 6_000)
          + share(Math.max(0, Math.min(burden, 400_000) - 200_000), 6_500)
          + share(Math.max(0, Math.min(burden, 800_000) - 400_000), 7_000)
          + share(Math.max(0, burden - 800_000), 8_000);
    }
  }

  private static long share(long fen, long basisPoints) {
    return (fen * basisPoints + 5_000) / 10_000;
  }

  private static final String RULES =
      """
      package io.caresettle.policy.plan
      import io.caresettle.policy.plan.Ruled.Line
      import io.caresettle.policy.plan.Ruled.Bill
      rule amount salience 90 when $l : Line(amount < 0)
      then modify($l) { takeAmount() } end
      rule over salience 80 when $l : Line(amount >= 0, over < 0)
      then modify($l) { takeOver() } end
      rule inScope salience 70 when $l : Line(over >= 0, inScope < 0) $b : Bill()
      then $l.takeInScope(); $b.add($l.getAmount(), $l.getInScope()); update($l); end
      """
          + stage(0, "deductible")
          + stage(1, "pool")
          + stage(2, "ceiling")
          + stage(3, "critical")
          + stage(4, "aid")
          + stage(5, "account");

  private static final KieBase BASE =
      new KieHelper().addContent(RULES, ResourceType.DRL).build(ExecutableModelProject.class);

  private Ruled() {}

  private static String stage(int stage, String what) {
    return "rule "
        + what
        + " salience "
        + (50 - stage)
        + " when $b : Bill(stage == "
        + stage
        + ") then modify($b) { "
        + what
        + "() } end\n";
  }

  /** What is left to cash. */
  static long settle(StandardBill bill) {
    KieSession session = BASE.newKieSession();
    try {
      Bill fact = new Bill(bill);
      session.insert(fact);
      for (int i = 0; i < StandardBill.LINES; i++) {
        session.insert(new Line(bill, i));
      }
      session.fireAllRules();
      return fact.cash;
    } finally {
      session.dispose();
    }
  }
}
