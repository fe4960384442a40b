package io.caresettle.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.writing.Columns;
import io.caresettle.writing.Paper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The slip")
@Timeout(10)
class SlipTest {

  private final Slip slip = Slip.of(Samples.intent("M1", "Q1"), Samples.receipt(Samples.CONFIRMED));

  @Test
  @Tag("R-SCOPE-08")
  void saysWhoPaysWhatInWordsThatThePatientCanRead() {
    assertEquals(
        """
                  ** TEST FIGURES 测试数据 **
                            测试医院
                   医保结算单 Settlement slip
        ------------------------------------------------
        机构 Institution                    TEST00000001
        统筹区 Area                               320500
        时间 Time                    2026-11-20 12:00:00
        业务日期 Business date                2026-11-20
        终端 Terminal                                 07
        收费员 Operator                             op-7
        结算号 Settlement                             S1
        单据号 Bill                                   B1
        就诊号 Visit                                  V1
        姓名 Name                                   测**
        险种 Insurance                 职工医保 employee
        ------------------------------------------------
        [A] 示例药品
          45.50 x 2                                91.00
        TEST-0099
          9.00 x 1                                  9.00
        ------------------------------------------------
        合计 Total                                100.00
        统筹基金 pool fund                         60.00
        现金 cash                                  40.00
        * 基金先行支付，追偿编号 ZC1
          The fund pays first, file ZC1
        ------------------------------------------------
        自费 Out of catalogue                      10.00
        超限价 Over price limit                     0.00
        先行自付 First self-pay                     5.00
        政策范围 In scope                          85.00
        其中起付 of it deductible                  20.00
        账户余额 Account after                    980.00
        ------------------------------------------------
        签名 Signature:
                  ** TEST FIGURES 测试数据 **
        """,
        slip.text(PaperWidth.MM_80));
  }

  @ParameterizedTest
  @EnumSource(PaperWidth.class)
  void noLineIsWiderThanThePaper(PaperWidth width) {
    slip.asCopy()
        .text(width)
        .lines()
        .forEach(line -> assertTrue(Columns.width(line) <= width.columns(), line));
  }

  @Test
  void aReprintSaysThatItIsOne() {
    assertFalse(slip.text(PaperWidth.MM_58).contains("COPY"));
    assertTrue(slip.asCopy().text(PaperWidth.MM_58).contains("补打 COPY"));
  }

  @Test
  void aLongValueGoesToALineOfItsOwnAndALongNameIsBroken() {
    assertEquals(
        "结算号\n    1234567890123456\n", new Paper(20).pair("结算号", "1234567890123456").toString());
    assertEquals("一二三四\n五六\n", new Paper(9).left("一二三四五六").toString());
  }

  @Test
  void aPrintedSlipNamesNobodyInALog() {
    assertEquals("Slip[TEST00000001/B1, S1]", slip.toString());
  }
}
