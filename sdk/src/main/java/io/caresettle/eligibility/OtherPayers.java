package io.caresettle.eligibility;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may pay after the public layers, by contract, and whom the person lets know of a settlement.
 */
public record OtherPayers(List<OtherCover> covers, List<Authorisation> authorisations) {

  private static final OtherPayers NONE = new OtherPayers(List.of(), List.of());

  public OtherPayers {
    covers = List.copyOf(covers);
    authorisations = List.copyOf(authorisations);
  }

  /** Nobody. */
  public static OtherPayers none() {
    return NONE;
  }

  /** With one authorisation more, or with another state of the same. */
  public OtherPayers with(Authorisation given) {
    List<Authorisation> all = new ArrayList<>(authorisations);
    all.removeIf(a -> a.id().equals(given.id()));
    all.add(given);
    return new OtherPayers(covers, all);
  }
}
