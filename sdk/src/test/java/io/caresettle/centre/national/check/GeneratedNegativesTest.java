package io.caresettle.centre.national.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.caresettle.centre.national.check.Finding.Kind;
import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.FieldTables;
import io.caresettle.centre.national.field.Form;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.centre.national.profile.Layout;
import io.caresettle.centre.national.profile.Layout.Entry;
import io.caresettle.centre.national.profile.Layout.Need;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Negatives made from the field list: of each confirmed field, what is required taken out, what has
 * a length made longer by one, what has a table given a code outside it. The finding names the
 * field; the message without the fault has none.
 */
@DisplayName("Each fault that the field list can make is found, and named with node and field")
class GeneratedNegativesTest {

  private final Map<Kind, Integer> made = new EnumMap<>(Kind.class);
  private final List<String> wrong = new ArrayList<>();

  @Test
  @DisplayName("in base, of each transaction: so many of each kind")
  void base() {
    Profile base = Profiles.shipped("base");
    FieldTables.shipped().transactions().forEach(transaction -> faults(base, transaction));

    assertEquals(List.of(), wrong);
    assertEquals(
        Map.of(
            Kind.MISSING_FIELD, 2216,
            Kind.TOO_LONG, 2010,
            Kind.TOO_MANY_DECIMALS, 282,
            Kind.NOT_IN_TABLE, 170,
            Kind.NO_DATE, 201,
            Kind.NO_NUMBER, 310),
        made);
  }

  @Test
  @DisplayName("in every profile")
  void everyProfile() {
    for (String id : Profiles.SHIPPED) {
      Profile profile = Profiles.shipped(id);
      FieldTables.shipped().transactions().forEach(transaction -> faults(profile, transaction));
    }
    assertEquals(List.of(), wrong);
    assertEquals(67_905, made.values().stream().mapToInt(Integer::intValue).sum());
  }

  private void faults(Profile profile, String transaction) {
    Layout layout = profile.layout(transaction, Direction.INPUT);
    ValidMessage valid = new ValidMessage(profile, layout);
    Node whole = valid.whole();
    MessageCheck check = MessageCheck.sender(profile);
    check.input(transaction, whole).stream()
        .filter(Finding::refuses)
        .forEach(finding -> wrong(profile, transaction, "a right message is refused", finding));
    for (Entry entry : layout.entries()) {
      boolean node =
          layout.hasNode(entry.node().isEmpty() ? entry.name() : entry.node() + '.' + entry.name());
      if (entry.confirmed() && !node) {
        new OneField(profile, transaction, valid, whole, entry, check).faults();
      }
    }
  }

  private void wrong(Profile profile, String transaction, String what, Object where) {
    wrong.add(profile.id() + ' ' + transaction + ": " + what + ": " + where);
  }

  private final class OneField {

    private final Profile profile;
    private final String transaction;
    private final ValidMessage valid;
    private final Node whole;
    private final Entry entry;
    private final MessageCheck check;

    OneField(
        Profile profile,
        String transaction,
        ValidMessage valid,
        Node whole,
        Entry entry,
        MessageCheck check) {
      this.profile = profile;
      this.transaction = transaction;
      this.valid = valid;
      this.whole = whole;
      this.entry = entry;
      this.check = check;
    }

    void faults() {
      if (entry.need() == Need.REQUIRED || entry.need() == Need.ELSEWHERE) {
        found(Kind.MISSING_FIELD, valid.without(whole, entry));
        found(Kind.MISSING_FIELD, valid.with(whole, entry, new Value.Text("")));
      }
      if (valid.table(entry).isPresent()) {
        found(Kind.NOT_IN_TABLE, valid.with(whole, entry, new Value.Text("~")));
      }
      if (entry.form().kind() == Form.Kind.DATE || entry.form().kind() == Form.Kind.DATE_TIME) {
        found(Kind.NO_DATE, valid.with(whole, entry, new Value.Text("2024-02-30")));
      }
      if (entry.form().kind() == Form.Kind.NUMBER) {
        found(Kind.NO_NUMBER, valid.with(whole, entry, new Value.Text("1e3")));
      }
      lengths();
    }

    private void lengths() {
      if (entry.form().length().isEmpty()) {
        return;
      }
      int most = entry.form().length().getAsInt();
      int decimals = entry.form().decimals();
      switch (entry.form().kind()) {
        case TEXT, UNSTATED -> {
          found(Kind.TOO_LONG, valid.with(whole, entry, new Value.Text("甲".repeat(most + 1))));
          fits(Kind.TOO_LONG, valid.with(whole, entry, new Value.Text("甲".repeat(most))));
        }
        case NUMBER -> {
          String digits = "9".repeat(most - decimals);
          String behind = decimals == 0 ? "" : "." + "9".repeat(decimals);
          found(Kind.TOO_LONG, valid.with(whole, entry, new Value.Digits("9" + digits + behind)));
          found(
              Kind.TOO_MANY_DECIMALS,
              valid.with(whole, entry, new Value.Text("1." + "9".repeat(decimals + 1))));
          fits(Kind.TOO_LONG, valid.with(whole, entry, new Value.Text(digits + behind)));
        }
        default -> {}
      }
    }

    private void found(Kind kind, Node faulty) {
      made.merge(kind, 1, Integer::sum);
      String place = valid.place(entry);
      boolean named =
          check.input(transaction, faulty).stream()
              .anyMatch(f -> f.refuses() && f.kind() == kind && f.place().equals(place));
      if (!named) {
        wrong(profile, transaction, kind + " is not found", place);
      }
    }

    private void fits(Kind kind, Node longest) {
      String place = valid.place(entry);
      if (check.input(transaction, longest).stream()
          .anyMatch(f -> f.kind() == kind && f.place().equals(place))) {
        wrong(profile, transaction, kind + " is found where it is not", place);
      }
    }
  }
}
