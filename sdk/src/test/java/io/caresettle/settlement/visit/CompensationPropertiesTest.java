package io.caresettle.settlement.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.caresettle.settlement.visit.VisitSteps.State;
import io.caresettle.settlement.visit.VisitSteps.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName(
    "From any calls of a visit, any of them unknown, with answers that get lost, the undoing")
@Timeout(180)
class CompensationPropertiesTest {

  private static final int VISITS = 2_000;
  private static final List<State> STATES = List.of(State.values());

  @ParameterizedTest
  @ValueSource(strings = {"national", "sealed"})
  void endsWithNothingStandingInAnAllowedOrder(String which) {
    StepTable table = which.equals("national") ? NationalSteps.TABLE : SealedSteps.TABLE;
    for (int seed = 0; seed < VISITS; seed++) {
      new World(table, seed).undo("");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"national", "sealed"})
  void ofOneCallLeavesAloneWhatDoesNotRestOnIt(String which) {
    StepTable table = which.equals("national") ? NationalSteps.TABLE : SealedSteps.TABLE;
    for (int seed = 0; seed < VISITS; seed++) {
      World world = new World(table, seed);
      world.undo("m" + world.random.nextInt(world.visit.steps().size()));
    }
  }

  /** A visit, what really stands of it, and a centre that answers or does not. */
  private static final class World {
    final StepTable table;
    final String seed;
    final SplittableRandom random;
    final Map<String, Boolean> stands = new LinkedHashMap<>();
    VisitSteps visit = VisitSteps.none();

    World(StepTable table, int seed) {
      this.table = table;
      this.seed = "seed " + seed;
      this.random = new SplittableRandom(seed);
      List<String> kinds = new ArrayList<>(new TreeSet<>(table.kinds().keySet()));
      int calls = 1 + random.nextInt(9);
      for (int i = 0; i < calls; i++) {
        State state = STATES.get(random.nextInt(STATES.size()));
        boolean really = state == State.STANDING || (state != State.GONE && random.nextBoolean());
        visit = visit.with(new Step("m" + i, kinds.get(random.nextInt(kinds.size())), state));
        stands.put("m" + i, really);
      }
    }

    /** Of one message, or of all of them. */
    void undo(String one) {
      Map<String, Boolean> before = Map.copyOf(stands);
      for (int turn = 0; turn < 500; turn++) {
        Next next =
            one.isEmpty()
                ? Compensation.undoAll(table, visit)
                : Compensation.undoOne(table, visit, one);
        if (next instanceof Next.Done) {
          ended(one, before);
          return;
        }
        doIt(next, one.isEmpty());
      }
      fail(seed + ": no end of it");
    }

    private void doIt(Next next, boolean all) {
      if (next instanceof Next.Ask ask) {
        State state = ask.step().state();
        assertTrue(state == State.UNKNOWN || state == State.UNDO_UNKNOWN, seed);
        visit = visit.with(ask.step().messageId(), really(ask.step()));
      } else if (next instanceof Next.Person person) {
        assertEquals(State.STANDING, person.step().state(), seed);
        mayGo(person.step());
        if (all) {
          nothingElseToUndo();
        }
        gone(person.step(), State.GONE);
      } else if (next instanceof Next.Take take) {
        mayGo(take.step());
        int luck = random.nextInt(4);
        if (luck == 0) {
          // The undo was lost on its way.
          visit = visit.with(take.step().messageId(), State.UNDO_UNKNOWN);
        } else {
          gone(take.step(), luck == 1 ? State.UNDO_UNKNOWN : State.GONE);
        }
      } else {
        fail(seed + ": " + next);
      }
    }

    private State really(Step step) {
      return stands(step) ? State.STANDING : State.GONE;
    }

    private boolean stands(Step step) {
      return stands.getOrDefault(step.messageId(), false);
    }

    private void gone(Step step, State known) {
      stands.put(step.messageId(), false);
      visit = visit.with(step.messageId(), known);
    }

    /** By the truth, which the plan does not know. */
    private void mayGo(Step step) {
      StepKind kind = table.kind(step.kind());
      String what = seed + ": " + step + " of " + visit;
      assertTrue(step.state() != State.UNKNOWN || kind.blindly(), what);
      assertTrue(step.state() != State.UNDO_UNKNOWN || kind.repeat() != Repeat.UNKNOWN, what);
      boolean later = false;
      for (Step other : visit.steps()) {
        StepKind its = table.kind(other.kind());
        boolean rests = later && stands(other) && !its.leavesNothing();
        assertTrue(!rests || !its.needs().contains(kind.name()), what);
        assertTrue(!rests || !its.money() || !kind.money(), what + ": newest money first");
        later = later || other.equals(step);
      }
    }

    private void nothingElseToUndo() {
      for (Step other : visit.steps()) {
        StepKind kind = table.kind(other.kind());
        assertTrue(!stands(other) || kind.byPerson() || kind.leavesNothing(), seed);
      }
    }

    private void ended(String one, Map<String, Boolean> before) {
      for (Step step : visit.steps()) {
        boolean undone =
            one.isEmpty() || step.messageId().equals(one) || restsOn(step.messageId(), one);
        boolean nothing = table.kind(step.kind()).leavesNothing();
        if (undone && !nothing) {
          assertEquals(false, stands(step), seed + ": " + step + " of " + visit);
        } else {
          assertEquals(before.get(step.messageId()), stands(step), seed + ": " + step);
        }
      }
    }

    private boolean restsOn(String messageId, String one) {
      int of = Integer.parseInt(one.substring(1));
      int at = Integer.parseInt(messageId.substring(1));
      StepKind kind = table.kind(visit.steps().get(at).kind());
      for (int i = of; i < at; i++) {
        StepKind under = table.kind(visit.steps().get(i).kind());
        boolean directly = kind.needs().contains(under.name()) || (kind.money() && under.money());
        if (directly && (i == of || restsOn("m" + i, one))) {
          return true;
        }
      }
      return false;
    }
  }
}
