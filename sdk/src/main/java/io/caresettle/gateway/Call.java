package io.caresettle.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * One request, as a route sees it.
 *
 * @param paths the parts of the path that the route names
 * @param query what stands after the question mark
 * @param lastEvent of a stream that broke off, the last event that came; 0 of any other
 */
record Call(Map<String, String> paths, Map<String, String> query, Given body, long lastEvent) {

  String path(String name) {
    return Optional.ofNullable(paths.get(name))
        .orElseThrow(() -> new IllegalStateException("The route names no " + name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }
}
