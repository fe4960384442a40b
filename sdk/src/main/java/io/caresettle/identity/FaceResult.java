package io.caresettle.identity;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * What a device said when it compared the person at the counter with a photo (人脸比对). Neither photo
 * nor features are ever kept.
 *
 * @param device which device, as the institution numbers it
 * @param score of a thousand, where the device gives one; for the record, never for a decision
 */
public record FaceResult(String device, Answer answer, OptionalInt score, Instant at) {

  /** A device decides by its own threshold. */
  public enum Answer {
    SAME("人脸一致", "face agrees"),
    /** Stops the check, whatever else agrees. */
    NOT_SAME("人脸不一致", "face does not agree"),
    /** Too dark, covered, nobody in the picture: recorded, and worth as much as no device. */
    UNCERTAIN("人脸比对无结论", "face comparison undecided");

    private final String zh;
    private final String en;

    Answer(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }

    public String zh() {
      return zh;
    }

    public String en() {
      return en;
    }
  }

  public FaceResult {
    if (score.isPresent() && (score.getAsInt() < 0 || score.getAsInt() > 1000)) {
      throw new IllegalArgumentException("A score is 0 to 1000, but found " + score.getAsInt());
    }
  }
}
