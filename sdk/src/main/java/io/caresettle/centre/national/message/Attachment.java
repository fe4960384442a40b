package io.caresettle.centre.national.message;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A file that travels inside a message, as Base64 or as a list of its bytes. */
public final class Attachment {

  private static final List<String> NAMES = List.of("in", "file", "content");

  private Attachment() {}

  /**
   * The bytes in an answer to 9102, in whichever form and under whichever name they came; empty
   * where it holds none.
   *
   * @throws IllegalArgumentException when they are in no form that is known
   */
  public static Optional<byte[]> of(Node output) {
    for (Node node : List.of(output, output.node("fsDownloadOut").orElse(Node.EMPTY))) {
      for (String name : NAMES) {
        Value value = node.members().get(name);
        if (value instanceof Value.Rows rows) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          rows.values().forEach(v -> bytes.write(Integer.parseInt(v.said().orElse(""))));
          return Optional.of(bytes.toByteArray());
        } else if (value instanceof Value.Text text && !text.text().isEmpty()) {
          return Optional.of(Base64.getMimeDecoder().decode(text.text()));
        }
      }
    }
    return Optional.empty();
  }
}
