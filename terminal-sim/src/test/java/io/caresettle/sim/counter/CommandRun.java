package io.caresettle.sim.counter;

import io.caresettle.sim.command.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the program said, and how it ended, when it ran as a person would run it. */
record CommandRun(int code, String out, String err) {

  static CommandRun run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
    try {
      int code = Main.run(arguments);
      return new CommandRun(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Its output as the one document of JSON it must be. */
  Object parsed() {
    return Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(out));
  }

  /** What stands at the end of {@code path}: at each step a key of a mapping or a list's index. */
  static Object at(Object from, Object... path) {
    Object value = from;
    for (Object step : path) {
      value =
          value instanceof List<?> list
              ? list.get((Integer) step)
              : Objects.requireNonNull(((Map<?, ?>) value).get(step), step + " of " + value);
    }
    return value;
  }
}
