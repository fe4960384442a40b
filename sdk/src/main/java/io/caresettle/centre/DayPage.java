package io.caresettle.centre;

import java.util.List;
import java.util.Optional;

/**
 * Some of a day's settlements, in the order of settling.
 *
 * @param next names the page that follows; empty on the last one
 * @param count how many settlements the whole question has
 */
public record DayPage(List<DaySettlement> settlements, Optional<String> next, int count) {

  public DayPage {
    settlements = List.copyOf(settlements);
  }
}
