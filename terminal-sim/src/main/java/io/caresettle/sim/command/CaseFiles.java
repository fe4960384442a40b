package io.caresettle.sim.command;

import io.caresettle.money.Money;
import io.caresettle.policy.author.PolicyBook;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.reading.Fault;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import io.caresettle.reading.ReadingFailed;
import io.caresettle.sim.worked.WorkedExample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The cases of a file or a directory; one that is at fault takes none of the others with it. */
record CaseFiles(Path cases, PolicyBook book) {

  /**
   * What came out of each, in the order of their names.
   *
   * @throws ReadingFailed where there is no case at all
   */
  List<CaseResult> results() {
    return files().stream().map(this::result).toList();
  }

  private CaseResult result(Path file) {
    try {
      return Reading.of(file, this::either).get();
    } catch (ReadingFailed e) {
      return new CaseResult.Refused(
          file.toString(), e.faults().stream().map(Fault::toString).toList());
    } catch (ArithmeticException e) {
      String found = "a bill too large to count (" + e.getMessage() + ")";
      String most = "at most " + new Money(Sheet.MOST) + " yuan in all";
      Fault fault = new Fault(file.toString(), 1, 1, "input", found, most);
      return new CaseResult.Refused(file.toString(), List.of(fault.toString()));
    }
  }

  /** A file has our own form or the collection's, by its keys. */
  private Optional<Supplier<CaseResult>> either(Mapping top) {
    return WorkedExample.recognises(top)
        ? WorkedExample.bind(top).map(example -> () -> CaseResult.Worked.of(example))
        : SplitCaseReader.bind(book, top).map(given -> () -> CaseResult.Own.of(given));
  }

  private List<Path> files() {
    if (!Files.isDirectory(cases)) {
      return List.of(cases);
    }
    try (Stream<Path> tree = Files.walk(cases)) {
      List<Path> files =
          tree.filter(file -> file.toString().matches(".*\\.(ya?ml|json)"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (!files.isEmpty()) {
        return files;
      }
    } catch (IOException | UncheckedIOException e) {
      throw noCases("a directory that cannot be listed");
    }
    throw noCases("no case in this directory");
  }

  private ReadingFailed noCases(String found) {
    return new ReadingFailed(
        List.of(new Fault(cases.toString(), 1, 1, "", found, "cases in YAML or JSON")));
  }
}
