package io.caresettle.policy.plan;

import io.caresettle.money.Payer;
import io.caresettle.money.Rate;
import io.caresettle.money.RoundTo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Steps by which further funds pay, each of what the former, rounded, left. */
public sealed interface Layer extends Step {

  /** Who pays. */
  Payer payer();

  /** Of the cost above the pool's ceiling; where a plan has no pool step, of all in scope. */
  record LargeSum(Basis basis, Payer payer, PolicyValue rate, RoundTo to, Optional<Limit> limit)
      implements Layer {
    @Override
    public List<PolicyValue> values() {
      return with(limit, rate);
    }

    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /**
   * Of the year's own burden above a threshold, by tiers: what the tiers give of the year with this
   * bill, less what they gave without it.
   *
   * @param base what of this bill counts towards the burden
   * @param accumulator the year's burden, which grows by that
   * @param tiers from the lowest threshold up
   */
  record CriticalIllness(
      Basis basis,
      Set<BasePart> base,
      int accumulator,
      List<Tier> tiers,
      boolean perBand,
      RoundTo to,
      Optional<Limit> limit)
      implements Layer {

    /**
     * @throws IllegalArgumentException when the tiers do not ascend, or nothing counts
     */
    public CriticalIllness {
      base = Set.copyOf(EnumSet.copyOf(base));
      tiers = List.copyOf(tiers);
      cascade(tiers, perBand, to);
    }

    @Override
    public Payer payer() {
      return Payer.CRITICAL_ILLNESS;
    }

    Cascade cascade() {
      return cascade(tiers, perBand, to);
    }

    /** Below the first threshold lies a band that pays nothing. */
    private static Cascade cascade(List<Tier> tiers, boolean perBand, RoundTo to) {
      long[] upTo = new long[tiers.size() + 1];
      List<Rate> rates = new ArrayList<>();
      rates.add(new Rate(0, 1));
      for (int k = 0; k < tiers.size(); k++) {
        upTo[k] = tiers.get(k).above().amount();
        rates.add(tiers.get(k).rate().rate().reduced());
      }
      upTo[tiers.size()] = Long.MAX_VALUE;
      return new Cascade(upTo, rates, perBand, false, to);
    }

    @Override
    public List<PolicyValue> values() {
      List<PolicyValue> all = new ArrayList<>();
      for (Tier tier : tiers) {
        all.add(tier.rate());
        all.add(tier.above());
      }
      limit.ifPresent(most -> all.add(most.value()));
      return List.copyOf(all);
    }

    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  /**
   * A subsidy or supplement.
   *
   * @param value a rate of the base; an amount where the base is FIXED
   * @param to where the base is not FIXED
   */
  record Supplement(
      Basis basis,
      String name,
      Payer payer,
      LayerBase base,
      PolicyValue value,
      Optional<RoundTo> to,
      Optional<Limit> limit)
      implements Layer {
    @Override
    public List<PolicyValue> values() {
      return with(limit, value);
    }

    @Override
    public Optional<RoundTo> rounding() {
      return to;
    }
  }

  /**
   * Medical aid for the person's class.
   *
   * @param base one of the two remainders
   * @param above only what lies above it is helped
   */
  record MedicalAid(
      Basis basis,
      LayerBase base,
      Optional<PolicyValue> above,
      PolicyValue rate,
      RoundTo to,
      Optional<Limit> limit)
      implements Layer {
    @Override
    public Payer payer() {
      return Payer.MEDICAL_AID;
    }

    @Override
    public List<PolicyValue> values() {
      List<PolicyValue> all = new ArrayList<>(with(limit, rate));
      above.ifPresent(all::add);
      return List.copyOf(all);
    }

    @Override
    public Optional<RoundTo> rounding() {
      return Optional.of(to);
    }
  }

  private static List<PolicyValue> with(Optional<Limit> limit, PolicyValue value) {
    return limit.isPresent() ? List.of(value, limit.get().value()) : List.of(value);
  }
}
