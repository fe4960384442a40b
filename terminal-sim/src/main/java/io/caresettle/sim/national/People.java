package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.protocol.wire.InsuredPerson;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Persons (1101, 1162) and what they are entitled to (2001). */
record People(SideDoor door, Credentials credentials) {

  /** 1101: by credential. */
  Node person(Asked asked) {
    Node data = asked.input().node("data").orElse(Node.EMPTY);
    return described(credentials.shown(data).person());
  }

  /** 1162: a scanned code, opened into a token and a person. */
  Node opened(Asked asked) {
    Node data = asked.input().node("data").orElse(Node.EMPTY);
    String code = Words.must(data, "ecQrCode", "电子凭证二维码");
    String token = credentials.open(code);
    return described(door.behind(code).orElseThrow())
        .with("cardno", "")
        .with("card_sn", "")
        .with("ecToken", token);
  }

  private Node described(Known.Person person) {
    InsuredPerson told = door.describe(person);
    LocalDate today = LocalDate.ofInstant(door.now(), Words.CHINA);
    List<Value> insured = new ArrayList<>();
    for (Enrolment enrolment : told.getEnrolmentsList()) {
      insured.add(insured(enrolment, told.getAccountBalance(), today));
    }
    return Node.EMPTY
        .with("baseinfo", base(person, today))
        .with("insuinfo", new Value.Rows(insured))
        .with("idetinfo", new Value.Rows(List.of()));
  }

  private static Node insured(Enrolment enrolment, long balance, LocalDate today) {
    boolean over =
        !enrolment.getTo().isEmpty() && LocalDate.parse(enrolment.getTo()).isBefore(today);
    String state = over ? "4" : enrolment.getPoolSuspended() ? "2" : "1";
    return Node.EMPTY
        .with("balc", Yuan.text(enrolment.getScheme().equals("employee") ? balance : 0))
        .with("insutype", Words.insurance(enrolment.getScheme()))
        .with("psn_type", personType(enrolment))
        .with("psn_insu_stas", state)
        .with("psn_insu_date", enrolment.getFrom())
        .with("paus_insu_date", enrolment.getTo())
        .with("cvlserv_flag", "0")
        .with("insuplc_admdvs", Words.division(enrolment.getArea()))
        .with("emp_name", "");
  }

  static String personType(Enrolment enrolment) {
    if (enrolment.getScheme().equals("resident")) {
      return "1501";
    }
    return enrolment.getCategory().equals("retired") ? "1201" : "1101";
  }

  /** Birth and sex stand in an identity number. */
  static Node base(Known.Person person, LocalDate today) {
    String identity = person.identity();
    LocalDate born =
        LocalDate.of(
            Integer.parseInt(identity.substring(6, 10)),
            Integer.parseInt(identity.substring(10, 12)),
            Integer.parseInt(identity.substring(12, 14)));
    long months = ChronoUnit.MONTHS.between(born, today);
    return Node.EMPTY
        .with("psn_no", person.number())
        .with("psn_cert_type", "01")
        .with("certno", identity)
        .with("psn_name", person.name())
        .with("gend", (identity.charAt(16) - '0') % 2 == 1 ? "1" : "2")
        .with("naty", "01")
        .with("brdy", born.toString())
        .with("age", months / 12 + "." + months % 12 * 10 / 12);
  }

  /** The enrolment that is settled with: by insurance and place, on the day of service. */
  Enrolment enrolment(Asked asked, Known.Person person, Optional<String> insurance, LocalDate day) {
    String area = Words.area(asked.said("insuplc_admdvs"));
    if (area.isEmpty()) {
      throw new SaysNo("insuplc_admdvs（参保地医保区划）: 输入含人员编号时必填，取自 1101 返回");
    }
    List<Enrolment> all = door.describe(person).getEnrolmentsList();
    List<Enrolment> there = all.stream().filter(e -> e.getArea().equals(area)).toList();
    if (there.isEmpty()) {
      throw new SaysNo("insuplc_admdvs（参保地医保区划）: 该人员在此区划没有参保登记，请以 1101 返回为准");
    }
    Optional<String> scheme = insurance.map(Words::scheme);
    return there.stream()
        .filter(e -> scheme.map(s -> s.equals(e.getScheme())).orElse(true))
        .filter(e -> !day.isBefore(LocalDate.parse(e.getFrom())))
        .filter(e -> e.getTo().isEmpty() || !day.isAfter(LocalDate.parse(e.getTo())))
        .findFirst()
        .orElseThrow(() -> new SaysNo("该人员在就诊日期没有该险种的有效参保"));
  }

  /** 2001: whether the funds may pay. */
  Node entitlement(Asked asked) {
    Node data = asked.input().node("data").orElse(Node.EMPTY);
    Known.Person person =
        door.person(data.text("psn_no").orElse(""))
            .orElseThrow(() -> new SaysNo("人员编号不存在"));
    LocalDate day = Words.day(data.text("begntime").orElse(""));
    Enrolment enrolment = enrolment(asked, person, data.text("insutype"), day);
    boolean open = !enrolment.getPoolSuspended();
    String fund = Words.insurance(enrolment.getScheme()) + "100";
    return Node.EMPTY.with(
        "trtinfo",
        new Value.Rows(
            List.of(
                Node.EMPTY
                    .with("psn_no", person.number())
                    .with("trt_chk_type", "1")
                    .with("fund_pay_type", fund)
                    .with("trt_enjymnt_flag", open ? "1" : "0")
                    .with("begndate", enrolment.getFrom())
                    .with("enddate", enrolment.getTo())
                    .with("trt_chk_rslt", open ? "" : "统筹基金待遇暂停"))));
  }
}
