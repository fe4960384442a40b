package io.caresettle.credential.code;

/** What came of looking for a code on a picture. */
public sealed interface CodeFinding {

  /**
   * A code was read; what its text means, and whether it is genuine, nobody has asked yet.
   *
   * @param text what it says; whoever holds it can be taken for a code's owner, so it is never
   *     logged
   * @param stage the name of the stage that read it, for a report
   */
  record Read(CodeFormat format, String text, String stage) implements CodeFinding {

    /** Leaves the text out. */
    @Override
    public String toString() {
      return "Read[" + format + ", " + text.length() + " characters, " + stage + "]";
    }
  }

  /** There is a code, its corner marks or its bars are seen, but it could not be read in time. */
  record Unreadable() implements CodeFinding {}

  /** Nothing that looks like a code is seen. */
  record NoCode() implements CodeFinding {}
}
