package io.caresettle.writing.sheet;

import io.caresettle.policy.compiled.CompiledPack;
import io.caresettle.policy.compiled.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What differs between the headers of two packs. */
final class HeaderComparison {

  private final Header before;
  private final Header after;
  private final List<PackDifference> differences = new ArrayList<>();

  HeaderComparison(CompiledPack before, CompiledPack after) {
    this.before = before.header();
    this.after = after.header();
  }

  List<PackDifference> differences() {
    compare("kind", header -> header.kind().id());
    compare("area", header -> header.id().area());
    compare("topic", header -> header.id().topic());
    compare("version", header -> Integer.toString(header.id().version()));
    compare("names", header -> header.id().zh() + " " + header.id().en());
    compare(
        "scheme", header -> header.isEntitlement() ? "" : Terms.scheme(header.scheme()).toString());
    compare(
        "care",
        header ->
            Terms.joined(header.care().stream().sorted().map(Terms::care).toList()).toString());
    compare("from", header -> header.from().toString());
    compare("to", header -> header.to().map(Object::toString).orElse(""));
    compare("still_valid_on", header -> header.stillValidOn().toString());
    compare("groups", header -> String.join(", ", header.groups()));
    compare("aid_classes", header -> String.join(", ", header.aidClasses()));
    compare(
        "settlement_year",
        // A day of a year says itself as --07-01; a pack writes it as 07-01.
        header ->
            header.year().starts().toString().substring(2)
                + (header.year().byDischarge() ? " discharge" : ""));
    return differences;
  }

  private void compare(String where, Function<Header, String> part) {
    String one = part.apply(before);
    String other = part.apply(after);
    if (!one.equals(other)) {
      differences.add(PackDifference.of(PackDifference.Kind.HEADER, where, "", one, other));
    }
  }
}
