package io.caresettle.centre.national.flow;

import static io.caresettle.centre.national.flow.Desk.answered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.PreparedSettlement;
import io.caresettle.centre.Receipt;
import io.caresettle.centre.Reply;
import io.caresettle.centre.Trial;
import io.caresettle.centre.TrialRequest;
import io.caresettle.centre.national.flow.ScriptedPlatform.Fault;
import io.caresettle.centre.national.message.Node;
import io.caresettle.centre.national.message.Value;
import io.caresettle.policy.plan.CareType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("Somebody insured elsewhere")
@Timeout(180)
class OffSiteTest {

  private static final String HOME = "310000";

  private final Desk desk = new Desk();

  @AfterEach
  void close() {
    desk.close();
  }

  /** The person of the book, insured in Shanghai. */
  private void shown() {
    desk.platform.next(
        "1101",
        new Fault.Edited(
            output ->
                output.with(
                    "insuinfo",
                    new Value.Rows(
                        output.nodes("insuinfo").stream()
                            .map(row -> (Value) row.with("insuplc_admdvs", HOME))
                            .toList()))));
    desk.shown();
  }

  private Trial tried(CareType care, String number) {
    shown();
    TrialRequest here = Desk.asked(care, number, "100.00");
    return answered(
        desk.centre.trial(
            new TrialRequest(here.bill(), here.personNumber(), here.visit(), here.scheme(), HOME),
            Desk.WITHIN));
  }

  /** All requests since, but those that are about nobody. */
  private void assertNamed(String... numbers) {
    for (String number : numbers) {
      List<Node> requests = desk.platform.requests(number);
      assertTrue(!requests.isEmpty(), number);
      for (Node request : requests) {
        assertEquals(HOME, request.text("insuplc_admdvs").orElse(""), number);
        assertEquals("320500", request.text("mdtrtarea_admvs").orElse(""), number);
      }
    }
  }

  @Test
  @DisplayName("is named with home and place in every message of a purchase, and of its undo")
  void purchase() {
    Receipt receipt = answered(desk.settle(desk.prepared("B1", tried(CareType.PHARMACY, "B1"))));
    answered(desk.cancel(receipt));
    assertNamed("2101", "2102", "2103");
  }

  @Test
  @DisplayName("and in every message of a visit, of its enquiry and of its reversal")
  void visit() {
    PreparedSettlement prepared = desk.prepared("B1", tried(CareType.OUTPATIENT, "B1"));
    desk.platform.next("2207", new Fault.AnswerLost());
    assertInstanceOf(Reply.NoAnswer.class, desk.settle(prepared));
    answered(desk.centre.query(prepared.message(), Desk.WITHIN));
    answered(desk.reverse(prepared.message()));
    assertNamed("2201", "2203A", "2204", "2206", "2207", "5203", "5204", "2601");
  }

  @Test
  @DisplayName("and in every message of a stay")
  void stay() {
    answered(desk.settle(desk.prepared("B1", tried(CareType.INPATIENT, "B1"))));
    assertNamed("2401", "2301", "2303", "2402", "2304");
  }
}
