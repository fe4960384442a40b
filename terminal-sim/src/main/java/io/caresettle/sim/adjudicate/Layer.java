package io.caresettle.sim.adjudicate;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The funds that pay of what the pool left, each of what the former left (R-BEN-11). */
sealed interface Layer extends Step
    permits Layer.LargeSum,
        CriticalIllness,
        Layer.Supplement,
        Layer.MedicalAid,
        Layer.OverallCap,
        Forgone {

  static Optional<Step> read(String kind, StepTree tree) {
    return Optional.ofNullable(
        switch (kind) {
          case "large-sum" ->
              new LargeSum(tree.fund(), tree.rate("value"), tree.rounding(), Limit.read(tree));
          case "critical-illness" -> CriticalIllness.read(tree);
          case "supplement" -> Supplement.read(tree);
          case "medical-aid" -> MedicalAid.read(tree);
          case "overall-cap" -> new OverallCap(tree.rate("value"));
          default -> null;
        });
  }

  /** What a fund pays in a year at most. */
  record Limit(Value value, String accumulator) {
    static Optional<Limit> read(StepTree tree) {
      return tree.treeIfAny("limit")
          .map(
              inner -> {
                Limit limit = new Limit(inner.fen("value"), inner.text("accumulator"));
                inner.end();
                return limit;
              });
    }
  }

  /** The limit of this layer's payments. */
  default Optional<Limit> limit() {
    return Optional.empty();
  }

  @Override
  default Optional<String> paymentAccumulator() {
    return limit().map(Limit::accumulator);
  }

  /** The fund that pays; nobody where the step only limits what others pay. */
  default String payer() {
    return "";
  }

  /** The values of this layer, and that of its limit. */
  private static List<Value> withLimit(List<Value> others, Optional<Limit> limit) {
    return Pooling.together(others, limit.map(Limit::value));
  }

  /** {@code payer} pays {@code share}, as far as the limit and what is left allow. */
  static void pay(
      Working w, String payer, Optional<String> name, Fraction share, Optional<Limit> limit) {
    Fraction pays = share.atMost(w.leftForFunds());
    if (limit.isPresent()) {
      pays = pays.atMost(w.left(limit.get().value(), limit.get().accumulator()));
      w.grow(limit.get().accumulator(), pays);
    }
    w.paid.payments.add(new PaidSheet.Payment(payer, name, limit.map(Limit::accumulator), pays));
  }

  /** 大额补助: what lies beyond the pool's ceiling. */
  record LargeSum(String payer, Value value, Rounding rounding, Optional<Limit> limit)
      implements Layer {
    @Override
    public void run(Working w) {
      if (w.isOpen(payer)) {
        Fraction base = w.hasPool() ? w.aboveCeiling : w.aboveDeductible();
        Fraction share =
            rounding.of(base.times(w.number(value))).atMost(base).atMost(w.remainingInScope());
        pay(w, payer, Optional.empty(), share, limit);
      }
    }

    @Override
    public List<Value> values() {
      return Layer.withLimit(List.of(value), limit);
    }
  }

  /** What a supplement or aid is a share of. */
  enum Basis {
    IN_SCOPE,
    ABOVE_DEDUCTIBLE,
    REMAINING_IN_SCOPE,
    REMAINING_ABOVE_DEDUCTIBLE,
    FIXED;

    Fraction of(Working w) {
      return switch (this) {
        case IN_SCOPE -> w.inScopeAfterAccount();
        case ABOVE_DEDUCTIBLE -> w.aboveDeductible();
        case REMAINING_IN_SCOPE -> w.remainingInScope();
        case REMAINING_ABOVE_DEDUCTIBLE -> w.remainingAboveDeductible();
        case FIXED -> throw new IllegalStateException("A fixed sum is no share");
      };
    }
  }

  /** 公务员补助, 补充保险: a share, or a fixed sum. */
  record Supplement(
      String name,
      String payer,
      Basis basis,
      Value value,
      Optional<Rounding> rounding,
      Optional<Limit> limit)
      implements Layer {

    static Supplement read(StepTree tree) {
      String name = tree.text("name");
      String payer = tree.fund(Set.of(Payers.CIVIL_SERVANT, Payers.SUPPLEMENTS));
      Basis basis = tree.constant("basis", List.of(Basis.values()));
      boolean fixed = basis == Basis.FIXED;
      return new Supplement(
          name,
          payer,
          basis,
          fixed ? tree.fen("value") : tree.rate("value"),
          fixed ? Optional.empty() : Optional.of(tree.rounding()),
          Limit.read(tree));
    }

    @Override
    public void run(Working w) {
      if (w.isOpen(payer)) {
        Fraction number = w.number(value);
        Fraction share = rounding.map(round -> round.of(basis.of(w).times(number))).orElse(number);
        pay(w, payer, Optional.of(name), share.atMost(w.remainingInScope()), limit);
      }
    }

    @Override
    public List<Value> values() {
      return Layer.withLimit(List.of(value), limit);
    }
  }

  /** 医疗救助: a share of what lies above a sum. */
  record MedicalAid(
      Basis basis, Optional<Value> above, Value value, Rounding rounding, Optional<Limit> limit)
      implements Layer {

    static MedicalAid read(StepTree tree) {
      tree.fund(Set.of(Payers.MEDICAL_AID));
      return new MedicalAid(
          tree.constant(
              "basis", List.of(Basis.REMAINING_IN_SCOPE, Basis.REMAINING_ABOVE_DEDUCTIBLE)),
          tree.has("above") ? Optional.of(tree.fen("above")) : Optional.empty(),
          tree.rate("value"),
          tree.rounding(),
          Limit.read(tree));
    }

    @Override
    public String payer() {
      return Payers.MEDICAL_AID;
    }

    @Override
    public void run(Working w) {
      if (w.isOpen(Payers.MEDICAL_AID)) {
        Fraction helped = basis.of(w).beyond(above.map(w::number).orElse(Fraction.ZERO));
        Fraction share = rounding.of(helped.times(w.number(value))).atMost(w.remainingInScope());
        pay(w, Payers.MEDICAL_AID, Optional.empty(), share, limit);
      }
    }

    @Override
    public List<Value> values() {
      return Layer.withLimit(Pooling.together(List.of(value), above), limit);
    }
  }

  /** All funds together pay so much of a bill; what is too much is cut from the last layer on. */
  record OverallCap(Value value) implements Layer {
    @Override
    public void run(Working w) {
      Fraction cap = Rounding.DOWN_FEN.of(w.total().times(w.number(value)));
      List<PaidSheet.Payment> payments = w.paid.payments;
      for (int i = payments.size() - 1; i >= 0; i--) {
        PaidSheet.Payment payment = payments.get(i);
        Fraction cut = w.paid.funds().beyond(cap).atMost(payment.amount);
        payment.amount = payment.amount.minus(cut);
        payment.accumulator.ifPresent(name -> w.shrink(name, cut));
      }
    }

    @Override
    public List<Value> values() {
      return List.of(value);
    }
  }
}
