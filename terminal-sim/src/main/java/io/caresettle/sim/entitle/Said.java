package io.caresettle.sim.entitle;

/** What an area's text says of one point: something, or nothing that was published. */
public sealed interface Said<T> {

  /** Where it stands, or where it should: text, article, paragraph. */
  String citation();

  /** The text says it. */
  record Is<T>(T value, String citation) implements Said<T> {}

  /** The text leaves it open, and nobody published what fills it. */
  record NotPublished<T>(String name, String citation) implements Said<T> {}
}
