/**
 * A strict reader for the YAML and JSON files people write by hand: policy packs, bills, cases,
 * cards.
 *
 * <p>A file that is read is either right in every place or refused, with everything that is wrong
 * in it said at once: file, line, column, path, what was found and what was expected. So a reader
 * takes what it needs and never stops at the first fault:
 *
 * <pre>{@code
 * Pet pet = Reading.of("pet.yaml", text, pet -> {
 *   Optional<String> name = pet.required("name").text();
 *   Optional<LocalDate> born = pet.optional("born").date();
 *   return name.map(n -> new Pet(n, born));
 * });
 * }</pre>
 *
 * <p>A getter that finds a fault records it and answers empty; the file is refused afterwards. A
 * key that nobody asked for is a fault, and the nearest key that was asked for is proposed. So are
 * duplicate keys, anchors, aliases, tags, a second document, and numbers with a decimal point:
 * amounts and prices stand in quotes, so that no reader passes them through a binary fraction.
 *
 * <p>JSON is read by the same reader, for YAML 1.2 contains it.
 */
@NullMarked
package io.caresettle.reading;

import org.jspecify.annotations.NullMarked;
