package io.caresettle.protocol.link;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes bytes that look nearly right, or not at all. */
final class Mutations {

  private static final byte[][] EXTREMES = {
    {0}, {-1}, {0x7f}, {0, 0, 0, 0}, {0x7f, -1, -1, -1}, {-1, -1, -1, -1}, {0, 0, 0, 0, 0, 0, 0, 0}
  };

  private final Random random;
  private final List<byte[]> genuine;

  Mutations(Random random, List<byte[]> genuine) {
    this.random = random;
    this.genuine = genuine;
  }

  byte[] next() {
    byte[] base = genuine.get(random.nextInt(genuine.size()));
    return switch (random.nextInt(7)) {
      case 0 -> noise(random.nextInt(600));
      case 1 -> withKindOf(base, noise(random.nextInt(600)));
      case 2 -> turned(base.clone());
      case 3 -> Arrays.copyOf(base, random.nextInt(base.length + 1));
      case 4 -> Arrays.copyOf(base, base.length + 1 + random.nextInt(64));
      case 5 -> spliced(base, genuine.get(random.nextInt(genuine.size())));
      default -> overwritten(base.clone());
    };
  }

  private byte[] noise(int length) {
    byte[] noise = new byte[length];
    random.nextBytes(noise);
    return noise;
  }

  private static byte[] withKindOf(byte[] base, byte[] noise) {
    System.arraycopy(base, 0, noise, 0, Math.min(4, Math.min(base.length, noise.length)));
    return noise;
  }

  private byte[] turned(byte[] bytes) {
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] spliced(byte[] head, byte[] tail) {
    int cut = random.nextInt(Math.min(head.length, tail.length));
    byte[] both = Arrays.copyOf(head, cut + tail.length - cut);
    System.arraycopy(tail, cut, both, cut, tail.length - cut);
    return both;
  }

  private byte[] overwritten(byte[] bytes) {
    byte[] extreme = EXTREMES[random.nextInt(EXTREMES.length)];
    int at = random.nextInt(bytes.length);
    System.arraycopy(extreme, 0, bytes, at, Math.min(extreme.length, bytes.length - at));
    return bytes;
  }
}
