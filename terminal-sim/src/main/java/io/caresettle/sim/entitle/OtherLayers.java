package io.caresettle.sim.entitle;

import io.caresettle.sim.entitle.History.Leave;
import io.caresettle.sim.entitle.History.OtherCover;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which commercial insurers and mutual funds are told of a settlement and may pay after the public
 * layers (R-OTH-01): those that cover the person on the day of service, and whom the person lets
 * know of that day for this purpose (R-DATA-07).
 */
public final class OtherLayers {

  private final CentreRules rules;

  /** By every rule. */
  public OtherLayers() {
    this(CentreRules.all());
  }

  OtherLayers(CentreRules rules) {
    this.rules = rules;
  }

  /**
   * What is said of one cover.
   *
   * @param leave the number of the leave by which it is open
   */
  public record Said(OtherCover cover, boolean open, String leave, Note because) {}

  /**
   * What is said of each cover.
   *
   * @param person whose leave counts, and nobody else's
   * @param service the day of service
   * @param now when the data would be passed
   */
  public List<Said> decide(
      String person, List<OtherCover> covers, List<Leave> leave, LocalDate service, LocalDate now) {
    return covers.stream().map(cover -> decide(person, cover, leave, service, now)).toList();
  }

  private Said decide(
      String person, OtherCover cover, List<Leave> leave, LocalDate service, LocalDate now) {
    if (!cover.dates().cover(service) && rules.asks(CentreRule.R_OTH_01)) {
      return new Said(
          cover,
          false,
          "",
          Note.of(CentreRule.R_OTH_01, "就诊日不在保障期内", "no cover on the day of service"));
    }
    Optional<Leave> given =
        leave.stream()
            .filter(l -> l.person().equals(person) && l.payer().equals(cover.payer()))
            .filter(Leave::direct)
            .filter(l -> l.dates().cover(service))
            .filter(l -> l.revoked().filter(on -> !on.isAfter(now)).isEmpty())
            .findFirst();
    boolean open = given.isPresent() || !rules.asks(CentreRule.R_DATA_07);
    return new Said(
        cover,
        open,
        given.map(Leave::id).orElse(""),
        open
            ? Note.of(CentreRule.R_OTH_01, "各公共保障之后支付", "pays after the public layers")
            : Note.of(
                CentreRule.R_DATA_07,
                "没有就诊日有效的本人授权",
                "no leave of the person that holds for the day of service"));
  }
}
