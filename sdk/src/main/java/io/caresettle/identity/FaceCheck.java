package io.caresettle.identity;

import io.caresettle.credential.Credential;
import java.time.Duration;
import java.util.Optional;

/** A device that compares faces, where a counter has one. */
@FunctionalInterface
public interface FaceCheck {

  /** A counter without such a device. */
  FaceCheck NONE = (shown, within) -> Optional.empty();

  /**
   * Compares who stands there with the photo of whoever owns {@code shown}.
   *
   * @return empty when there is no device, or it gave no answer in time
   */
  Optional<FaceResult> compare(Credential shown, Duration within);
}
