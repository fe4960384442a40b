package io.caresettle.centre;

import java.util.Optional;

/**
 * A terminal's sign-in.
 *
 * @param terminalSlot 0 to 99, this terminal's own part of the institution's message ids
 * @param journalEpoch names the journal for as long as it lives. A copy of its file keeps the name:
 *     by the head the centre tells a journal from its copy
 * @param head where the journal's audit chain stands; empty where it keeps none
 * @param lastCountersigned the newest receipt of a head of this journal that is held: by it a
 *     centre notices that it was restored itself
 */
public record SignIn(
    String institutionCode,
    int terminalSlot,
    String journalEpoch,
    String softwareVersion,
    Optional<ChainHead> head,
    Optional<Evidence> lastCountersigned) {

  /** Without a word on the audit chain. */
  public SignIn(
      String institutionCode, int terminalSlot, String journalEpoch, String softwareVersion) {
    this(
        institutionCode,
        terminalSlot,
        journalEpoch,
        softwareVersion,
        Optional.empty(),
        Optional.empty());
  }
}
