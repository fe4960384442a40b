package io.caresettle.tool;

import io.caresettle.console.ExitCode;
import io.caresettle.reading.Reading;
import io.caresettle.writing.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code refund}: gives part of a bill back. Without {@code --settle} it stops after the quote of
 * what remains, for the person to agree; run again, it goes on where it stood.
 */
@Command(
    name = "refund",
    description =
        "退费重结：先撤销原单（撤销后不能恢复），再预结算余下部分，患者同意现金金额后结算 / cancel a bill, which cannot be"
            + " brought back, then quote what remains of it, and settle that anew once the patient"
            + " agrees to the cash")
final class RefundCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "BILL", description = "原单据号 / the bill that stands")
  private String bill = "";

  @Option(
      names = "--request",
      required = true,
      paramLabel = "FILE",
      description =
          "JSON 或 YAML：credential、registration、visit、bill（余下明细）、reason，与网关接口同名 / JSON or"
              + " YAML with these keys, as the gateway's own requests have them; bill holds what"
              + " remains")
  private Path request = Path.of("");

  @Option(
      names = "--settle",
      paramLabel = "CASH",
      description =
          "患者已同意的现金金额，与预结算相符才结算 / the cash that the patient agreed to; settled only if the quote"
              + " says the same")
  private Optional<String> agreed = Optional.empty();

  @Mixin private GatewayOptions gateway;

  RefundCommand(Console console) {
    gateway = new GatewayOptions(console);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<String, Object> asked = Reading.of(request, all -> Optional.of(GatewayDesk.plain(all)));
    try {
      GatewayDesk desk = gateway.desk();
      return done(desk, gateway.shift(desk), asked, out);
    } catch (GatewayDesk.Refused refused) {
      spec.commandLine().getErr().println(refused.getMessage());
      return refused.exitCode();
    } finally {
      out.flush();
    }
  }

  private int done(GatewayDesk desk, String shift, Map<String, Object> asked, PrintWriter out) {
    Map<String, Object> refund =
        desk.post(
            "/v1/bills/" + bill + "/refund",
            Json.object()
                .put("shift", shift)
                .put("eligibility", eligibility(desk, shift, asked))
                .put("bill", GatewayDesk.json(GatewayDesk.part(asked, "bill")))
                .put("reason", GatewayDesk.text(asked, "reason")));
    Map<String, Object> cancelled = GatewayDesk.part(refund, "cancelled");
    String ending = GatewayDesk.text(cancelled, "ending");
    out.println("原单 " + bill + ": " + ending + words(cancelled));
    if (ending.equals("cancelled")) {
      out.println("原单已撤销，不能恢复 / the old bill is cancelled, and cannot be brought back");
    }
    String anew = GatewayDesk.text(refund, "anew");
    if (refund.containsKey("settled")) {
      return told(desk, GatewayDesk.part(refund, "settled"), out);
    } else if (!refund.containsKey("quote")) {
      out.println("中心尚未确认撤销，稍后再执行 / the centre has not cancelled it: run this again");
      return exitCode(ending);
    }
    Map<String, Object> quote = GatewayDesk.part(refund, "quote");
    String cash = GatewayDesk.text(GatewayDesk.part(quote, "split"), "cash");
    if (agreed.filter(cash::equals).isEmpty()) {
      agreed.ifPresent(
          other ->
              out.println(
                  "金额不符，未结算 / not settled: the patient agreed to " + other + ", not to this cash"));
      out.println(
          "余下部分 "
              + anew
              + " 应付现金 to pay in cash: "
              + cash
              + "；患者同意后加 --settle "
              + cash
              + " / when the patient agrees, run this again with --settle "
              + cash);
      // That the patient is asked is no failure; that another amount was agreed to is one.
      return agreed.isPresent() ? ExitCode.FOUND : ExitCode.GOOD;
    }
    return told(
        desk,
        desk.post(
            "/v1/bills/" + anew + "/settle",
            Json.object()
                .put("shift", shift)
                .put("quote", GatewayDesk.text(quote, "quote"))
                .put("digest", GatewayDesk.text(quote, "digest"))),
        out);
  }

  private static int exitCode(String ending) {
    return ending.equals("unknown") ? ExitCode.UNREACHABLE : ExitCode.FOUND;
  }

  /** What an ending means and what is next, as the gateway says it. */
  private static String words(Map<String, Object> ending) {
    String zh = GatewayDesk.text(ending, "zh") + "；" + GatewayDesk.text(ending, "nextZh");
    String en = GatewayDesk.text(ending, "en") + "; " + GatewayDesk.text(ending, "nextEn");
    return " " + zh + " / " + en;
  }

  private String eligibility(GatewayDesk desk, String shift, Map<String, Object> asked) {
    Map<String, Object> patient =
        desk.post(
            "/v1/identify",
            Json.object()
                .put("shift", shift)
                .put("credential", GatewayDesk.json(GatewayDesk.part(asked, "credential")))
                .put("registration", GatewayDesk.json(GatewayDesk.part(asked, "registration"))));
    return GatewayDesk.text(
        desk.post(
            "/v1/eligibility",
            Json.object()
                .put("shift", shift)
                .put("patient", GatewayDesk.text(patient, "patient"))
                .put("visit", GatewayDesk.json(GatewayDesk.part(asked, "visit")))),
        "eligibility");
  }

  private int told(GatewayDesk desk, Map<String, Object> outcome, PrintWriter out) {
    String ending = GatewayDesk.text(outcome, "ending");
    out.println("余下部分 " + GatewayDesk.text(outcome, "bill") + ": " + ending + words(outcome));
    if (!ending.equals("settled")) {
      return exitCode(ending);
    }
    out.print(GatewayDesk.text(desk.get("/v1/bills/" + bill + "/refund/slip?paper=80"), "text"));
    return ExitCode.GOOD;
  }
}
