package io.caresettle.centre;

/** A place on the way to the centre, kept free for one settle message. */
public interface Reservation extends AutoCloseable {

  /** Of a way on which places are not counted. */
  Reservation NONE = () -> {};

  /** Gives the place back, also after it was used. Closing again does nothing. */
  @Override
  void close();
}
