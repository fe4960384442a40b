package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.problem.Misuse;
import io.caresettle.writing.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code day-end}: compares a day with the centre, and does what the operator confirms. */
@Command(
    name = "day-end",
    description = "日终对账，并处理确认的差异 / compare a day with the centre, and do what is confirmed")
final class DayEndCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--day",
      required = true,
      paramLabel = "DAY",
      description = "业务日期 / the day, such as 2026-01-01")
  private LocalDate day = LocalDate.EPOCH;

  @Option(
      names = "--confirm",
      paramLabel = "BILL",
      description = "确认该单据差异的处理方式，可多次给出 / do the remedy of this bill; may be given more than once")
  private List<String> confirmed = List.of();

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "对账结果写入新文件 / write the report as CSV into a new file")
  private Optional<Path> csv = Optional.empty();

  @Option(names = "--export", description = "导出检查资料 / give the day out for inspection")
  private boolean export;

  @Mixin private GatewayOptions gateway;

  DayEndCommand(Console console) {
    gateway = new GatewayOptions(console);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    csv.ifPresent(InputFile::requireNone);
    try {
      GatewayDesk desk = gateway.desk();
      return done(desk, gateway.shift(desk), out);
    } catch (GatewayDesk.Refused refused) {
      spec.commandLine().getErr().println(refused.getMessage());
      return refused.exitCode();
    }
  }

  private int done(GatewayDesk desk, String shift, PrintWriter out) {
    Map<String, Object> told = compared(desk, shift);
    for (String bill : confirmed) {
      Map<String, Object> remedy = confirm(desk, shift, decision(told, bill));
      out.println("已确认 confirmed: " + bill + " " + GatewayDesk.text(remedy, "words"));
    }
    if (!confirmed.isEmpty()) {
      told = compared(desk, shift);
    }
    Json report = ticket(shift, "report", GatewayDesk.text(told, "report"));
    Map<String, Object> texts = desk.post(path("report"), report);
    out.print(GatewayDesk.text(texts, "text"));
    csv.ifPresent(file -> write(file, GatewayDesk.text(texts, "csv")));
    toDecide(told)
        .forEach(
            each ->
                out.println(
                    "待确认 to be confirmed: --confirm "
                        + GatewayDesk.text(each, "bill")
                        + "  "
                        + GatewayDesk.text(GatewayDesk.part(each, "remedy"), "words")));
    if (export) {
      Map<String, Object> given = desk.post(path("export"), report);
      out.println(
          "已导出 given out: "
              + GatewayDesk.text(given, "folder")
              + " SM3 "
              + GatewayDesk.text(given, "manifest"));
    }
    out.flush();
    return GatewayDesk.text(told, "clean").equals("true") ? ExitCode.GOOD : ExitCode.FOUND;
  }

  private Map<String, Object> compared(GatewayDesk desk, String shift) {
    return desk.post(path("compare"), Json.object().put("shift", shift));
  }

  private Map<String, Object> confirm(GatewayDesk desk, String shift, String decision) {
    return desk.post(path("confirm"), ticket(shift, "decision", decision));
  }

  private static Json ticket(String shift, String kind, String ticket) {
    return Json.object().put("shift", shift).put(kind, ticket);
  }

  private String path(String act) {
    return "/v1/days/" + day + "/" + act;
  }

  private static List<Map<String, Object>> toDecide(Map<String, Object> told) {
    List<Map<String, Object>> all = new ArrayList<>(GatewayDesk.parts(told, "differences"));
    all.addAll(GatewayDesk.parts(told, "carried"));
    all.removeIf(each -> !each.containsKey("decision"));
    return all;
  }

  private static String decision(Map<String, Object> told, String bill) {
    return toDecide(told).stream()
        .filter(each -> GatewayDesk.text(each, "bill").equals(bill))
        .findFirst()
        .map(each -> GatewayDesk.text(each, "decision"))
        .orElseThrow(
            () ->
                new Misuse(
                    "--confirm: 无需确认 found nothing to confirm about bill "
                        + bill
                        + ", expected one of those that the report lists: run it without"
                        + " --confirm"));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new Misuse(file + ": 无法写入 the report cannot be written there", e);
    }
  }
}
