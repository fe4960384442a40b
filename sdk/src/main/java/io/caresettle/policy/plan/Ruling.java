package io.caresettle.policy.plan;

/**
 * What an area says about one matter of entitlement on one day, or that nobody has said it.
 *
 * @param <T> a word, a number, a day of the year, yes or no, a set of words
 */
public sealed interface Ruling<T> {

  /** The article that says it, or that leaves it to somebody. */
  Citation source();

  /**
   * What was said.
   *
   * @throws ParameterNotPublished when nobody has said it
   */
  T value();

  /**
   * Somebody said it.
   *
   * @param testFigure whether whatever rests on it must say TEST FIGURES: it is not in force, not
   *     read in the instrument itself, or in part assumed
   */
  record Said<T>(T value, Citation source, boolean testFigure) implements Ruling<T> {}

  /** Nobody has said it, as far as we know. */
  record NotPublished<T>(EntitlementName name, Citation source) implements Ruling<T> {

    @Override
    public T value() {
      throw new ParameterNotPublished(name.id(), source);
    }
  }
}
