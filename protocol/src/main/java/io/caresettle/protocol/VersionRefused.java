package io.caresettle.protocol;

/**
 * The other end speaks another version of this protocol. Nobody falls back: one side is updated.
 *
 * <p>What a centre says of its versions is not authenticated. Somebody on the line can cause this
 * refusal, as he can cut the line; he cannot bring about an older version by it.
 */
public final class VersionRefused extends ProtocolException {

  private static final long serialVersionUID = 1L;

  private VersionRefused(String text) {
    super(text);
  }

  /** A terminal hears that its centre speaks these versions. */
  public static VersionRefused byCentre(int own, int lowest, int highest) {
    return new VersionRefused(
        "The centre says that it speaks "
            + (lowest == highest ? "version " + lowest : "versions " + lowest + " to " + highest)
            + ", this terminal speaks version "
            + own
            + ": the administrator updates "
            + (own < lowest ? "this terminal" : "the centre, or waits until it is updated"));
  }

  /** A terminal called that speaks a version which this centre does not. */
  public static VersionRefused ofTerminal(int own, int terminals) {
    return new VersionRefused(
        "A terminal speaks version "
            + terminals
            + ", this centre version "
            + own
            + ": the administrator updates the side that is older");
  }
}
