package io.caresettle.credential.card;

import java.util.Optional;

/** The cipher a card authenticates with, as tag 86 of its environment announces it. */
public enum CardAlgorithm {
  /** Double-length 3DES: first and second generation. */
  DES(1),
  /** SSF33: an unpublished cipher of some first and second generation cards. */
  SSF33(2),
  /** SM4: third generation. */
  SM4(3);

  private final int id;

  CardAlgorithm(int id) {
    this.id = id;
  }

  /** The algorithm's number on the card. */
  public int id() {
    return id;
  }

  static Optional<CardAlgorithm> ofId(int id) {
    for (CardAlgorithm a : values()) {
      if (a.id == id) {
        return Optional.of(a);
      }
    }
    return Optional.empty();
  }

  /** What a card that announces nothing uses: SSF33 in Beijing, DES elsewhere. */
  static CardAlgorithm ofSilentCardIn(String area) {
    return area.startsWith("11") ? SSF33 : DES;
  }
}
