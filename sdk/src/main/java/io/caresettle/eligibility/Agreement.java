package io.caresettle.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An institution's agreement with the agency (医疗保障服务协议), with its days.
 *
 * @param to last day, inclusive; empty while it goes on
 * @param suspensions days on which it does not serve
 * @param internet whether a supplementary agreement covers care over the internet (SZ 64¶3)
 * @param aidHospital whether the medical-aid fund may pay here (定点救助; SZ 62¶2, NT 27)
 */
public record Agreement(
    LocalDate from,
    Optional<LocalDate> to,
    List<Suspension> suspensions,
    boolean internet,
    boolean aidHospital)
    implements Dated {

  public Agreement {
    suspensions = List.copyOf(suspensions);
  }
}
