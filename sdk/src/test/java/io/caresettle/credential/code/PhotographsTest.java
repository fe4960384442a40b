package io.caresettle.credential.code;

import static io.caresettle.credential.code.PicturesTest.photo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Photographs that we did not make, counted")
class PhotographsTest {

  /** Time enough on any machine: what is counted is what can be read, not how fast. */
  private static final Duration BUDGET = Duration.ofSeconds(30);

  /** Of 56. Plain ZXing reads 47 of them, and half of what it misses on top would be 52. */
  private static final int READ = 54;

  @Test
  void hardlyAnyIsMissedAndNoneIsReadWrongly() throws Exception {
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int read = 0;
    for (String line : Files.readAllLines(photo("expected.tsv"))) {
      if (line.startsWith("#")) {
        continue;
      }
      String[] fileAndText = line.split("\t", -1);
      CodeFinding finding = CodePictures.read(photo(fileAndText[0]), BUDGET);
      if (!(finding instanceof CodeFinding.Read found)) {
        missed.add(fileAndText[0]);
      } else if (collapsed(found.text()).equals(collapsed(unescaped(fileAndText[1])))) {
        read++;
      } else {
        wrong.add(fileAndText[0]);
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(read >= READ, read + " read, missed " + missed);
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }

  private static String collapsed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
