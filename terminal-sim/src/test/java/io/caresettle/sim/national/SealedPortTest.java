package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.protocol.Payload;
import io.caresettle.protocol.certificate.Standing;
import io.caresettle.protocol.message.Messages;
import io.caresettle.protocol.session.PeerInfo;
import io.caresettle.protocol.wire.MessageType;
import io.caresettle.protocol.wire.Query;
import io.caresettle.protocol.wire.QueryAnswer;
import io.caresettle.protocol.wire.SettlementReceipt;
import io.caresettle.protocol.wire.SettlementState;
import io.caresettle.sim.centre.TestKeys;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A settlement of the national port, seen from the sealed one")
@Timeout(180)
class SealedPortTest {

  private static QueryAnswer asked(Town town, String message, String bill) {
    PeerInfo till =
        new PeerInfo(
            TestKeys.terminal(Town.PHARMACY).certificates(), new Standing.Good(), Town.PHARMACY);
    Query query =
        Query.newBuilder()
            .setOriginalMessageId(message)
            .setInstitutionCode(Town.PHARMACY)
            .setBillNumber(bill)
            .build();
    return Messages.read(
        QueryAnswer.getDefaultInstance(),
        town.centre
            .desk()
            .handle(
                till,
                MessageType.QUERY,
                Town.PHARMACY + "202611201000000101",
                Payload.copyOf(query.toByteArray()))
            .payload());
  }

  @Test
  @DisplayName("stands under its message id with the same fen, and is undone there, too")
  void oneLedger() {
    try (Town town = Town.of("base")) {
      RawCaller till = town.pharmacy();
      String id = till.nextId();
      RawCaller.Answer settled = till.call("2102", id, Inputs.drugs("R1")).good();
      String bill = settled.field("mdtrt_id") + ".1";
      QueryAnswer standing = asked(town, id, bill);
      assertEquals(SettlementState.STANDING, standing.getState());
      SettlementReceipt receipt =
          Messages.read(
              SettlementReceipt.getDefaultInstance(),
              standing.getReceipt().getDocument().toByteArray());
      assertEquals(settled.field("setl_id"), receipt.getSettlementId());
      assertEquals(settled.fen("medfee_sumamt"), receipt.getSplit().getTotal());
      assertEquals(settled.fen("acct_pay"), receipt.getSplit().getPersonalAccount());
      assertEquals(settled.fen("balc"), receipt.getAccountBalanceAfter());
      assertTrue(town.centre.books().balance());

      till.call("2601", Inputs.reversal(id, "2102")).good();
      assertEquals(SettlementState.UNDONE, asked(town, id, bill).getState());
      assertTrue(town.centre.books().balance());
    }
  }
}
