package io.caresettle.centre.national.flow;

import io.caresettle.centre.Reply;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Settling.Statement;
import io.caresettle.money.Money;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Compares sums with the platform: 3201 of one insurance, class and agency, for a day or more. */
final class DayTotalling {

  private final Gate gate;

  DayTotalling(Gate gate) {
    this.gate = gate;
  }

  /** What these settlements are compared by. */
  static Set<DaySettled.Key> keys(List<DaySettled.One> of) {
    Set<DaySettled.Key> keys = new LinkedHashSet<>();
    of.forEach(one -> keys.add(one.key()));
    return keys;
  }

  /** Whether the platform calls the sums of what stands under this key balanced. */
  Reply<Boolean> balanced(
      LocalDate first, LocalDate last, DaySettled.Key key, List<DaySettled.One> of, Left left) {
    List<DaySettled.One> some =
        of.stream().filter(one -> one.stands() && one.key().equals(key)).toList();
    Node data =
        Node.EMPTY
            .with("insutype", key.insurance())
            .with("clr_type", key.clearingType())
            .with(gate.profile().wording().names("3201", "setl_optins").get(0), key.office())
            .with("stmt_begndate", first.toString())
            .with("stmt_enddate", last.toString())
            .with("medfee_sumamt", sum(some, "total"))
            .with("fund_pay_sumamt", sum(some, "funds"))
            .with("acct_pay", sum(some, "account"))
            .with("fixmedins_setl_cnt", Integer.toString(some.size()));
    Reply<Incoming> reply =
        gate.ask("3201", Node.EMPTY.with("data", data), Gate.For.NOBODY, "", left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    String result =
        a.value().output().node("stmtinfo").flatMap(n -> n.text("stmt_rslt")).orElse("");
    return new Reply.Answered<>(
        gate.profile()
            .settling()
            .statement()
            .getOrDefault(Statement.BALANCED, List.of())
            .contains(result));
  }

  static String sum(List<DaySettled.One> settlements, String amount) {
    long sum = 0;
    for (DaySettled.One one : settlements) {
      sum = Math.addExact(sum, fen(one.facts().get(amount)));
    }
    return new Money(sum).toString();
  }

  static long fen(String yuan) {
    return yuan.isEmpty() ? 0 : Yuan.fen(yuan);
  }
}
