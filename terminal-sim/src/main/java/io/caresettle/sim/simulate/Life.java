package io.caresettle.sim.simulate;

/** One life of a process: what was planned in it is not done after it. */
final class Life {

  /** Of whatever outlives every process, such as the weather. */
  static final Life WORLD = new Life("world");

  private final String name;
  private boolean over;

  Life(String name) {
    this.name = name;
  }

  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }

  @Override
  public String toString() {
    return name;
  }
}
