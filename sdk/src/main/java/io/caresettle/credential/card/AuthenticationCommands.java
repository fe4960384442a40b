package io.caresettle.credential.card;

import io.caresettle.credential.CardProof;
import io.caresettle.problem.CredentialRefused.Reason;
import io.caresettle.problem.DeviceFault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/** INTERNAL and EXTERNAL AUTHENTICATION and GET CHALLENGE in a session. */
final class AuthenticationCommands {

  /** Key number of RKSSSE on a card, which guards the holder's data. */
  static final int READ_KEY = 0x0A;

  /** Key number of RK1DF04 on a card, a key of the medical-insurance area. */
  static final int MEDICAL_READ_KEY = 0x84;

  private AuthenticationCommands() {}

  /** Proves the terminal to the card, which then lets what this key guards be read. */
  static void external(CardSession session, int key, Authenticator.Opening opening, CardProof kind)
      throws CardRemovedException {
    Answer answer =
        session
            .send(
                authentication(
                    0x82, key, opening.authentication(), opening.original(), opening.keyVersion()))
            .unlessBlocked();
    if (answer.is(Answer.LOCKED)) {
      throw answer.refused(Reason.CARD_BLOCKED, "its read key is locked");
    }
    if (!answer.is(Answer.OK)) {
      // Never tried again, neither as it is nor with another key version: each try brings the card
      // nearer to locking its key.
      throw new DeviceFault(
          DeviceFault.Kind.PSAM_FAILED,
          (kind == CardProof.PSAM
                  ? "卡片不接受本终端的PSAM卡，请检查读取密钥 / The card does not accept this terminal's PSAM:"
                      + " check its read key"
                  : "卡片不接受医保中心的密钥，请联系中心 / The card does not accept the centre's key: call"
                      + " the centre")
              + " (status "
              + answer.hex()
              + ")",
          new ChipStatus(answer.statusWord()));
    }
  }

  /** What the card answers to the question of whoever judges it. */
  static Block8 internal(CardSession session, Authenticator.Challenge challenge)
      throws CardRemovedException {
    byte[] command =
        authentication(
            0x88, 0, challenge.processFactor(), challenge.original(), challenge.keyVersion());
    Answer answer = session.send(Arrays.copyOf(command, command.length + 1)).unlessBlocked();
    if (answer.is(Answer.LOCKED)) {
      throw answer.refused(Reason.CARD_BLOCKED, "its authentication key is locked");
    }
    if (!answer.is(Answer.OK)) {
      throw answer.refused(Reason.CARD_NOT_GENUINE, "status " + answer.hex());
    }
    return block(answer.data());
  }

  /** Two blocks and, where one was named, the key version behind them. */
  private static byte[] authentication(
      int instruction, int key, Block8 first, Block8 second, OptionalInt keyVersion) {
    int length = keyVersion.isPresent() ? 17 : 16;
    ByteBuffer command = ByteBuffer.allocate(5 + length);
    command.put(new byte[] {0, (byte) instruction, 0, (byte) key, (byte) length});
    command.put(first.toBytes()).put(second.toBytes());
    keyVersion.ifPresent(version -> command.put((byte) version));
    return command.array();
  }

  /** The card's own challenge, of which it keeps the last only. */
  static Block8 challenge(CardSession session) throws CardRemovedException {
    return block(
        session
            .send(new byte[] {0, (byte) 0x84, 0, 0, 8})
            .dataOrFault("taking the card's challenge"));
  }

  private static Block8 block(byte[] data) {
    if (data.length != 8) {
      throw Answer.garbled("an authentication answer of " + data.length + " bytes instead of 8");
    }
    return Block8.of(data);
  }
}
