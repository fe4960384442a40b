package io.caresettle.centre.national.flow;

import io.caresettle.centre.ClearingGroup;
import io.caresettle.centre.DaySettlement;
import io.caresettle.centre.Reply;
import io.caresettle.centre.SettleMessage;
import io.caresettle.centre.national.envelope.Incoming;
import io.caresettle.centre.national.message.Attachment;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.centre.national.profile.Settling.FundSum;
import io.caresettle.centre.national.profile.Settling.Statement;
import io.caresettle.money.Money;
import io.caresettle.money.Payer;
import io.caresettle.split.BillId;
import io.caresettle.split.ScopeCut;
import io.caresettle.split.SettlementSplit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The day's details: our own settlements as a file (9101), 3202, and the answer's file (9102). */
final class DayDetails {

  private final Gate gate;

  DayDetails(Gate gate) {
    this.gate = gate;
  }

  /** What the centre holds of the day: ours as it agrees or differs, and what only it has. */
  Reply<List<DaySettlement>> of(
      LocalDate day, List<DaySettled.One> ours, Set<Integer> slots, Left left) {
    Set<DaySettled.Key> keys = new LinkedHashSet<>();
    ours.forEach(one -> keys.add(one.key()));
    Map<String, DaySettlement> held = new LinkedHashMap<>();
    for (DaySettled.One one : ours) {
      if (one.stands()) {
        held.put(one.call().messageId(), one.settlement(day, Optional.empty()));
      } else if (!one.undoing(day).isEmpty() && !one.facts().get("setl_id").isEmpty()) {
        held.put(one.call().messageId(), one.settlement(day, one.undoing(day)));
      }
    }
    for (DaySettled.Key key : keys) {
      List<DaySettled.One> of = ours.stream().filter(one -> one.key().equals(key)).toList();
      Reply<List<DayFile.Row>> rows = rows(day, key, of, left);
      if (!(rows instanceof Reply.Answered<List<DayFile.Row>> a)) {
        return Refusals.passedOn(rows);
      }
      for (DayFile.Row row : a.value()) {
        apply(day, row, of, slots, held);
      }
    }
    return new Reply.Answered<>(List.copyOf(held.values()));
  }

  private Reply<List<DayFile.Row>> rows(
      LocalDate day, DaySettled.Key key, List<DaySettled.One> of, Left left) {
    List<DaySettled.One> standing = of.stream().filter(DaySettled.One::stands).toList();
    List<List<String>> lines = new ArrayList<>();
    for (DaySettled.One one : standing) {
      lines.add(
          List.of(
              one.facts().get("setl_id"),
              one.facts().get("mdtrt_id"),
              one.facts().get("psn_no"),
              one.facts().get("total"),
              one.facts().get("funds"),
              one.facts().get("account"),
              "0"));
    }
    Reply<String> file = upload(DayFile.zip(lines), day, left);
    if (!(file instanceof Reply.Answered<String> uploaded)) {
      return Refusals.passedOn(file);
    }
    Node data =
        Node.EMPTY
            .with("clr_type", key.clearingType())
            .with("setl_optins", key.office())
            .with("file_qury_no", uploaded.value())
            .with("stmt_begndate", day.toString())
            .with("stmt_enddate", day.toString())
            .with("medfee_sumamt", DayTotalling.sum(standing, "total"))
            .with("fund_pay_sumamt", DayTotalling.sum(standing, "funds"))
            .with("cash_payamt", cash(standing))
            .with("fixmedins_setl_cnt", Integer.toString(standing.size()));
    Reply<Incoming> reply =
        gate.ask("3202", Node.EMPTY.with("data", data), Gate.For.NOBODY, "", left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    Node info = a.value().output().node("fileinfo").orElse(a.value().output());
    return download(
        info.text("file_qury_no").orElse(""), info.text("filename").orElse("plc"), left);
  }

  private static String cash(List<DaySettled.One> standing) {
    Money sum = Money.ZERO;
    for (DaySettled.One one : standing) {
      sum = sum.plus(one.figures().split().paidBy(Payer.CASH));
    }
    return sum.toString();
  }

  private Reply<String> upload(byte[] bytes, LocalDate day, Left left) {
    Node data =
        Node.EMPTY
            .with("in", DayFile.inMessage(bytes, gate.unconfirmed().file()))
            .with("filename", "details-" + day + ".zip")
            .with("fixmedins_code", gate.institution());
    Reply<Incoming> reply =
        gate.send(
            gate.make("9101", Node.EMPTY.with("fsUploadIn", data), Gate.For.NOBODY, ""), left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    Node output = a.value().output();
    return output
        .text("file_qury_no")
        .or(() -> output.node("fsUploadOut").flatMap(n -> n.text("file_qury_no")))
        .<Reply<String>>map(Reply.Answered::new)
        .orElseGet(() -> new Reply.NoAnswer<>("9101 的答复没有 file_qury_no it names no file"));
  }

  private Reply<List<DayFile.Row>> download(String file, String name, Left left) {
    Node data =
        Node.EMPTY
            .with("file_qury_no", file)
            .with("filename", name)
            .with("fixmedins_code", gate.institution());
    Reply<Incoming> reply =
        gate.send(
            gate.make("9102", Node.EMPTY.with("fsDownloadIn", data), Gate.For.NOBODY, ""), left);
    if (!(reply instanceof Reply.Answered<Incoming> a)) {
      return Refusals.passedOn(reply);
    }
    try {
      return Attachment.of(a.value().output())
          .map(DayFile::unzip)
          .<Reply<List<DayFile.Row>>>map(Reply.Answered::new)
          .orElseGet(() -> new Reply.NoAnswer<>("9102 的答复没有文件 the answer holds no file"));
    } catch (IllegalArgumentException e) {
      return new Reply.NoAnswer<>("对账文件无法读取 the day's file cannot be read");
    }
  }

  private void apply(
      LocalDate day,
      DayFile.Row row,
      List<DaySettled.One> ours,
      Set<Integer> slots,
      Map<String, DaySettlement> held) {
    Optional<DaySettled.One> one = ours.stream().filter(o -> isOf(row, o)).findFirst();
    Optional<Statement> means = meaning(row.result());
    if (means.isEmpty()) {
      Found.tell(
          gate,
          "STATEMENT",
          "未知的对账结果代码 stmt_rslt",
          "a result of the comparison that the profile does not know: looked at as differing");
    }
    switch (means.orElse(Statement.DIFFER)) {
      case BALANCED -> {}
      case INSTITUTION_MORE -> one.ifPresent(o -> held.remove(o.call().messageId()));
      case CENTRE_MORE, DIFFER -> {
        if (one.isPresent()) {
          held.put(one.get().call().messageId(), differing(day, row, one.get()));
        } else if (!row.message().isEmpty() && isAsked(row.message(), slots)) {
          stranger(day, row, ours).ifPresent(s -> held.put(row.message(), s));
        }
      }
    }
  }

  private static boolean isOf(DayFile.Row row, DaySettled.One one) {
    return row.message().equals(one.call().messageId())
        || (!row.settlement().isEmpty() && row.settlement().equals(one.facts().get("setl_id")));
  }

  private Optional<Statement> meaning(String code) {
    return gate.profile().settling().statement().entrySet().stream()
        .filter(entry -> entry.getValue().contains(code))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** A message id is institution 12, time 14, slot 2, counter 2; another's is everybody's. */
  private static boolean isAsked(String messageId, Set<Integer> slots) {
    return slots.isEmpty()
        || !messageId.matches("[0-9A-Z]{12}[0-9]{18}")
        || slots.contains(Integer.parseInt(messageId.substring(26, 28)));
  }

  private DaySettlement differing(LocalDate day, DayFile.Row row, DaySettled.One ours) {
    Figures figures = figures(row, ours.figures()).orElse(ours.figures());
    String settlement = row.settlement().isEmpty() ? ours.facts().get("setl_id") : row.settlement();
    return new DaySettlement(
        settlement,
        ours.message(),
        ours.group(),
        day,
        ours.at(),
        figures.cut(),
        figures.split(),
        "0".repeat(64),
        row.refund()
            ? Optional.of(new DaySettlement.Undoing(row.message(), ours.at(), day))
            : Optional.empty());
  }

  /** Held there under a message that no call of ours has: the journal that had it is lost. */
  private Optional<DaySettlement> stranger(
      LocalDate day, DayFile.Row row, List<DaySettled.One> ours) {
    ClearingGroup group = ours.get(0).group();
    return figures(row, ours.get(0).figures())
        .map(
            figures ->
                new DaySettlement(
                    row.settlement(),
                    new SettleMessage(
                        row.message(), new BillId(gate.institution(), "M-" + row.message())),
                    group,
                    day,
                    Times.start(day),
                    figures.cut(),
                    figures.split(),
                    "0".repeat(64),
                    row.refund()
                        ? Optional.of(
                            new DaySettlement.Undoing(row.message(), Times.start(day), day))
                        : Optional.empty()));
  }

  /** The centre's amounts, where this edition tells them; ours where they are the same. */
  private Optional<Figures> figures(DayFile.Row row, Figures ours) {
    if (row.total().isEmpty()) {
      return Optional.empty();
    }
    long total;
    long funds;
    long account;
    try {
      total = Math.absExact(Yuan.fen(row.total().get()));
      account = Math.absExact(DayTotalling.fen(row.account().orElse("")));
      long sum = Math.absExact(DayTotalling.fen(row.funds().orElse("")));
      boolean inside = gate.profile().settling().fundSum() == FundSum.ACCOUNT_INSIDE;
      funds = inside ? sum - account : sum;
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (total == ours.split().total().fen()
        && funds == funds(ours.split())
        && account == accounts(ours.split())) {
      return Optional.of(ours);
    }
    if (funds < 0 || total < funds + account) {
      return Optional.empty();
    }
    Map<Payer, Money> paid = new EnumMap<>(Payer.class);
    paid.put(Payer.POOL_FUND, new Money(funds));
    paid.put(Payer.PERSONAL_ACCOUNT, new Money(account));
    paid.put(Payer.CASH, new Money(total - funds - account));
    return Optional.of(
        new Figures(
            new ScopeCut(Money.ZERO, Money.ZERO, Money.ZERO, new Money(total), Money.ZERO),
            new SettlementSplit(new Money(total), paid)));
  }

  private static long funds(SettlementSplit split) {
    long funds = 0;
    for (Payer payer : Payer.values()) {
      funds += payer.isFund() ? split.paidBy(payer).fen() : 0;
    }
    return funds;
  }

  private static long accounts(SettlementSplit split) {
    return split.paidBy(Payer.PERSONAL_ACCOUNT).fen() + split.paidBy(Payer.FAMILY_ACCOUNT).fen();
  }
}
