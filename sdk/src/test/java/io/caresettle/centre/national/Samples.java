package io.caresettle.centre.national;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.MessageText;
import io.caresettle.centre.national.message.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Messages that come with the tests. Those in {@code samples} are ours and prove no agreement. */
public final class Samples {

  /** The transactions of which there is one. */
  public static final List<String> TRANSACTIONS =
      List.of(
          "1101", "2101", "2102", "2103", "2201", "2203A", "2204", "2206", "2207", "2208", "2601",
          "3201", "3202", "3505A", "9001");

  private Samples() {}

  /** One request with its answer. */
  public static Node of(String transaction) {
    return read("samples/" + transaction + ".json");
  }

  public static Node request(String transaction) {
    return of(transaction).node("request").orElseThrow();
  }

  public static Node answer(String transaction) {
    return of(transaction).node("answer").orElseThrow();
  }

  public static Node read(String file) {
    try (InputStream in = Samples.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("No file " + file);
      }
      return MessageText.read(in.readAllBytes(), Limits.USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
