package io.caresettle.sim.centre;

import io.caresettle.protocol.wire.OtherLayer;
import io.caresettle.protocol.wire.Split;
import io.caresettle.sim.entitle.OtherLayers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The commercial insurers and mutual funds that settle at this centre, in the order of payment, and
 * their answers: what they pay of a bill (R-OTH-01). Their figures are contracts, and no law.
 *
 * <p>They pay of what the public layers left to the person, and the account pays after them: SZ
 * 44¶3 puts them upon basic insurance, critical illness and aid, to lessen what the person bears,
 * SH 23 the same of mutual aid; and account money that an insurer owed would be lost, for it may
 * never come back in cash (HN 24, JS 48). Of the rest the account still pays first, all that it
 * may, and cash what is left (NT 41¶2): so what they pay relieves cash before it relieves the
 * account, and the account never pays what it may not. In which order they pay among themselves no
 * text says; here it is that of the book.
 */
final class Insurers {

  /**
   * One of them, and a simple product.
   *
   * @param deductible fen of the person's part that it leaves to the person
   * @param perMille what it pays of the rest
   */
  record Insurer(String id, String name, boolean mutual, long deductible, int perMille) {

    /** Rounded down to the fen. */
    long pays(long persons) {
      return Math.max(0, persons - deductible) * perMille / 1000;
    }
  }

  private static final int WHOLE = 1000;

  private final Map<String, Insurer> all;

  private Insurers(Map<String, Insurer> all) {
    this.all = all;
  }

  /** Read once: every centre of this machine starts with the same. */
  private static final class Shipped {
    static final Insurers READ = of(Sheet.ofResource("insurers.yaml"));
  }

  static Insurers ofResources() {
    return Shipped.READ;
  }

  static Insurers of(Sheet book) {
    Map<String, Insurer> all = new LinkedHashMap<>();
    for (Sheet sheet : book.sheets("insurers")) {
      Insurer one = insurer(sheet);
      if (all.put(one.id(), one) != null) {
        throw new IllegalArgumentException(sheet.where() + ": twice " + one.id());
      }
    }
    return new Insurers(all);
  }

  private static Insurer insurer(Sheet sheet) {
    int perMille = Integer.parseInt(sheet.text("per-mille"));
    if (perMille < 0 || perMille > WHOLE) {
      throw new IllegalArgumentException(sheet.where() + ": expected at most 1000 per mille");
    }
    return new Insurer(
        sheet.text("id"),
        sheet.text("name"),
        sheet.text("kind").equals("mutual"),
        Rolls.fen(sheet.text("deductible")),
        perMille);
  }

  Optional<Insurer> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** The bill with their parts, by what was decided of each cover. */
  Split pay(Split split, List<OtherLayers.Said> said) {
    long persons =
        Math.addExact(
            Math.addExact(split.getPersonalAccount(), split.getFamilyAccount()), split.getCash());
    long left = persons;
    List<OtherLayer> layers = new ArrayList<>();
    for (Insurer insurer : all.values()) {
      Optional<OtherLayers.Said> open =
          said.stream().filter(s -> s.open() && s.cover().payer().equals(insurer.id())).findFirst();
      long pays = open.isPresent() ? insurer.pays(left) : 0;
      if (pays > 0) {
        layers.add(layer(insurer, pays, open.get().leave()));
        left -= pays;
      }
    }
    long account = Math.min(split.getPersonalAccount(), left);
    long family = Math.min(split.getFamilyAccount(), left - account);
    return split.toBuilder()
        .addAllOtherLayers(layers)
        .setPersonalAccount(account)
        .setFamilyAccount(family)
        .setCash(left - account - family)
        .build();
  }

  private static OtherLayer layer(Insurer insurer, long pays, String leave) {
    return OtherLayer.newBuilder()
        .setPayerId(insurer.id())
        .setName(insurer.name())
        .setKind(insurer.mutual() ? OtherLayer.Kind.MUTUAL : OtherLayer.Kind.COMMERCIAL)
        .setAmount(pays)
        .setAuthorisationId(leave)
        .build();
  }
}
