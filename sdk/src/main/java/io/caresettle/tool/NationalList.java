package io.caresettle.tool;

import io.caresettle.catalogue.CatalogueDownload;
import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.FieldRow;
import io.caresettle.centre.national.field.FieldTables;
import io.caresettle.centre.national.flow.NationalConnector;
import io.caresettle.console.ExitCode;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code national list}: which transactions are known, how well, and who sends them. */
@Command(
    name = "list",
    description =
        "列出交易：由终端发送还是只能手工调用、字段数、其中已确认的、独立来源数 / the transactions: sent by a terminal or"
            + " called raw, fields known, of them confirmed, independent sources")
final class NationalList implements Callable<Integer> {

  /**
   * What is known of a transaction.
   *
   * @param fields names of one node count once, whoever lists them
   */
  private record Known(
      String number, boolean sent, long fields, long confirmed, int sources, boolean answer) {

    static Known of(String number, FieldTables tables) {
      List<FieldRow> rows =
          Stream.of(Direction.values()).flatMap(d -> tables.rows(number, d).stream()).toList();
      return new Known(
          number,
          NationalConnector.transactions().contains(number)
              || CatalogueDownload.transactions().contains(number),
          count(rows, row -> true),
          count(rows, FieldRow::confirmed),
          tables.sources(number).size(),
          rows.stream().anyMatch(row -> row.direction() == Direction.OUTPUT));
    }

    private static long count(Collection<FieldRow> rows, Predicate<FieldRow> counts) {
      return rows.stream()
          .filter(counts)
          .map(row -> row.direction() + " " + row.node() + " " + row.name())
          .distinct()
          .count();
    }

    String words() {
      String state = sent ? "终端发送 sent   " : "手工调用 raw    ";
      String how =
          sources == 0
              ? "无来源 no source"
              : sources == 1 ? "一个来源 one source" : sources + " 个来源 sources";
      return "%-6s %s 字段 fields %4d 已确认 confirmed %4d  %s%s"
          .formatted(number, state, fields, confirmed, how, answer ? "" : "；答复未知 answer unknown");
    }

    Report report() {
      return Report.of("")
          .put("transaction", "", number)
          .put("sent", "", sent)
          .put("fields", "", fields)
          .put("confirmed", "", confirmed)
          .put("sources", "", sources)
          .put("answer_known", "", answer);
    }
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    FieldTables tables = FieldTables.shipped();
    TreeSet<String> numbers = new TreeSet<>(tables.transactions());
    numbers.addAll(NationalConnector.transactions());
    numbers.addAll(CatalogueDownload.transactions());
    List<Known> all = numbers.stream().map(number -> Known.of(number, tables)).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json.wanted()) {
      Report.of("").put("transactions", all.stream().map(Known::report).toList()).print(out, true);
    } else {
      all.forEach(one -> out.println(one.words()));
      out.printf(
          "共 %d 个交易 transactions，终端发送 sent %d，只有一个来源 one source %d，无来源 no source %d%n",
          all.size(),
          all.stream().filter(Known::sent).count(),
          all.stream().filter(one -> one.sources() == 1).count(),
          all.stream().filter(one -> one.sources() == 0).count());
      out.flush();
    }
    return ExitCode.GOOD;
  }
}
