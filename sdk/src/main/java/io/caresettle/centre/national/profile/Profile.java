package io.caresettle.centre.national.profile;

import io.caresettle.centre.national.field.CodeTables;
import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.FieldTables;
import java.util.List;

/**
 * What one province does otherwise than the others.
 *
 * @param id such as {@code guangdong-foshan}
 * @param name Chinese and English
 * @param confirmed whether a source of this province itself was read; if not, say so
 * @param open what only the province can answer
 * @param texts what its refusals mean, the first that fits
 */
public record Profile(
    String id,
    String name,
    boolean confirmed,
    List<String> open,
    Wording wording,
    Gateway gateway,
    Settling settling,
    List<ErrorText> texts) {

  public Profile {
    open = List.copyOf(open);
    texts = List.copyOf(texts);
  }

  /** The fields of one message as this province has them; empty where nobody describes it. */
  public Layout layout(String transaction, Direction direction) {
    return Layouts.of(wording, FieldTables.shipped(), transaction, direction);
  }

  /** The code tables as this province has them. */
  public CodeTables codes() {
    return CodeTables.shipped().with(wording.tables());
  }

  /** What a text of refusal means in the answer to {@code transaction}. */
  public ErrorText.Meaning meaning(String transaction, String text) {
    return texts.stream()
        .filter(one -> one.fits(transaction, text))
        .findFirst()
        .map(ErrorText::means)
        .orElse(ErrorText.Meaning.REFUSED);
  }
}
