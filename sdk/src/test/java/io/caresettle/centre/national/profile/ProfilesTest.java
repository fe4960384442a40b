package io.caresettle.centre.national.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.centre.national.field.Direction;
import io.caresettle.centre.national.field.Edition;
import io.caresettle.centre.national.profile.Gateway.OutputForm;
import io.caresettle.centre.national.profile.Layout.Need;
import io.caresettle.centre.national.profile.Settling.FundSum;
import io.caresettle.problem.Misuse;
import io.caresettle.reading.ReadingFailed;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A profile says what one province does otherwise")
class ProfilesTest {

  @Test
  @DisplayName("all that come with the library can be read, and only Jiangsu is unconfirmed")
  void allAreRead() {
    for (String id : Profiles.SHIPPED) {
      Profile profile = Profiles.shipped(id);
      assertEquals(id, profile.id());
      assertEquals(!id.equals("jiangsu"), profile.confirmed(), id);
      assertFalse(profile.open().isEmpty(), id);
      assertFalse(profile.wording().editions().isEmpty(), id);
    }
  }

  @Test
  @DisplayName("what a file does not say is as in the one that it extends")
  void inherits() {
    Profile foshan = Profiles.shipped("guangdong-foshan");

    assertEquals(FundSum.ACCOUNT_INSIDE, foshan.settling().fundSum());
    assertEquals("REFD_SETL_FLAG", foshan.settling().refundFlag());
    assertFalse(foshan.settling().detailsWithoutSettlement());
    assertTrue(foshan.settling().allBatchesDeleteSettled());
    assertEquals("V1.0", foshan.gateway().version());
    assertEquals(Edition.FS, foshan.wording().editions().get(0));
    assertEquals(
        "mdtrtinfo", Profiles.shipped("guangdong-guangzhou").wording().nodes().get("2207"));
    assertEquals("data", foshan.wording().nodes().get("2207"));
    assertEquals("catalogcompin", foshan.wording().nodes().get("3301"));
  }

  @Test
  @DisplayName("the fund sum contains the account in Guangdong and not in Hunan")
  void fundIdentity() {
    assertEquals(FundSum.ACCOUNT_INSIDE, Profiles.shipped("guangdong").settling().fundSum());
    assertEquals(FundSum.ACCOUNT_OUTSIDE, Profiles.shipped("hunan").settling().fundSum());
  }

  @Test
  @DisplayName("2103 and 5203 name the amounts otherwise, 2208 of one source, too")
  void renamedAmounts() {
    Wording base = Profiles.shipped("base").wording();

    assertEquals(List.of("psn_pay", "psn_part_amt"), base.names("2103", "psn_part_amt"));
    assertEquals(List.of("cash_payamt", "psn_cash_pay"), base.names("5203", "psn_cash_pay"));
    assertEquals(List.of("psn_cash_pay", "pdn_cash_pay"), base.names("2208", "psn_cash_pay"));
    assertEquals(List.of("psn_part_amt"), base.names("2207", "psn_part_amt"));
    assertEquals(
        List.of("psn_part_am", "psn_part_amt"),
        Profiles.shipped("guangdong-guangzhou").wording().names("2207", "psn_part_amt"));
  }

  @Test
  @DisplayName("another source's node and its fields go under the name that this province has")
  void renamedNodes() {
    Layout guangzhou = Profiles.shipped("guangdong-guangzhou").layout("2207", Direction.INPUT);

    assertTrue(guangzhou.hasNode("mdtrtinfo"));
    assertFalse(guangzhou.hasNode("data"));
    Layout.Entry sum = guangzhou.field("mdtrtinfo", "medfee_sumamt").orElseThrow();
    assertEquals(16, sum.form().length().orElse(0));
    assertEquals(2, sum.form().decimals());
    assertTrue(sum.sources().containsAll(List.of(Edition.GZ, Edition.OH)));
  }

  @Test
  @DisplayName("the reading that wins requires; what only another one requires is told apart")
  void needs() {
    Layout person = Profiles.shipped("base").layout("1101", Direction.INPUT);
    assertEquals(Need.REQUIRED, person.field("data", "mdtrt_cert_type").orElseThrow().need());
    assertEquals(Need.OPTIONAL, person.field("data", "certno").orElseThrow().need());
    Layout shenzhen = Profiles.shipped("guangdong-shenzhen").layout("1101", Direction.INPUT);
    assertEquals(Need.ELSEWHERE, shenzhen.field("data", "mdtrt_cert_type").orElseThrow().need());
    assertEquals(Need.REQUIRED, shenzhen.field("data", "mdtrt_cert_no").orElseThrow().need());
  }

  @Test
  @DisplayName("5203 without a settlement id is refused by every profile, 5204 by Foshan")
  void queriesThatNeedTheSettlement() {
    for (String id : Profiles.SHIPPED) {
      Profile profile = Profiles.shipped(id);
      Need need =
          profile.layout("5203", Direction.INPUT).field("data", "setl_id").orElseThrow().need();
      assertEquals(Need.REQUIRED, need, id);
    }
    assertEquals(Need.REQUIRED, fiveTwoOFour("guangdong-foshan"));
    assertEquals(Need.OPTIONAL, fiveTwoOFour("base"));
  }

  private static Need fiveTwoOFour(String id) {
    return Profiles.shipped(id)
        .layout("5204", Direction.INPUT)
        .field("data", "setl_id")
        .orElseThrow()
        .need();
  }

  @Test
  @DisplayName("Hubei answers in text, drops what it does not want, and adds what it wants")
  void hubei() {
    Profile hubei = Profiles.shipped("hubei");
    Layout sale = hubei.layout("3505A", Direction.INPUT);

    assertEquals(OutputForm.TEXT, hubei.gateway().output());
    assertEquals(Need.OPTIONAL, sale.field("selinfoDetail", "phar_name").orElseThrow().need());
    assertEquals(
        Need.REQUIRED, sale.field("selinfoDetail", "mdtrt_setl_type").orElseThrow().need());
    assertTrue(hubei.settling().reversible().contains("2102A"));
    assertFalse(Profiles.shipped("base").settling().reversible().contains("2102A"));
  }

  @Test
  @DisplayName("Hunan has care classes of four digits")
  void hunanTables() {
    assertTrue(Profiles.shipped("hunan").codes().of("med_type").orElseThrow().knows("2101"));
    assertFalse(Profiles.shipped("base").codes().of("med_type").orElseThrow().knows("2101"));
  }

  @Test
  @DisplayName("a text of refusal means what its transaction lets it mean")
  void errorTexts() {
    Profile base = Profiles.shipped("base");

    assertEquals(ErrorText.Meaning.UNDONE, base.meaning("2208", "该笔结算已撤销，请勿重复办理！"));
    assertEquals(ErrorText.Meaning.REFUSED, base.meaning("2207", "该笔结算已撤销，请勿重复办理！"));
    assertEquals(ErrorText.Meaning.LANDED_BEFORE, base.meaning("2207", "门诊患者已结算, 请勿重复结算"));
    assertEquals(ErrorText.Meaning.TRY_AGAIN, base.meaning("2601", "结算冲正失败"));
    assertEquals(ErrorText.Meaning.NEVER_ARRIVED, base.meaning("2208", "未查询到结算信息"));
    assertEquals(ErrorText.Meaning.CANNOT, base.meaning("2405", "患者处于在院状态，不能撤销出院"));
    assertEquals(ErrorText.Meaning.REFUSED, base.meaning("2207", "金额不符"));
  }

  @Test
  @DisplayName(
      "an institution's own file extends a profile, and its faults are told with their place")
  void ownProfile() {
    Profile own =
        Profiles.of(
            "ours",
            "ours.yaml",
            "extends: hunan\nname: 某市 Ours\nfields-add: {\"2207\": [data.own_field]}\n"
                + "texts: [{contains: 甲, on: [], means: try-again}]\n");
    assertEquals(ErrorText.Meaning.TRY_AGAIN, own.meaning("2207", "甲乙"));
    assertTrue(own.gateway().textMeansFailure());
    assertTrue(own.layout("2207", Direction.INPUT).field("data", "own_field").isPresent());

    ReadingFailed failed =
        assertThrows(
            ReadingFailed.class,
            () ->
                Profiles.of(
                    "ours",
                    "ours.yaml",
                    "extends: base\nname: 甲\nfund-sum: account-insde\nx: 1\n"));
    String said = failed.faults().toString();
    assertTrue(said.contains("ours.yaml:3") && said.contains("account-inside"), said);
    assertTrue(said.contains("ours.yaml:4"), said);
  }

  @Test
  @DisplayName("a profile that is not there is refused with the nearest one")
  void noSuchProfile() {
    Misuse none = assertThrows(Misuse.class, () -> Profiles.shipped("guangdong-foshn"));
    assertTrue(String.valueOf(none.getMessage()).contains("perhaps 'guangdong-foshan'"));
  }

  @Test
  @DisplayName("results of a comparison are those of both families in base, of one in Hubei")
  void statementResults() {
    assertEquals(
        Map.of(
            Settling.Statement.BALANCED, List.of("0", "000000"),
            Settling.Statement.CENTRE_MORE, List.of("1"),
            Settling.Statement.INSTITUTION_MORE, List.of("000102"),
            Settling.Statement.DIFFER, List.of("000103")),
        Profiles.shipped("base").settling().statement());
    assertEquals(
        Set.of(
            Settling.Statement.BALANCED,
            Settling.Statement.INSTITUTION_MORE,
            Settling.Statement.DIFFER),
        Profiles.shipped("hubei").settling().statement().keySet());
  }
}
