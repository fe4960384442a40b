package io.caresettle.sim.national;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.profile.Profiles;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a province wants and refuses")
@Timeout(120)
class ProfileRefusalsTest {

  static Stream<String> profiles() {
    return Profiles.SHIPPED.stream();
  }

  /** A program that was written for this province. */
  private static RawCaller local(RawCaller caller, String profile) {
    return switch (profile) {
      case "guangdong-guangzhou" ->
          caller.numberInPath().withEnvelope("\"recer_admdvs\":\"440100\",");
      case "hunan" -> caller.withEnvelope("\"medins_code\":\"\",\"insur_code\":\"\",");
      case "guangdong-dongguan", "jiangsu" -> caller.signingBy("bus");
      default -> caller;
    };
  }

  @ParameterizedTest
  @MethodSource("profiles")
  @DisplayName("everywhere a person is told, and 5203 without a settlement id is refused")
  void noProvinceTellsASettlementWithoutItsId(String profile) {
    try (Town town = Town.of(profile)) {
      RawCaller his = local(town.hospital(), profile);
      String told = his.call("1101", Inputs.person().replace("\"card_sn\":\"\"",
          "\"card_sn\":\"320500D15600000500000001FFFFFFFF\"")).good().body();
      assertTrue(told.contains("P0000001"), told);
      String refused = his.call("5203", Inputs.linesOf("M1")).refused();
      assertTrue(refused.contains("setl_id"), refused);
    }
  }

  @ParameterizedTest
  @MethodSource("profiles")
  @DisplayName("everywhere a gateway that does not know the sender answers 401 and says why")
  void strangersAreNotServed(String profile) {
    try (Town town = Town.of(profile)) {
      RawCaller.Answer answer =
          local(town.hospital(), profile).withSecret("another").call("1101", Inputs.person());
      assertEquals(401, answer.status());
      assertTrue(answer.body().contains("不正确"), answer.body());
    }
  }

  @Test
  @DisplayName("Foshan tells no lines without a settlement id, and its 0000 takes settled ones, too")
  void foshan() {
    try (Town town = Town.of("guangdong-foshan")) {
      RawCaller his = town.hospital();
      String visit = his.call("2201", Inputs.registration("O1")).good().field("mdtrt_id");
      his.call("2203", Inputs.description(visit)).good();
      his.call("2204", Inputs.lines(visit, "B1")).good();
      RawCaller.Answer settled = his.call("2207", Inputs.bill(visit, "B1", "90.00")).good();
      assertTrue(his.call("5204", Inputs.linesOf(visit)).refused().contains("setl_id"));
      String id = settled.field("setl_id");
      assertEquals(
          "B1-1", his.call("5204", Inputs.undo(id, visit)).good().field("feedetl_sn"));
      his.call("2205", Inputs.takeBack(visit, "0000")).good();
      assertEquals("", his.call("5204", Inputs.undo(id, visit)).good().field("feedetl_sn"));
    }
  }

  @Test
  @DisplayName("in Guangdong the fund sum contains what the account paid, elsewhere it does not")
  void fundSum() {
    try (Town town = Town.of("guangdong")) {
      RawCaller.Answer settled = town.pharmacy().call("2102", Inputs.drugs("R1")).good();
      assertEquals(47_00, settled.fen("acct_pay"));
      assertEquals(47_00, settled.fen("fund_pay_sumamt"));
      assertEquals("310200", settled.field("fund_pay_type"));
    }
  }

  @Test
  @DisplayName("Guangzhou has the number in the path, nodes of its own, an old envelope and psn_part_am")
  void guangzhou() {
    String profile = "guangdong-guangzhou";
    try (Town town = Town.of(profile)) {
      RawCaller his = local(town.hospital(), profile);
      String plain = Inputs.registration("O1");
      assertTrue(his.call("2201", plain).refused().contains("mdtrtinfo"));
      RawCaller.Answer visit =
          his.call("2201", plain.replace("\"data\"", "\"mdtrtinfo\"")).good();
      assertTrue(visit.body().startsWith("{\"code\":0,\"message\":\"\",\"data\":{"), visit.body());
      String id = visit.field("mdtrt_id");
      his.call("2203", Inputs.description(id)).good();
      his.call("2204", Inputs.lines(id, "B1")).good();
      RawCaller.Answer settled =
          his.call(
                  "2207",
                  Inputs.bill(id, "B1", "90.00")
                      .replace("\"data\"", "\"mdtrtinfo\"")
                      .replace("\"invono\"", "\"mdtrt_mode\":\"0\",\"mid_setl_flag\":\"0\",\"invono\""))
              .good();
      assertEquals("", settled.field("psn_part_amt"));
      assertFalse(settled.field("psn_part_am").isEmpty(), settled.body());
    }
  }

  @Test
  @DisplayName("Hubei writes the output as a text")
  void hubei() {
    try (Town town = Town.of("hubei")) {
      RawCaller.Answer person = town.hospital().call("1101", Inputs.person()).good();
      assertTrue(person.body().contains("\"output\":\"{\\\"baseinfo\\\""), person.body());
    }
  }

  @Test
  @DisplayName("Shenzhen wants every field of a search for visits")
  void shenzhen() {
    try (Town town = Town.of("guangdong-shenzhen")) {
      String refused =
          town.hospital().call("5201", "{\"data\":{\"psn_no\":\"P0000001\"}}").refused();
      assertTrue(refused.contains("data.begntime"), refused);
      assertTrue(refused.contains("data.endtime"), refused);
      assertTrue(refused.contains("data.med_type"), refused);
    }
  }

  @Test
  @DisplayName("Hunan wants its own fields in the envelope")
  void hunan() {
    try (Town town = Town.of("hunan")) {
      String refused = town.hospital().call("1101", Inputs.person()).refused();
      assertTrue(refused.contains("medins_code"), refused);
    }
  }
}
