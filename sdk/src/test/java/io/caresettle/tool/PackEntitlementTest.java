package io.caresettle.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.caresettle.policy.plan.EntitlementName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A pack about who may have what, on the command line")
class PackEntitlementTest {

  @TempDir Path folder;
  private PackDesk desk;

  @BeforeEach
  void open() {
    desk = new PackDesk(folder);
  }

  /** The fictitious pack with changes, {@code right} and {@code wrong} by turns. */
  private String pack(String name, String... changes) throws IOException {
    try (InputStream in =
        PackEntitlementTest.class.getResourceAsStream("/policy/test/entitlement.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      for (int i = 0; i < changes.length; i += 2) {
        assertTrue(text.contains(changes[i]), changes[i]);
        text = text.replace(changes[i], changes[i + 1]);
      }
      return desk.site.write(name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private String explained(String... options) {
    List<String> all = new ArrayList<>(List.of("pack", "explain", "test"));
    all.addAll(List.of(options));
    return desk.run(all.toArray(String[]::new)).ends(0).out();
  }

  @Test
  void isCheckedAndEveryFaultHasItsPlace() throws IOException {
    String good = pack("good.yaml");
    String out = desk.run("pack", "check", good).ends(0).out();
    assertTrue(out.contains("entitlement 虚构地区待遇享受规则"), out);
    assertFalse(out.contains("就医类型"), out);
    String bad = pack("bad.yaml", "value: 100", "value: 3661", "  grades.apply", "  grade.apply");
    String err = desk.run("pack", "check", bad).ends(1).err();
    assertTrue(err.contains("perhaps 'grades.apply'"), err);
    assertTrue(err.contains("a whole number from 0 to 3660"), err);
    String two = desk.run("pack", "check", good, pack("again.yaml")).ends(1).err();
    assertTrue(two.contains("entitlement on days that " + good + " serves, too"), two);
    String production = desk.run("pack", "check", good, "--production").ends(1).err();
    assertTrue(production.contains("grades.apply from 2024-01-01 (JS 14¶1)"), production);
  }

  @Test
  void hasARowForEveryNameThatAClerkCanTickOff() throws IOException {
    String file = pack("good.yaml", "value: after-waiting", "value: unknown");
    String sheet = explained("--pack", file, "--date=2026-11-20");
    for (EntitlementName name : EntitlementName.values()) {
      assertTrue(sheet.contains("| " + name.id() + " | " + name.rule() + " | "), name.id());
    }
    for (String row :
        List.of(
            "| ☐ 到账次日 day after arrival | ☐ JS 14¶1 | 自 2024-01-01 起 from 2024-01-01 on |"
                + " 虚构 fictitious |",
            "| ☐ 3 个月 3 months |",
            "| ☐ 9 月 1 日 09-01 |",
            "| ☐ 配偶、父母、子女 spouse, parent, child |",
            "| ☐ 可予支付 payable | ☐ JS 14¶2 |",
            "未公布 not published",
            "No entitlement that needs it is decided.",
            "Invented; in doubt for the person")) {
      assertTrue(sheet.contains(row), () -> "no '" + row + "' in\n" + sheet);
    }
    assertFalse(sheet.contains("险种 scheme"), sheet);
    String html = explained("--pack", file, "--date=2026-11-20", "--format=html");
    assertTrue(html.contains("家庭共济成员范围"), html);
  }

  @Test
  void isNoSheetOfOneSchemeOrKindOfCare() {
    String name = "虚构地区待遇享受规则";
    assertTrue(explained("--date=2026-11-20").contains(name));
    assertFalse(explained("--date=2026-11-20", "--scheme=employee").contains(name));
    assertFalse(explained("--date=2026-11-20", "--care=outpatient").contains(name));
  }

  @Test
  void isComparedNameByName() throws IOException {
    String one = pack("one.yaml");
    desk.run("pack", "diff", one, pack("same.yaml")).ends(0);
    String other = pack("other.yaml", "value: 100", "value: 90", "[spouse, parent, child]", "[]");
    String out = desk.run("pack", "diff", one, other).ends(1).out();
    assertTrue(out.contains("newborn.window"), out);
    assertTrue(out.contains("family.relations"), out);
    assertTrue(out.contains("nothing of it"), out);
    assertTrue(out.contains("2 处不同"), out);
  }

  @Test
  void isCompiledSignedAndInstalledButNotWhereRealMoneyMoves() throws IOException {
    desk.issuer();
    String signed = desk.signed(pack("pack.yaml"));
    List<String> till = new ArrayList<>(List.of("pack", "install", signed));
    till.add("--packs=" + desk.site.file("installed"));
    till.add("--issuer=" + desk.site.file("issuer.txt"));
    String unfit = desk.run(till.toArray(String[]::new)).ends(1).err();
    assertTrue(unfit.contains("flexible.waiting from 2024-01-01"), unfit);
    till.add("--profile=test");
    String out = desk.run(till.toArray(String[]::new)).ends(0).out();
    assertTrue(out.contains("entitlement"), out);
    assertEquals(
        List.of("test-entitlement.pack"),
        List.of(Objects.requireNonNull(desk.site.path("installed").toFile().list())));
  }
}
