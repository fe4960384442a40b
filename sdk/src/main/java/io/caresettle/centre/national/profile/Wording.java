package io.caresettle.centre.national.profile;

import io.caresettle.centre.national.field.CodeTable;
import io.caresettle.centre.national.field.Edition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a province words its messages: whose reading wins, and what it calls or wants otherwise.
 *
 * <p>Fields are named with their nodes, such as {@code data.psn_no}.
 *
 * @param editions whose rows count, the winning one first
 * @param own those that describe this province itself: their names are its names
 * @param nodes the main input node of a transaction
 * @param wanted nodes that must be there, beside the main one
 * @param lists nodes that are lists wherever they stand
 * @param renames by transaction: what a field is called here, by its usual name
 * @param lengths the most characters of a field of the envelope
 * @param times the pattern of a time that is written otherwise
 * @param tables code tables that are otherwise
 */
public record Wording(
    List<Edition> editions,
    Set<Edition> own,
    Map<String, String> nodes,
    Map<String, List<String>> wanted,
    Set<String> lists,
    Map<String, Map<String, List<String>>> renames,
    Map<String, Set<String>> requiredAdd,
    Map<String, Set<String>> requiredDrop,
    Map<String, Set<String>> fieldsAdd,
    Map<String, Integer> lengths,
    Map<String, String> times,
    Map<String, CodeTable> tables) {

  public Wording {
    editions = List.copyOf(editions);
    own = Set.copyOf(own);
    nodes = Map.copyOf(nodes);
    wanted = Map.copyOf(wanted);
    lists = Set.copyOf(lists);
    renames = Map.copyOf(renames);
    requiredAdd = Map.copyOf(requiredAdd);
    requiredDrop = Map.copyOf(requiredDrop);
    fieldsAdd = Map.copyOf(fieldsAdd);
    lengths = Map.copyOf(lengths);
    times = Map.copyOf(times);
    tables = Map.copyOf(tables);
  }

  /** What a field is called here in this transaction, most likely first, its usual name last. */
  public List<String> names(String transaction, String usual) {
    List<String> here = renames.getOrDefault(transaction, Map.of()).get(usual);
    if (here == null) {
      return List.of(usual);
    }
    return here.contains(usual) ? here : Stream.concat(here.stream(), Stream.of(usual)).toList();
  }
}
