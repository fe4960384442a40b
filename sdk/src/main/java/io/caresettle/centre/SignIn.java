package io.caresettle.centre;

/**
 * A terminal's sign-in.
 *
 * @param terminalSlot 0 to 99, this terminal's own part of the institution's message ids
 * @param journalEpoch names the journal for as long as it lives. A copy of its file keeps the name,
 *     so it tells two journals apart, and a journal from its copy not
 */
public record SignIn(
    String institutionCode, int terminalSlot, String journalEpoch, String softwareVersion) {}
