package io.caresettle.sim.centre;

import static io.caresettle.sim.centre.TestTill.line;
import static io.caresettle.sim.centre.TestTill.receipt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.UploadCosts;
import io.caresettle.protocol.wire.UploadCostsAnswer;
import io.caresettle.protocol.wire.WithdrawCosts;
import io.caresettle.protocol.wire.WithdrawCostsAnswer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Costs that were paid outside a settlement (NT 41)")
class CostTests extends BillStory {

  private static UploadCosts.Builder costs(String request, String bill) {
    return UploadCosts.newBuilder()
        .setRequestId(request)
        .setInstitutionCode(TestTill.HOSPITAL)
        .setBillNumber(bill)
        .addLines(line("1", "TEST-0001", 10_000_000, 10_000))
        .setReason(UploadCosts.Reason.CENTRE_OUT_OF_REACH)
        .setTotal(1000)
        .setCash(1000)
        .setOperator("op-1");
  }

  private UploadCostsAnswer upload(UploadCosts.Builder costs) {
    return TestTill.parse(
        UploadCostsAnswer.parser(),
        till.exchange(MessageType.UPLOAD_COSTS, till.nextId(), costs.build()));
  }

  private WithdrawCostsAnswer withdraw(String request) {
    return TestTill.parse(
        WithdrawCostsAnswer.parser(),
        till.exchange(
            MessageType.WITHDRAW_COSTS,
            till.nextId(),
            WithdrawCosts.newBuilder()
                .setRequestId("w-" + request)
                .setOriginalRequestId(request)
                .setReason("settled after all")
                .setOperator("op-1")
                .build()));
  }

  @Test
  @DisplayName("are recorded once, however often they come, and nothing else under their id")
  void once() {
    UploadCostsAnswer first = upload(costs("r1", "B1"));
    assertTrue(first.hasRecorded());
    restart();
    assertEquals(first, upload(costs("r1", "B1")));
    assertEquals(
        "REQUEST_ID_REUSED", upload(costs("r1", "B1").setSlipNumber("x")).getRefusal().getCode());
    assertEquals("COSTS_STAND", upload(costs("r2", "B1")).getRefusal().getCode());
    assertEquals(
        "COSTS_UNBALANCED", upload(costs("r3", "B3").setTotal(999)).getRefusal().getCode());
  }

  @Test
  @DisplayName("stand in the way of a settlement until they are taken back, and are left hanging")
  void settledAfterAll() {
    upload(costs("r1", "B1"));
    till.lookUp("V-B1", PERSON);
    assertEquals("COSTS_STAND", till.trial(till.nextId(), body).getRefusal().getCode());
    assertEquals(Hanging.Kind.UPLOADED_ONLY, desk.hanging().get(0).kind());

    assertEquals(withdraw("r1"), withdraw("r1"));
    assertEquals("COSTS_WITHDRAWN", upload(costs("r1", "B1")).getRefusal().getCode());
    receipt(till.settle(till.nextId(), till.quote(body), body));
    assertEquals(0, desk.hanging().size());
    assertEquals("BILL_SETTLED", upload(costs("r2", "B1")).getRefusal().getCode());
  }

  @Test
  @DisplayName("that were taken back before they arrived are refused when they come")
  void beforeTheyArrived() {
    assertEquals("", withdraw("r9").getWithdrawn().getUploadId());
    assertEquals("COSTS_WITHDRAWN", upload(costs("r9", "B9")).getRefusal().getCode());
  }

  @Test
  @DisplayName("that the patient chose to pay are no bill that is left hanging")
  void chosen() {
    upload(costs("r1", "B1").setReason(UploadCosts.Reason.PATIENT_CHOSE_CASH));
    assertEquals(0, desk.hanging().size());
  }
}
