package io.caresettle.policy.author;

/** What a value counts. */
enum Unit {
  FEN,
  BASIS_POINTS;

  /** No share is more than the whole, and no sum of a year more than a bill can hold. */
  long most() {
    return this == FEN ? 1_000_000_000_000L : 10_000;
  }
}
