package io.caresettle.policy.signed;

import java.util.List;

/** A pack that a till may not take; the one it has stays in force. */
public final class PackRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final transient List<String> reasons;

  PackRefused(String pack, List<String> reasons) {
    super("政策包被拒绝 The pack " + pack + " is refused:\n" + String.join("\n", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** Every reason, each in one line. */
  public List<String> reasons() {
    return reasons;
  }
}
