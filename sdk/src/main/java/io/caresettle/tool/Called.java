package io.caresettle.tool;

import java.util.List;

/**
 * Which commands a command line calls. Each that is made costs its share of the start, for its
 * options are read by reflection; only help and mistakes need to see them all.
 */
final class Called {

  private Called() {}

  /** The one of {@code all} that stands at {@code place} of the arguments, or else all of them. */
  static List<String> of(List<String> all, String[] args, int place) {
    return args.length > place && all.contains(args[place]) ? List.of(args[place]) : all;
  }
}
