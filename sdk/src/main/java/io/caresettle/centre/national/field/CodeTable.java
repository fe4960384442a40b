package io.caresettle.centre.national.field;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The codes of one field and what they mean.
 *
 * @param values Chinese and English by code, in the order of the table
 * @param local the form of further codes that provinces add; empty where the table is all there is
 */
public record CodeTable(
    String name, String zh, Map<String, String> values, Optional<Pattern> local) {

  public CodeTable {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Whether {@code code} may stand in a field of this table. */
  public boolean knows(String code) {
    return values.containsKey(code)
        || local.filter(form -> form.matcher(code).matches()).isPresent();
  }

  /** This table with further codes, such as those that the platform's dictionary query gave. */
  public CodeTable with(Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(further);
    return new CodeTable(name, zh, all, local);
  }
}
