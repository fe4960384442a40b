package io.caresettle.tool;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import io.caresettle.problem.Misuse;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files about the national interface. */
final class NationalMessage {

  private NationalMessage() {}

  /** The message in a file. */
  static Node read(Path file) {
    try {
      return MessageText.read(InputFile.bytes(file), Limits.USUAL);
    } catch (Unreadable e) {
      throw new Misuse(file + ": 不是报文 no message: " + e.getMessage(), e);
    }
  }

  /** A profile by its name, or from a file of the institution. */
  static Profile profile(String nameOrFile) {
    if (Profiles.SHIPPED.contains(nameOrFile) || !isFile(nameOrFile)) {
      return Profiles.shipped(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    return Profiles.of(String.valueOf(file.getFileName()), nameOrFile, InputFile.text(file));
  }

  private static boolean isFile(String nameOrFile) {
    return (nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml"))
        && Files.isRegularFile(Path.of(nameOrFile));
  }
}
