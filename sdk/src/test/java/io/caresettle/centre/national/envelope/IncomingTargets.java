package io.caresettle.centre.national.envelope;

import io.caresettle.centre.national.message.Limits;
import io.caresettle.centre.national.message.Unreadable;
import io.caresettle.centre.national.profile.Profile;
import io.caresettle.centre.national.profile.Profiles;
import java.util.List;

/**
 * The place where the bytes of an answer are judged, for the fuzz target and for the seeds it
 * keeps. Any bytes are an answer with a verdict, or refused with a place; and nothing is called
 * done without a code that says so.
 */
final class IncomingTargets {

  private static final Limits NARROW = new Limits(65_536, 24, 5_000, 60_000);

  /** With an old envelope, with an output that is a text, and with a text that means failure. */
  private static final List<Profile> PROVINCES =
      List.of(
          Profiles.shipped("base"),
          Profiles.shipped("guangdong-guangzhou"),
          Profiles.shipped("hubei"),
          Profiles.shipped("hunan"));

  private IncomingTargets() {}

  static void answer(byte[] bytes) {
    PROVINCES.forEach(province -> answer(bytes, province));
  }

  private static void answer(byte[] bytes, Profile province) {
    Incoming answer;
    try {
      answer = Incoming.read(bytes, province.gateway(), NARROW);
    } catch (Unreadable refused) {
      require(!refused.place().isEmpty(), "a refusal without a place");
      return;
    }
    Verdict verdict = Verdict.of(province, "2207", answer);
    if (verdict instanceof Verdict.Done) {
      boolean saysSo =
          answer.code().equals(Verdict.NOT_LOGGED)
              ? !answer.output().members().isEmpty()
              : answer.code().matches("0+");
      require(saysSo, "done, with code " + answer.code());
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
