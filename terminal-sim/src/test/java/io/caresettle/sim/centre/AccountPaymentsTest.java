package io.caresettle.sim.centre;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.caresettle.protocol.wire.AccountUse;
import io.caresettle.protocol.wire.FeeLine;
import io.caresettle.protocol.wire.TrialBody;
import io.caresettle.sim.ShippedOrdinances;
import io.caresettle.sim.entitle.BookShelf;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the centre lets an account of 1000 yuan, 400 of past years, pay besides care:")
class AccountPaymentsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private static final String PEOPLE =
      """
      persons:
        - number: P-PAYER
          name: 测试付
          identity: "329900197006150011"
          card: {identifier: X, chip: Y, number: Z, area: "320500"}
          balance: "1000.00"
          past-years: "400.00"
        - number: P-CHILD
          name: 测试子
          identity: "329900197006150012"
          card: {identifier: X2, chip: Y2, number: Z2, area: "320500"}
          balance: "0.00"
          family: [{payer: P-PAYER, relation: parent, from: 2024-01-01, to: 2026-05-31}]
        - number: P-MOTHER
          name: 测试母
          identity: "329900197006150013"
          card: {identifier: X3, chip: Y3, number: Z3, area: "320500"}
          balance: "0.00"
          family: [{payer: P-PAYER, relation: child, from: 2024-01-01}]
      """;

  private final Rolls rolls =
      Rolls.of(Sheet.ofText("people.yaml", PEOPLE), Sheet.ofText("none.yaml", "institutions: []"));
  private Store store;
  private AccountPayments payments;

  @BeforeEach
  void open(@TempDir Path folder) {
    store = new Store(new Keeping.OnDisk(folder.resolve("centre.db")));
    Accounts accounts = new Accounts(store, new Ledger(store, new Tally(store)));
    rolls.persons().forEach(accounts::open);
    payments =
        new AccountPayments(
            rolls, new BookShelf(ShippedOrdinances.book()), accounts, AccountPayments.approved());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static TrialBody body(
      String purpose, String whom, String covered, String code, long fen) {
    return TrialBody.newBuilder()
        .setAccountUse(
            AccountUse.newBuilder()
                .setPurpose(purpose)
                .setBeneficiary(whom)
                .setCoveredPersonNumber(covered))
        .addLines(
            FeeLine.newBuilder()
                .setLineId("1")
                .setCatalogueCode(code)
                .setQuantityE4(10_000)
                .setUnitPriceMicros(fen * 10_000)
                .setLineTotal(fen))
        .build();
  }

  /** "paid", "paid past-years", or the code of the refusal. */
  private String ask(TrialBody body, String area, String category, LocalDate day) {
    Rolls.Enrolled enrolled =
        new Rolls.Enrolled(
            "employee", category, area, LocalDate.of(2020, 1, 1), Optional.empty(), false, false);
    try {
      AccountPayments.Paid paid =
          payments.pay(body, rolls.person("P-PAYER").orElseThrow(), enrolled, day);
      assertEquals(body.getLines(0).getLineTotal(), paid.split().getPersonalAccount());
      return paid.pastYearsOnly() ? "paid past-years" : "paid";
    } catch (Refused refused) {
      return refused.refusal().getCode();
    }
  }

  /** SZ 43: any balance, for oneself. SH 24¶2: past years' money, for near relatives too. */
  @ParameterizedTest
  @Tag("R-ACCT-05")
  @CsvSource({
    "320500, self,   P-PAYER,  TEST-HMB-1, 100000, paid",
    "320500, self,   P-PAYER,  TEST-HMB-1, 100001, ACCOUNT_BALANCE",
    "320500, parent, P-MOTHER, TEST-HMB-1, 6900,   ACCOUNT_BENEFICIARY",
    "320500, self,   P-MOTHER, TEST-HMB-1, 6900,   ACCOUNT_BENEFICIARY",
    "320500, self,   P-PAYER,  OTHER,      6900,   ACCOUNT_PRODUCT",
    "320600, self,   P-PAYER,  TEST-HMB-1, 6900,   paid",
    "310000, self,   P-PAYER,  TEST-HMB-1, 40000,  paid past-years",
    "310000, self,   P-PAYER,  TEST-HMB-1, 40001,  ACCOUNT_BALANCE",
    "310000, parent, P-MOTHER, TEST-HMB-1, 6900,   paid past-years",
    "310000, child,  P-MOTHER, TEST-HMB-1, 6900,   ACCOUNT_BENEFICIARY",
    "460000, self,   P-PAYER,  TEST-HMB-1, 6900,   ACCOUNT_PURPOSE",
  })
  void insurance(
      String area, String whom, String covered, String product, long fen, String answer) {
    TrialBody body = body("insurance", whom, covered, product, fen);
    // No text of Nantong says for whom; Jiangsu's default holds there.
    assertEquals(answer, ask(body, area, "active", DAY));
  }

  /** NT 22¶2: of the retired alone. HN 14, SZ 16¶3: the resident premium of the family. */
  @ParameterizedTest
  @Tag("R-ACCT-06")
  @CsvSource({
    "320600, active,  critical_illness_premium, self,   P-PAYER,  ACCOUNT_PURPOSE",
    "320600, retired, critical_illness_premium, self,   P-PAYER,  paid",
    "320600, retired, resident_premium,         parent, P-MOTHER, ACCOUNT_PURPOSE",
    "320500, active,  long_term_care_premium,   self,   P-PAYER,  paid",
    "320500, active,  resident_premium,         parent, P-MOTHER, paid",
    "320500, active,  fitness,                  self,   P-PAYER,  ACCOUNT_PURPOSE",
    "460000, active,  resident_premium,         parent, P-MOTHER, paid",
    "310000, active,  resident_premium,         parent, P-MOTHER, ACCOUNT_PURPOSE",
  })
  void premiums(
      String area, String category, String purpose, String whom, String covered, String answer) {
    assertEquals(answer, ask(body(purpose, whom, covered, purpose, 38000), area, category, DAY));
  }

  @Test
  @DisplayName("a child's premium on the last day that the rolls bind them, and not the day after")
  void byDate() {
    TrialBody body = body("resident_premium", "child", "P-CHILD", "resident_premium", 38000);
    assertEquals("paid", ask(body, "320500", "active", LocalDate.of(2026, 5, 31)));
    assertEquals("ACCOUNT_BENEFICIARY", ask(body, "320500", "active", DAY));
  }

  @Test
  @DisplayName("nothing of somebody whose account is closed, or who has none")
  void closed() {
    TrialBody body = body("resident_premium", "self", "P-PAYER", "resident_premium", 38000);
    for (String scheme : new String[] {"employee", "resident"}) {
      Rolls.Enrolled enrolled =
          new Rolls.Enrolled(
              scheme, "active", "320500", DAY, Optional.empty(), false, scheme.equals("employee"));
      Refused refused =
          assertThrows(
              Refused.class,
              () -> payments.pay(body, rolls.person("P-PAYER").orElseThrow(), enrolled, DAY));
      assertEquals("ACCOUNT_CLOSED", refused.refusal().getCode());
    }
  }
}
