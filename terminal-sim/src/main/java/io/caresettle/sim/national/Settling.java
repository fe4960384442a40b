package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.protocol.wire.CancellationReceipt;
import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.Split;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Trial, settlement and undoing, the same for a pharmacy, a clinic and a ward. */
record Settling(
    SideDoor door,
    Notes notes,
    Visits visits,
    Bills bills,
    Money money,
    People people,
    Credentials credentials,
    SetlInfo words,
    boolean negativeUndo) {

  /**
   * One bill on its way.
   *
   * @param data what the request says of the whole
   * @param number of the bill at the centre
   * @param last the day of discharge; empty where there is none
   */
  record Job(
      Node data, Node visit, String number, String day, String last, List<Node> lines) {}

  private TrialBody body(Asked asked, Job job, Known.Person person) {
    Enrolment enrolment =
        people.enrolment(asked, person, job.data().text("insutype"), Words.day(job.day()));
    Bills.mustAddUp(job.data(), job.lines());
    return bills.body(
        asked,
        new Bills.Of(
            job.number(),
            Visits.id(job.visit()),
            Visits.said(job.visit(), "care"),
            Words.day(job.day()).toString(),
            job.last().isEmpty() ? "" : Words.day(job.last()).toString()),
        person,
        enrolment,
        job.lines());
  }

  /** Who shows up for this bill; whoever shows nothing now did at registration. */
  private Known.Person person(Asked asked, Job job) {
    String number = Words.must(job.data(), "psn_no", "人员编号");
    if (job.data().text("mdtrt_cert_no").isEmpty() && job.data().text("certno").isEmpty()) {
      return door.person(number).orElseThrow(() -> new SaysNo("人员编号不存在"));
    }
    return credentials.present(asked, job.data(), Visits.id(job.visit()), number);
  }

  /** Who would pay what. */
  Node trial(Asked asked, Job job, boolean withLines) {
    Known.Person person = person(asked, job);
    TrialBody body = body(asked, job, person);
    Split split = money.trial(asked, body).getSplit();
    mayUseAccount(job, split);
    Node output = output(asked, job, person, body, split, door.now());
    return withLines ? output.with("detlcutinfo", bills.cut(asked, body)) : output;
  }

  /** Settles, and marks the lines. */
  Node settle(Asked asked, Job job, boolean withLines) {
    Known.Person person = person(asked, job);
    TrialBody body = body(asked, job, person);
    Value.Rows cut = withLines ? bills.cut(asked, body) : new Value.Rows(List.of());
    SettlementReceipt receipt = money.settle(asked, body);
    mayUseAccount(job, receipt.getSplit());
    String visit = Visits.id(job.visit());
    notes.put(
        "settled",
        receipt.getSettlementId(),
        visit,
        Node.EMPTY
            .with("infno", asked.transaction())
            .with("invono", Visits.said(job.data(), "invono"))
            .with("mdtrt_cert_type", Visits.said(job.data(), "mdtrt_cert_type"))
            .with("med_type", Visits.said(job.visit(), "med_type"))
            .with("opter_id", asked.said("opter"))
            .with("opter_name", asked.said("opter_name")));
    visits.mark(visit, job.lines(), receipt.getSettlementId());
    Node output =
        output(
            asked,
            job,
            person,
            body,
            receipt.getSplit(),
            Instant.ofEpochMilli(receipt.getSettledAtMillis()));
    Node info =
        output.node("setlinfo").orElseThrow().with("setl_id", receipt.getSettlementId());
    Node whole = output.with("setlinfo", info);
    return withLines ? whole.with("detlcutinfo", cut) : whole;
  }

  /** The law decides here what the account pays; a counter cannot close it bill by bill. */
  private static void mayUseAccount(Job job, Split split) {
    if (Visits.said(job.data(), "acct_used_flag").equals("0") && split.getPersonalAccount() > 0) {
      throw new SaysNo(
          "acct_used_flag（个人账户使用标志）: 模拟平台按统筹区政策使用个人账户，应为 1；本单个人账户支付 "
              + Yuan.text(split.getPersonalAccount()));
    }
  }

  private Node output(
      Asked asked, Job job, Known.Person person, TrialBody body, Split split, Instant at) {
    return Node.EMPTY
        .with(
            "setlinfo",
            info(asked, person, body.getScheme(), body.getArea(), split, at)
                .with("mdtrt_id", Visits.id(job.visit()))
                .with("mdtrt_cert_type", Visits.said(job.data(), "mdtrt_cert_type"))
                .with("med_type", Visits.said(job.visit(), "med_type"))
                .with("medins_setl_id", asked.messageId())
                .with("clr_type", Words.clearing(Visits.said(job.visit(), "care"))))
        .with("setldetail", words.details(split, Words.insurance(body.getScheme())));
  }

  /** What every {@code setlinfo} says, whichever transaction it is of. */
  Node info(
      Asked asked, Known.Person person, String scheme, String area, Split split, Instant at) {
    Node info = People.base(person, LocalDate.ofInstant(at, Words.CHINA));
    for (Enrolment enrolment : door.describe(person).getEnrolmentsList()) {
      if (enrolment.getScheme().equals(scheme) && enrolment.getArea().equals(area)) {
        info = info.with("psn_type", People.personType(enrolment));
      }
    }
    info =
        info.with("insutype", Words.insurance(scheme))
            .with("cvlserv_flag", "0")
            .with("setl_time", Words.time(at));
    for (var amount : words.amounts(split).members().entrySet()) {
      info = info.with(amount.getKey(), amount.getValue());
    }
    return info.with("balc", Yuan.text(door.balance(person.number())))
        .with("clr_optins", Words.division(asked.place().area()))
        .with("clr_way", "1");
  }

  /** 2103, 2208, 2305: undoes the settlement that {@code data} names. */
  Node undo(Asked asked, Node data) {
    String id = Words.must(data, "setl_id", "结算ID");
    Known.Settled settled =
        door.settlement(asked.institution(), id)
            .orElseThrow(() -> new SaysNo("未查询到结算信息"));
    if (!settled.person().equals(Visits.said(data, "psn_no"))
        || !settled.visit().equals(Visits.said(data, "mdtrt_id"))) {
      throw new SaysNo("结算ID与人员编号或就诊ID不一致");
    }
    if (!settled.stands()) {
      throw new SaysNo("该笔结算已撤销，请勿重复办理");
    }
    CancellationReceipt receipt = money.cancel(asked, id, settled.message(), settled.bill());
    notes.put(
        "undo",
        asked.institution() + "/" + asked.messageId(),
        id,
        Node.EMPTY
            .with("setl_id", id)
            .with("undo_setl_id", receipt.getCancellationId())
            .with("msgid", asked.messageId()));
    visits.free(settled.visit(), id);
    Known.Person person = door.person(settled.person()).orElseThrow();
    Node info =
        info(
                asked,
                person,
                settled.scheme(),
                settled.area(),
                settled.split(),
                Instant.ofEpochMilli(receipt.getCancelledAtMillis()))
            .with("mdtrt_id", settled.visit())
            .with("setl_id", receipt.getCancellationId())
            .with("med_type", medType(settled))
            .with("medins_setl_id", asked.messageId())
            .with("clr_type", Words.clearing(settled.care()));
    return Node.EMPTY
        .with("setlinfo", negativeUndo ? SetlInfo.negative(info) : info)
        .with("setldetail", words.details(settled.split(), Words.insurance(settled.scheme())));
  }

  private String medType(Known.Settled settled) {
    return notes
        .find("settled", settled.id())
        .flatMap(note -> note.text("med_type"))
        .orElse(Words.clearing(settled.care()));
  }
}
