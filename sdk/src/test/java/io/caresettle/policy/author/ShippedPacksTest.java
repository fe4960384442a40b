package io.caresettle.policy.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The packs that are shipped")
class ShippedPacksTest {

  private static final String LIST = "/policy/packs.txt";

  @Test
  @DisplayName("are all those in the directory, and the list names each of them once")
  void areThoseInTheDirectory() throws IOException, URISyntaxException {
    List<String> listed =
        ArticleIndex.resource(LIST).lines().filter(line -> !line.startsWith("#")).toList();
    Path list = Path.of(Objects.requireNonNull(ShippedPacksTest.class.getResource(LIST)).toURI());
    Path directory = Objects.requireNonNull(list.getParent());
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> there =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .map(file -> directory.relativize(file).toString().replace('\\', '/'))
              .toList();
      assertEquals(new TreeSet<>(there), new TreeSet<>(listed));
      assertEquals(there.size(), listed.size());
    }
  }
}
