package io.caresettle.centre.sealed;

import io.caresettle.eligibility.Authorisation;
import io.caresettle.eligibility.OtherCover;
import io.caresettle.eligibility.OtherPayers;
import io.caresettle.money.Money;
import io.caresettle.money.VoluntaryPayer;
import io.caresettle.protocol.wire.Entitlements;
import io.caresettle.split.OtherLayer;
import java.util.List;

/** Reads who pays, or may pay, after the public layers. */
final class OthersFromWire {

  private OthersFromWire() {}

  static List<OtherLayer> layers(List<io.caresettle.protocol.wire.OtherLayer> told) {
    return told.stream()
        .map(
            l ->
                new OtherLayer(
                    new VoluntaryPayer(l.getPayerId(), l.getName(), kind(l.getKind())),
                    new Money(l.getAmount()),
                    l.getAuthorisationId()))
        .toList();
  }

  static OtherPayers payers(Entitlements told) {
    return new OtherPayers(
        told.getOtherCoversList().stream()
            .map(
                c ->
                    new OtherCover(
                        new VoluntaryPayer(c.getPayerId(), c.getName(), kind(c.getKind())),
                        EntitlementsFromWire.from(c.getPeriod()),
                        EntitlementsFromWire.to(c.getPeriod())))
            .toList(),
        told.getAuthorisationsList().stream().map(OthersFromWire::authorisation).toList());
  }

  private static Authorisation authorisation(io.caresettle.protocol.wire.Authorisation told) {
    Authorisation.Purpose purpose =
        switch (told.getPurpose()) {
          case DIRECT_SETTLEMENT -> Authorisation.Purpose.DIRECT_SETTLEMENT;
          case CLAIM -> Authorisation.Purpose.CLAIM;
          case PURPOSE_UNSPECIFIED, UNRECOGNIZED ->
              throw new IllegalArgumentException("An authorisation says not what for");
        };
    return new Authorisation(
        told.getAuthorisationId(),
        told.getPersonNumber(),
        told.getPayerId(),
        purpose,
        EntitlementsFromWire.from(told.getPeriod()),
        EntitlementsFromWire.to(told.getPeriod()),
        EntitlementsFromWire.day(told.getRevokedOn()));
  }

  private static VoluntaryPayer.Kind kind(io.caresettle.protocol.wire.OtherLayer.Kind kind) {
    return switch (kind) {
      case COMMERCIAL -> VoluntaryPayer.Kind.COMMERCIAL;
      case MUTUAL -> VoluntaryPayer.Kind.MUTUAL;
      case KIND_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("Another layer says not of which kind it is");
    };
  }
}
