package io.caresettle.sim.national;

import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.message.Yuan;
import io.caresettle.protocol.wire.CatalogueItem;
import io.caresettle.protocol.wire.Enrolment;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.protocol.wire.Visit;
import io.caresettle.sim.centre.Known;
import io.caresettle.sim.centre.SideDoor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes the centre's bills of national fee lines, and cuts them line by line. */
record Bills(SideDoor door) {

  private static final List<String> PARTS =
      List.of("fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt");

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

  /**
   * What a bill is of.
   *
   * @param number unique in the institution
   * @param last the day of discharge; empty where there is none
   */
  record Of(String number, String visit, String care, String day, String last) {}

  /** The bill of these lines. */
  TrialBody body(Asked asked, Of of, Known.Person person, Enrolment enrolment, List<Node> lines) {
    TrialBody.Builder body =
        TrialBody.newBuilder()
            .setInstitutionCode(asked.institution())
            .setBillNumber(of.number())
            .setPersonNumber(person.number())
            .setVisit(
                Visit.newBuilder()
                    .setVisitNumber(of.visit())
                    .setCareType(of.care())
                    .setServiceDate(of.day())
                    .setDischargeDate(of.last()))
            .setScheme(enrolment.getScheme())
            .setArea(enrolment.getArea());
    netted(lines).forEach(line -> body.addLines(feeLine(line)));
    return body.build();
  }

  /** A return is a line of its own that names the line it takes back; together they are one. */
  private static List<Node> netted(List<Node> lines) {
    Map<String, Node> net = new LinkedHashMap<>();
    for (Node line : lines) {
      String original = line.text("init_feedetl_sn").orElse("");
      Node before = net.get(original);
      if (before == null) {
        net.put(line.text("feedetl_sn").orElse(""), line);
        continue;
      }
      long count = scaled(before, "cnt", 4) + scaled(line, "cnt", 4);
      long fen = fen(before, "det_item_fee_sumamt") + fen(line, "det_item_fee_sumamt");
      if (count == 0 && fen == 0) {
        net.remove(original);
      } else {
        net.put(
            original,
            before.with("cnt", decimal(count, 4)).with("det_item_fee_sumamt", Yuan.text(fen)));
      }
    }
    return List.copyOf(net.values());
  }

  private static FeeLine feeLine(Node line) {
    return FeeLine.newBuilder()
        .setLineId(Words.must(line, "feedetl_sn", "费用明细流水号"))
        .setCatalogueCode(Words.must(line, "med_list_codg", "医疗目录编码"))
        .setInstitutionCode(line.text("medins_list_codg").orElse(""))
        .setUnitPriceMicros(scaled(line, "pric", 6))
        .setQuantityE4(scaled(line, "cnt", 4))
        .setLineTotal(fen(line, "det_item_fee_sumamt"))
        .setServedAtMillis(Words.millis(line.text("fee_ocur_time").orElse("")))
        .build();
  }

  static long fen(Node node, String field) {
    try {
      return node.member(field).flatMap(Yuan::fen).orElse(0L);
    } catch (IllegalArgumentException e) {
      throw new SaysNo(field + ": 金额格式有误，应为最多两位小数的元");
    }
  }

  private static long scaled(Node node, String field, int places) {
    String text = node.text(field).orElse("0");
    int point = text.indexOf('.');
    String decimals = point < 0 ? "" : text.substring(point + 1);
    if (!DECIMAL.matcher(text).matches() || decimals.length() > places) {
      throw new SaysNo(field + ": 数字格式有误，最多 " + places + " 位小数");
    }
    String whole = point < 0 ? text : text.substring(0, point);
    return Long.parseLong(whole + decimals + "0".repeat(places - decimals.length()));
  }

  static String decimal(long number, int places) {
    String digits = Long.toString(Math.absExact(number));
    String padded = "0".repeat(Math.max(0, places + 1 - digits.length())) + digits;
    int point = padded.length() - places;
    return (number < 0 ? "-" : "") + padded.substring(0, point) + "." + padded.substring(point);
  }

  /** What the lines come to must be what the bill says. */
  static void mustAddUp(Node data, List<Node> lines) {
    long said = fen(data, "medfee_sumamt");
    long sum = lines.stream().mapToLong(line -> fen(line, "det_item_fee_sumamt")).sum();
    if (said != sum) {
      throw new SaysNo(
          "医疗总费用与明细合计不相等：medfee_sumamt " + Yuan.text(said) + "，明细合计 " + Yuan.text(sum));
    }
  }

  /** What the bill says of its four parts must be the whole of it, where it says all four. */
  static void partsMustAddUp(Node data) {
    if (PARTS.stream().allMatch(part -> data.text(part).isPresent())) {
      long said = fen(data, "medfee_sumamt");
      long sum = PARTS.stream().mapToLong(part -> fen(data, part)).sum();
      if (said != sum) {
        throw new SaysNo(
            "医疗总费用与四项费用合计不相等：medfee_sumamt "
                + Yuan.text(said)
                + "，"
                + String.join(" + ", PARTS)
                + " = "
                + Yuan.text(sum));
      }
    }
  }

  /** The lines as they are cut, in the words of {@code detlcutinfo} and {@code result}. */
  Value.Rows cut(Asked asked, TrialBody body) {
    SideDoor.Cutting cutting = door.cut(asked.from(), body);
    if (cutting instanceof SideDoor.Cutting.Not not) {
      throw Money.no(not.refusal());
    }
    Map<String, CatalogueItem> items = new LinkedHashMap<>();
    door.catalogue().getItemsList().forEach(item -> items.put(item.getCode(), item));
    Map<String, FeeLine> lines = new LinkedHashMap<>();
    body.getLinesList().forEach(line -> lines.put(line.getLineId(), line));
    List<Value> rows = new ArrayList<>();
    for (Known.Cut cut : ((SideDoor.Cutting.Done) cutting).lines()) {
      FeeLine line = lines.getOrDefault(cut.id(), FeeLine.getDefaultInstance());
      rows.add(
          row(
              cut,
              line,
              items.getOrDefault(line.getCatalogueCode(), CatalogueItem.getDefaultInstance())));
    }
    return new Value.Rows(rows);
  }

  private static Node row(Known.Cut cut, FeeLine line, CatalogueItem item) {
    long ceiling =
        item.hasPriceLimitMicros() ? item.getPriceLimitMicros() : line.getUnitPriceMicros();
    return Node.EMPTY
        .with("feedetl_sn", cut.id())
        .with("det_item_fee_sumamt", Yuan.text(cut.amount()))
        .with("cnt", decimal(line.getQuantityE4(), 4))
        .with("pric", decimal(line.getUnitPriceMicros(), 6))
        .with("pric_uplmt_amt", decimal(ceiling, 6))
        .with(
            "selfpay_prop",
            level(item).equals("03") ? "1.0000" : decimal(item.getFirstSelfPayBasisPoints(), 4))
        .with("fulamt_ownpay_amt", Yuan.text(cut.outOfCatalogue()))
        .with("overlmt_amt", Yuan.text(cut.overLimit()))
        .with("preselfpay_amt", Yuan.text(cut.firstSelfPay()))
        .with("inscp_scp_amt", Yuan.text(cut.inScope()))
        .with("chrgitm_lv", level(item))
        .with("med_chrgitm_type", "09")
        .with("bas_medn_flag", "0")
        .with("hi_nego_drug_flag", "0")
        .with("chld_medc_flag", "0")
        .with("list_sp_item_flag", "0")
        .with("lmt_used_flag", "0")
        .with("drt_reim_flag", "0")
        .with("memo", "");
  }

  static String level(CatalogueItem item) {
    return switch (item.getCatalogueClass()) {
      case CLASS_A -> "01";
      case CLASS_B -> "02";
      default -> "03";
    };
  }
}
