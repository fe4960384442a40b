package io.caresettle.split;

import java.util.Map;
import java.util.Optional;

/** The benefit catalogue of one version (医保目录), items by code. */
public record Catalogue(String version, Map<String, CatalogueItem> items) {

  public Catalogue {
    items = Map.copyOf(items);
  }

  public Optional<CatalogueItem> find(String code) {
    return Optional.ofNullable(items.get(code));
  }
}
