package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongJournalTest {

  @TempDir private Path folder = Path.of("");

  private String verify(Path journal) {
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "journal",
            "verify",
            "--journal",
            journal.toString());
    assertTrue(code != 0, err.toString());
    return err.toString();
  }

  @Test
  void aNameWithoutAFileIsSaidToBeWrongInBothLanguages() {
    String said = verify(folder.resolve("nothing.db"));
    assertTrue(said.contains("找不到流水库文件：请核对路径和文件名"), said);
    assertTrue(said.contains("name the right file"), said);
    assertFalse(said.contains("请勿在本机结算"), said);
  }

  @Test
  void aFileOfAnotherKindIsSaidToBeNoJournalInBothLanguages() throws IOException {
    for (String text : new String[] {"", "a text that is no database, and longer than a header"}) {
      String said = verify(Files.writeString(folder.resolve("other.db"), text));
      assertTrue(said.contains("该文件不是流水库：请核对路径"), said);
      assertTrue(said.contains("name another file"), said);
    }
  }
}
