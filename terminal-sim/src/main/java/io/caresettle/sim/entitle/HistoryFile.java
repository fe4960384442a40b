package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.UnreadableHistory.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The reader of a person file: strict, and telling everything that is wrong at once. */
public final class HistoryFile {

  private HistoryFile() {}

  /** Reads a file. */
  public static History read(Path file) throws IOException {
    return read(file.getFileName().toString(), Files.readString(file));
  }

  /**
   * Reads a text.
   *
   * @param file as errors call it
   * @throws UnreadableHistory with all that is wrong
   */
  public static History read(String file, String text) {
    List<Fault> faults = new ArrayList<>();
    Optional<Node> root = compose(file, text, faults);
    Optional<History> history =
        root.map(node -> Page.of(file, faults, node))
            .flatMap(
                top -> {
                  Optional<Page> person = top.pageIfAny("person");
                  if (person.isEmpty()) {
                    top.wrong("'person' is missing");
                  }
                  top.end();
                  return person.map(HistoryFile::person);
                });
    if (history.isEmpty() && faults.isEmpty()) {
      faults.add(new Fault(file, 1, Optional.empty(), "the file is empty"));
    }
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparingInt(Fault::line));
      throw new UnreadableHistory(faults);
    }
    return history.orElseThrow();
  }

  private static Optional<Node> compose(String file, String text, List<Fault> faults) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setMaxAliasesForCollections(0).build();
    try {
      return new Compose(settings).composeString(text);
    } catch (YamlEngineException e) {
      int line =
          e instanceof MarkedYamlEngineException marked
              ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1)
              : 1;
      faults.add(new Fault(file, line, Optional.empty(), "not YAML 1.2: " + e.getMessage()));
      return Optional.empty();
    }
  }

  private static History person(Page page) {
    LocalDate born = page.date("born");
    HistoryCheck check = new HistoryCheck(page, born);
    History history =
        new History(
            page.text("number"),
            page.text("name"),
            page.textIfAny("identity"),
            born,
            page.choice(
                "sex", Map.of("woman", History.Sex.WOMAN, "man", History.Sex.MAN), History.Sex.MAN),
            fen(page, "balance"),
            fen(page, "past-years"),
            list(page, "groups", HistoryFile::group),
            list(page, "aid", HistoryFile::aid),
            page.valueIfAny("contribution-years", "whole years", HistoryFile::count).orElse(0),
            page.dateIfAny("retired-since"),
            page.pageIfAny("ended").map(HistoryFile::ended),
            page.pageIfAny("judgment").map(HistoryFile::judgment),
            list(page, "enrolments", p -> new EnrolmentReader(p, check).read()),
            list(page, "filings", HistoryFile::filing),
            list(page, "recognitions", HistoryFile::recognition),
            list(page, "stays", p -> stay(p, check)),
            list(page, "sanctions", HistoryFile::sanction),
            list(page, "family", HistoryFile::bound),
            list(page, "covers", HistoryFile::cover),
            list(page, "authorisations", HistoryFile::leave));
    page.end();
    check.whole(history);
    return history;
  }

  private static <T> List<T> list(Page page, String key, Function<Page, T> read) {
    List<T> all = new ArrayList<>();
    for (Page entry : page.pages(key)) {
      all.add(read.apply(entry));
      entry.end();
    }
    return all;
  }

  private static long fen(Page page, String key) {
    return page.valueIfAny(
            key,
            "yuan with two decimals, such as \"105.30\"",
            yuan -> {
              if (!yuan.matches("\\d{1,12}\\.\\d{2}")) {
                throw new IllegalArgumentException(yuan);
              }
              return Long.parseLong(yuan.replace(".", ""));
            })
        .orElse(0L);
  }

  static int count(String text) {
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  private static History.Group group(Page page) {
    return new History.Group(page.text("group"), page.dates());
  }

  private static History.Aid aid(Page page) {
    return new History.Aid(page.text("class"), page.text("area"), page.dates());
  }

  private static History.Ended ended(Page page) {
    String why = page.choice("why", Map.of("death", "death", "emigration", "emigration"), "death");
    History.Ended ended = new History.Ended(why, page.date("on"));
    page.end();
    return ended;
  }

  private static History.Judgment judgment(Page page) {
    History.Judgment judgment =
        new History.Judgment(page.date("effective"), page.dateIfAny("released"));
    if (judgment.released().filter(on -> on.isBefore(judgment.effective())).isPresent()) {
      page.breaks(CentreRule.R_ELIG_16, "released before the judgment took effect");
    }
    page.end();
    return judgment;
  }

  private static History.Filing filing(Page page) {
    return new History.Filing(
        page.textIfAny("id").orElse(""),
        page.choice(
            "kind",
            Map.of("long-term", "long-term", "referred", "referred", "temporary", "temporary"),
            "temporary"),
        page.text("care-area"),
        page.dates(),
        page.date("filed"));
  }

  private static History.Recognition recognition(Page page) {
    return new History.Recognition(
        page.text("disease"),
        page.choice(
            "kind", Map.of("special", "special", "chronic", "chronic", "rare", "rare"), "special"),
        page.dates(),
        page.text("hospital"),
        page.text("level"),
        page.date("uploaded"));
  }

  private static History.Stay stay(Page page, HistoryCheck check) {
    History.Stay stay = new History.Stay(page.text("institution"), page.dates());
    check.afterBirth(page, "the stay", stay.dates().from());
    return stay;
  }

  private static History.Sanction sanction(Page page) {
    return new History.Sanction(
        page.dates(),
        page.text("why"),
        page.choice("scope", Map.of("networked", false, "long-term-care", true), false),
        page.pageIfAny("violation").map(Page::dates));
  }

  private static History.Bound bound(Page page) {
    return new History.Bound(page.text("payer"), page.text("relation"), page.dates());
  }

  private static History.OtherCover cover(Page page) {
    return new History.OtherCover(
        page.text("payer"),
        page.text("name"),
        page.choice("kind", Map.of("commercial", false, "mutual", true), false),
        page.dates());
  }

  private static History.Leave leave(Page page) {
    return new History.Leave(
        page.text("id"),
        page.text("person"),
        page.text("payer"),
        page.choice("purpose", Map.of("direct-settlement", true, "claim", false), false),
        page.dates(),
        page.dateIfAny("revoked"));
  }
}
