package io.caresettle.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.caresettle.protocol.certificate.Subject;
import io.caresettle.protocol.certificate.TestAuthority;
import io.caresettle.protocol.certificate.TrustProfile;
import io.caresettle.protocol.link.Reply;
import io.caresettle.protocol.link.ServerAnswer;
import io.caresettle.protocol.wire.MessageType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payload")
class PayloadTests {

  private static final byte[] PATIENT = "320500 TEST".getBytes(StandardCharsets.US_ASCII);

  @Test
  void doesNotPrintInWhateverHoldsIt() {
    Payload payload = Payload.copyOf(PATIENT);
    List<Object> holders =
        List.of(
            payload,
            new Reply.Answered(
                MessageType.LOOK_UP_ANSWER,
                "C-1",
                payload,
                Instant.EPOCH,
                new TestAuthority(TrustProfile.TEST)
                    .certified(Subject.centre("CENTRE"))
                    .certificates()),
            ServerAnswer.answer(MessageType.LOOK_UP_ANSWER, PATIENT),
            ServerAnswer.bitTurned(MessageType.LOOK_UP_ANSWER, PATIENT),
            ServerAnswer.closedMidFrame(MessageType.LOOK_UP_ANSWER, PATIENT),
            ServerAnswer.garbage(PATIENT));
    for (Object holder : holders) {
      assertFalse(holder.toString().contains("320500"), holder.getClass().getName());
      assertFalse(holder.toString().contains("51, 50, 48"), holder.getClass().getName());
    }
  }

  @Test
  void doesNotChange() {
    byte[] bytes = PATIENT.clone();
    Payload payload = Payload.copyOf(bytes);
    bytes[0] = 0;
    payload.bytes()[1] = 0;
    assertArrayEquals(PATIENT, payload.bytes());
    assertEquals(Payload.copyOf(PATIENT), payload);
    assertNotEquals(Payload.copyOf(bytes), payload);
  }
}
