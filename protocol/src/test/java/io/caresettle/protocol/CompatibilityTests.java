package io.caresettle.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.document.DocumentContext;
import io.caresettle.protocol.envelope.EnvelopeHeader;
import io.caresettle.protocol.message.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compatibility table")
class CompatibilityTests {

  private static final Path PACKAGES = Path.of("src/main/java/io/caresettle/protocol");

  @Test
  void namesTheVersionsThatTheCodeSpeaks() throws IOException {
    String table = Files.readString(PACKAGES.resolve("package-info.java"));
    assertEquals(List.of(Messages.PROTOCOL_VERSION), numbers(table, "protocol version"));
    assertEquals(List.of(EnvelopeHeader.VERSION), numbers(table, "envelope version"));
    assertEquals(List.of(EnvelopeHeader.SUITE), numbers(table, "suite"));
    assertEquals(List.of(1), numbers(table, "document contexts v"));
  }

  @Test
  void namesOneVersionForAllDocuments() throws IOException {
    String chapter = Files.readString(PACKAGES.resolve("document/package-info.java"));
    TreeSet<String> written =
        new TreeSet<>(
            Pattern.compile("<td>\\{@code (CareSettle [a-z ]+ v\\d+)}</td>")
                .matcher(chapter)
                .results()
                .map(found -> found.group(1))
                .toList());
    TreeSet<String> known = new TreeSet<>();
    for (DocumentContext context : DocumentContext.values()) {
      known.add(context.text());
      assertTrue(context.text().endsWith(" v1"), context.text());
    }
    assertEquals(known, written);
  }

  private static List<Integer> numbers(String table, String row) {
    return Pattern.compile("<td>" + row + " ?(\\d+)</td>")
        .matcher(table)
        .results()
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .toList();
  }
}
