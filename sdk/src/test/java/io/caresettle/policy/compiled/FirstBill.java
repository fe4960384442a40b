package io.caresettle.policy.compiled;

import io.caresettle.money.Quantity;
import io.caresettle.money.Rate;
import io.caresettle.money.UnitPrice;
import io.caresettle.policy.plan.CareType;
import io.caresettle.policy.plan.InstitutionLevel;
import io.caresettle.policy.plan.InsuredCategory;
import io.caresettle.policy.plan.Plan;
import io.caresettle.policy.plan.PlanKey;
import io.caresettle.policy.plan.Sheet;
import io.caresettle.policy.plan.Working;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** What a till does once it is switched on: loads the compiled pack and splits the first bill. */
public final class FirstBill {

  private FirstBill() {}

  /**
   * For {@code src/test/measure/cold-start.sh}, which compares its CPU time with a program that
   * does nothing.
   *
   * @param arguments the compiled pack; none for the program that does nothing
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length == 0) {
      return;
    }
    CompiledPack pack = CompiledPack.read(Files.readAllBytes(Path.of(arguments[0])));
    CareType care = pack.care().iterator().next();
    PlanKey key =
        new PlanKey(
            pack.id().area(),
            pack.scheme(),
            InsuredCategory.RETIRED,
            care,
            InstitutionLevel.LEVEL_2);
    Plan plan = pack.plan(key, LocalDate.of(2026, 12, 1));
    Sheet sheet = plan.sheet(1);
    sheet.line(
        0,
        UnitPrice.parse("1234.5600"),
        Quantity.parse("3"),
        true,
        new Rate(1, 10),
        Optional.empty());
    plan.run(sheet, Working.OFF);
    System.out.println(sheet.total());
  }
}
