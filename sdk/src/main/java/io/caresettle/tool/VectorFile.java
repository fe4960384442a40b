package io.caresettle.tool;

import io.caresettle.reading.Field;
import io.caresettle.reading.Mapping;
import io.caresettle.reading.Reading;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of known answers: one algorithm, and tests with their fields.
 *
 * @param numberOfTests how many the file says there are
 */
record VectorFile(String algorithm, long numberOfTests, List<Map<String, String>> tests) {

  private static final long MOST = 10_000_000;

  /**
   * Reads {@code file}.
   *
   * @throws io.caresettle.reading.ReadingFailed if it is no such file
   */
  static VectorFile read(Path file) {
    return Reading.of(file, VectorFile::bind);
  }

  private static Optional<VectorFile> bind(Mapping top) {
    // Each writer of such files adds keys of its own; only these three are ours.
    var unused = top.all();
    Optional<String> algorithm = top.required("algorithm").text();
    Optional<Long> number = top.required("numberOfTests").integer(0, MOST);
    List<Optional<Map<String, String>>> tests =
        top.required("tests").list().stream().map(VectorFile::fields).toList();
    return algorithm.flatMap(
        name ->
            number.map(
                count ->
                    new VectorFile(
                        name, count, tests.stream().flatMap(Optional::stream).toList())));
  }

  private static Optional<Map<String, String>> fields(Field test) {
    return test.mapping()
        .map(
            mapping -> {
              Map<String, String> fields = new LinkedHashMap<>();
              mapping
                  .all()
                  .forEach(
                      (name, field) ->
                          field.asWritten().ifPresent(value -> fields.put(name, value)));
              return fields;
            });
  }
}
